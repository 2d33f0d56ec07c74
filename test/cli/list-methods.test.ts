import { describe, expect, it } from 'vitest';
import { listCommand } from '../../harness/cli/list.ts';
import { methods } from '../../methods/catalog.ts';
import { temporaryFolder } from '../temporary.ts';
import { commandHere } from './command-here.ts';

const list = async (...flags: string[]) => (await commandHere(listCommand, temporaryFolder(), 'methods', ...flags)).out;

describe('creditbench list methods', () => {
  it('says what every method targets, needs, costs, promises and rests on', async () => {
    const entries = (await list()).trimEnd().split('\n\n');
    expect(entries).toHaveLength(methods.length);
    for (const [index, { id, title, source, cost = 'not stated' }] of methods.entries()) {
      const [head, ...facts] = entries[index]!.split('\n');
      expect(head).toBe(`${id}  ${title}`);
      expect(facts.map((fact) => fact.trim().split(/ {2,}/)[0])).toEqual([
        'targets',
        'needs',
        'cost',
        'promises',
        'options',
        'source',
      ]);
      expect([facts[2], facts[5]]).toEqual([`  cost      ${cost}`, `  source    ${source}`]);
    }
  });

  it('tells a promise in expectation, a probe that is optional and a control apart', async () => {
    const out = await list();
    expect(out).toMatch(/^shapley-permutation .*\n.*\n.*\n.*\n {2}promises {2}efficiency, symmetry in expectation, /m);
    expect(out).toMatch(/^uniform .*\n {2}targets {3}none: a control\n {2}needs {5}worth if offered\n/m);
  });

  it('gives machines all of it', async () => {
    const listed = JSON.parse(await list('--json')) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(methods.map(({ id }) => id));
    expect(listed.find(({ id }) => id === 'c3')).toMatchObject({
      targets: ['advantage'],
      needs: expect.arrayContaining(['replay']),
      laws: { determinism: 'always' },
      source: expect.any(String),
      options: { fanout: expect.anything() },
      cost: methods.find(({ id }) => id === 'c3')!.cost ?? null,
    });
  });
});
