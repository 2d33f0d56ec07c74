import { describe, expect, it } from 'vitest';
import type { DiagnosticRow } from '../../harness/diagnostic-row.ts';
import type { Row } from '../../harness/row.ts';
import type { Suite } from '../../harness/suite.ts';
import { writeReport } from '../../reports/write-report.ts';
import { temporaryFolder } from '../temporary.ts';
import { rowsOf, run } from './run-in.ts';

const diagnosed: Partial<Suite> = {
  methods: ['c3[fanout=2x4]', 'rloo', 'shapley-permutation'],
  tasks: ['reasoner-actor', 'additive'],
  budgets: [8],
  seeds: 1,
  instances: 1,
  diagnostics: [{ instances: 12, collections: 6, alternatives: 4, replays: 4 }],
};

const diagnosticsOf = (rows: readonly Row[]) => rows.filter((row): row is DiagnosticRow => row.kind === 'diagnostic');

describe('the diagnostics of a run', () => {
  it('are a row per task that can be replayed, and one per method it serves', async () => {
    const folder = temporaryFolder();
    await run(folder, diagnosed);
    const rows = diagnosticsOf(await rowsOf(folder));
    expect(rows.map(({ method, task, budget }) => [method, task, budget])).toEqual(
      expect.arrayContaining([
        [null, 'reasoner-actor', null],
        ['c3[fanout=2x4]', 'reasoner-actor', 8],
        ['rloo', 'reasoner-actor', 8],
      ]),
    );
    const replays = rows.find(({ method }) => method === null)!;
    expect(new Set(replays.lines.map(({ name, role }) => `${name} ${role}`))).toEqual(
      new Set([
        ...['split-half-reliability', 'noise-law-ratio', 'within-group-variance'].flatMap((name) => [
          `${name} reasoner`,
          `${name} actor`,
        ]),
        'influence-sampled reasoner',
        'influence-exact reasoner',
      ]),
    );
  });

  it('are measured once: the second run finds them, a larger effort measures anew', async () => {
    const folder = temporaryFolder();
    const first = await run(folder, diagnosed);
    const second = await run(folder, diagnosed);
    expect(second).toMatchObject({ ran: 0, reused: first.ran });
    const more = [{ ...diagnosed.diagnostics![0]!, replays: 6 }];
    const third = await run(folder, { ...diagnosed, diagnostics: more });
    expect(third.ran).toBe(diagnosticsOf(await rowsOf(folder)).length / 2);
  });

  it('meet what is exact: replay has no bias for a later role, a flat group has the offset V(h) − V(x)', async () => {
    const folder = temporaryFolder();
    const effort = { instances: 60, collections: 10, alternatives: 2, replays: 2, tasks: ['reasoner-actor'] };
    await run(folder, { ...diagnosed, methods: ['c3[fanout=2x4]', 'rloo'], diagnostics: [effort] });
    const { summary } = await writeReport(folder);
    const bias = (method: string, role: string) => {
      const found = summary.diagnostics.find(
        (entry) => entry.name === 'squared-bias' && entry.method === method && entry.role === role,
      );
      if (found === undefined || 'reason' in found || found.standardError === null) throw new Error('not measured');
      return found.value / found.standardError;
    };
    expect(Math.abs(bias('c3[fanout=2x4]', 'reasoner'))).toBeLessThan(4);
    expect(Math.abs(bias('c3[fanout=2x4]', 'actor'))).toBeLessThan(4);
    expect(Math.abs(bias('rloo', 'reasoner'))).toBeLessThan(4);
    expect(bias('rloo', 'actor')).toBeGreaterThan(3);
  });

  it('of another effort than the last run asked for are left out as stale', async () => {
    const folder = temporaryFolder();
    await run(folder, diagnosed);
    await run(folder, { ...diagnosed, diagnostics: [{ ...diagnosed.diagnostics![0]!, replays: 6 }] });
    const { summary } = await writeReport(folder);
    const rows = diagnosticsOf(await rowsOf(folder));
    expect(summary.counts.stale).toBe(rows.length / 2);
  });
});

describe('where absent agents say one message', () => {
  it('removal is mapped too, and corrected errors are counted where errors are declared', async () => {
    const folder = temporaryFolder();
    const tasks = ['role-dag', 'relay'];
    await run(folder, { ...diagnosed, methods: ['c3'], tasks, budgets: [64] });
    const { summary } = await writeReport(folder);
    const named = (name: string) => summary.diagnostics.filter((entry) => entry.name === name);
    expect(new Set(named('ablation-bias').map(({ task }) => task))).toEqual(new Set(tasks));
    for (const entry of named('ablation-null-level')) expect('reason' in entry || entry.value >= 0).toBe(true);
    // Only a relay declares errors; later agents flip a wrong bit back now and then.
    const corrected = new Map(named('correction-rate').map((entry) => [`${entry.task} ${entry.role}`, entry]));
    expect([...corrected.keys()].every((key) => key.startsWith('relay relay-'))).toBe(true);
    expect(corrected.get('relay relay-1')).toMatchObject({ value: expect.any(Number), count: expect.any(Number) });
    const rateOf = (role: string) => {
      const found = corrected.get(`relay ${role}`);
      if (found === undefined || 'reason' in found) throw new Error('not measured');
      return found.value;
    };
    expect(rateOf('relay-1')).toBeGreaterThan(0);
    expect(rateOf('relay-1')).toBeLessThan(1);
  });
});
