import { describe, expect, it } from 'vitest';
import {
  allCoalitions,
  coalitionsOf,
  copyRow,
  emptyCoalitions,
  exclude,
  grandCoalition,
  include,
  isMember,
  rowKey,
  selectRows,
} from '../../harness/coalitions.ts';

const membersOf = (coalitions: ReturnType<typeof emptyCoalitions>, row: number) =>
  Array.from({ length: coalitions.agents }, (_, agent) => agent).filter((agent) => isMember(coalitions, row, agent));

describe.each([1, 3, 31, 32, 33, 64, 100])('packed coalitions of %i agents', (agents) => {
  it('take ⌈agents / 32⌉ words per row', () => {
    expect(emptyCoalitions(agents, 5).words).toHaveLength(5 * Math.ceil(agents / 32));
  });

  it('hold exactly the members that were put in, row by row', () => {
    const rows = [[], [0], [agents - 1], Array.from({ length: agents }, (_, i) => i).filter((i) => i % 3 === 0)];
    const coalitions = coalitionsOf(agents, rows);
    expect(rows.map((_, row) => membersOf(coalitions, row))).toEqual(rows);
  });

  it('lose exactly the agent that is excluded', () => {
    const grand = grandCoalition(agents);
    exclude(grand, 0, agents - 1);
    expect(membersOf(grand, 0)).toEqual(Array.from({ length: agents - 1 }, (_, i) => i));
  });

  it('share a key exactly where they are the same coalition', () => {
    const coalitions = coalitionsOf(agents, [[0], [agents - 1], [0], []]);
    const keys = coalitions.count === 4 ? [0, 1, 2, 3].map((row) => rowKey(coalitions, row)) : [];
    expect(keys[0]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(agents === 1 ? 2 : 3);
  });

  it('copy and select whole rows', () => {
    const source = coalitionsOf(agents, [[0], [agents - 1], []]);
    const target = emptyCoalitions(agents, 2);
    copyRow(source, 1, target, 0);
    expect(membersOf(target, 0)).toEqual([agents - 1]);
    expect(membersOf(target, 1)).toEqual([]);
    const selected = selectRows(source, [2, 1]);
    expect([membersOf(selected, 0), membersOf(selected, 1)]).toEqual([[], [agents - 1]]);
  });
});

describe('allCoalitions', () => {
  it('lists all masks in order', () => {
    const all = allCoalitions(3);
    expect([...all.words]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(membersOf(all, 5)).toEqual([0, 2]);
  });

  it('refuses more than 30 agents', () => {
    expect(() => allCoalitions(31)).toThrow('2^31 coalitions do not fit a table');
  });
});

describe('include', () => {
  it('changes one row only', () => {
    const coalitions = emptyCoalitions(40, 3);
    include(coalitions, 1, 39);
    expect([0, 1, 2].map((row) => membersOf(coalitions, row))).toEqual([[], [39], []]);
  });
});
