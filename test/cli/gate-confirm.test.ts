import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateCommand } from '../../harness/cli/gate.ts';
import { errors } from '../harness/comparison/rows.ts';
import { run } from '../harness/run-in.ts';
import { temporaryFolder } from '../temporary.ts';
import { userFolder } from '../user-folder.ts';
import { commandHere } from './command-here.ts';
import { gate, writeJournal } from './gate-in.ts';

const before = [0.5, 0.52, 0.47, 0.55, 0.51, 0.49];
const shifted = (by: number) => before.map((value, place) => value + by * (1 + (place % 2) / 10));
const here = (cwd: string, ...args: string[]) => commandHere(gateCommand, cwd, ...args);

describe('creditbench gate, a second look', () => {
  const flags = ['--margin', '0.02', '--confirm-baseline', 'main2.jsonl', '--confirm-candidate', 'mine2.jsonl'];
  const folder = (second: number, given: Parameters<typeof errors>[1]) => {
    const cwd = temporaryFolder();
    writeJournal(cwd, 'main.jsonl', errors(before));
    writeJournal(cwd, 'mine.jsonl', errors(shifted(0.2)));
    writeJournal(cwd, 'main2.jsonl', errors(before, given));
    writeJournal(cwd, 'mine2.jsonl', errors(shifted(second), given));
    return cwd;
  };

  it('fails on what is confirmed, passes what is not, and says on which instances', async () => {
    const confirmed = await gate(folder(0.2, { seed: 1 }), ...flags);
    expect([confirmed.code, confirmed.out]).toEqual([
      1,
      expect.stringContaining('confirmed with fresh seeds on the same instances'),
    ]);
    const cleared = await gate(folder(0, { seed: 1, truth: { shapley: [9, 9] } }), ...flags);
    expect([cleared.code, cleared.out]).toEqual([
      0,
      expect.stringContaining('not confirmed: passes with fresh seeds on fresh instances'),
    ]);
  });

  it('refuses a second look that shares a draw with the first', async () => {
    await expect(gate(folder(0, {}), ...flags)).rejects.toThrow(
      'main2.jsonl: instance "000/i" of t at seed 0 is in main.jsonl already; expected fresh seeds',
    );
  });
});

const worth = {
  methods: ['shapley-permutation', 'uniform'],
  tasks: ['additive'],
  budgets: [16],
  seeds: 3,
  instances: 3,
};

describe('creditbench gate, run here', () => {
  it('runs both methods again with fresh seeds, and fails on what it sees twice', async () => {
    const cwd = temporaryFolder();
    await run(join(cwd, 'a'), worth);
    const renamed = ['--baseline-method', 'shapley-permutation', '--candidate-method', 'uniform'];
    const sides = ['--baseline', 'a', '--candidate', 'a', '--margin', '0.02'];
    const found = await here(cwd, ...sides, ...renamed, '--confirm');
    expect([found.code, found.out]).toEqual([
      1,
      expect.stringContaining('confirmed with fresh seeds on fresh instances'),
    ]);
    expect(found.out).toContain('the second look was run here');
    // The controls of the run are no part of the gate.
    expect((await here(cwd, ...sides)).out).not.toContain('uniform');
  });

  it('refuses runs of different salts, and takes margins and alpha that the baseline declared', async () => {
    const cwd = temporaryFolder();
    const analysis = { margins: { 'relative-error': 9 }, alpha: 0.01 };
    await run(join(cwd, 'a'), { ...worth, analysis });
    await run(join(cwd, 'b'), { ...worth, salt: 'other' });
    await run(join(cwd, 'c'), worth);
    await expect(here(cwd, '--baseline', 'a', '--candidate', 'b')).rejects.toThrow(
      'a was run with salt "creditbench" and b with salt "other"; expected instances of the same salt',
    );
    const { code, out } = await here(cwd, '--baseline', 'a', '--candidate', 'c', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        alpha: 0.01,
        findings: [{ margin: 9 }],
        notes: ['the candidate declares another analysis plan; that of the baseline holds'],
      },
    ]);
    await expect(here(cwd, '--baseline', 'c', '--candidate', 'a')).rejects.toThrow('no margin');
  });

  it('says why it cannot where nothing tells the two apart, or the code is gone', async () => {
    const cwd = temporaryFolder();
    writeJournal(cwd, 'main.jsonl', errors(before));
    writeJournal(cwd, 'mine.jsonl', errors(shifted(0.2)));
    const same = await gate(cwd, '--margin', '0.02', '--confirm');
    expect([same.code, same.out]).toEqual([1, expect.stringContaining('could not be confirmed: nothing tells')]);
    writeJournal(cwd, 'mine.jsonl', errors(shifted(0.2), { code: 'other' }));
    const gone = await gate(cwd, '--margin', '0.02', '--confirm');
    expect([gone.code, gone.out]).toEqual([1, expect.stringContaining('method "m" is not in the box')]);
  });
});

describe('creditbench gate --calibrate', () => {
  it('counts false alarms of the baseline run against itself', async () => {
    const cwd = temporaryFolder();
    await run(join(cwd, 'a'), { ...worth, tasks: ['unanimity'] });
    const { code, out } = await here(cwd, '--baseline', 'a', '--margin', '0.1', '--calibrate', '20', '--json');
    const found = JSON.parse(out);
    expect([code, found]).toMatchObject([0, { by: 'runs', comparisons: 1, differing: 20, rate: { replays: 20 } }]);
    expect(found.rateWithoutMargin.alarms).toBeLessThanOrEqual(4);
    const words = await here(cwd, '--baseline', 'a', '--margin', '0.1', '--calibrate', '3');
    expect(words.out).toContain('of 3');
  });

  it('splits seeds where every instance has several', async () => {
    const cwd = temporaryFolder();
    const seeds = [0, 1, 2, 3].flatMap((seed) =>
      errors(
        before.map((value) => value + (seed % 3) / 10),
        { seed },
      ),
    );
    writeJournal(cwd, 'main.jsonl', seeds);
    const { out } = await here(cwd, '--baseline', 'main.jsonl', '--margin', '0.1', '--calibrate', '50', '--json');
    expect(JSON.parse(out)).toMatchObject({ by: 'seed halves', comparisons: 1, rate: { replays: 50 } });
  });

  it('says that a deterministic method has no noise, and ends with 3 where nothing can be run', async () => {
    const cwd = temporaryFolder();
    await run(join(cwd, 'a'), { ...worth, methods: ['shapley-exact'], budgets: [null] });
    const still = await here(cwd, '--baseline', 'a', '--margin', '0.1', '--calibrate', '3');
    expect([still.code, still.out]).toEqual([0, expect.stringContaining('no false alarm is possible')]);
    writeJournal(cwd, 'main.jsonl', errors(before));
    const none = await here(cwd, '--baseline', 'main.jsonl', '--margin', '0.1', '--calibrate');
    expect([none.code, none.out]).toEqual([
      3,
      expect.stringContaining('NOT CALIBRATED: instances have one seed each, and m cannot be run again'),
    ]);
  });

  it("runs a user's method again from the file that the run was given, while it is the same", async () => {
    const cwd = userFolder();
    const file = join(cwd, 'noisy.mjs');
    const code = `import { z } from 'zod';
      export default { id: 'noisy', title: 'Noisy', source: '', targets: ['shapley'], needs: [], laws: {}, options: z.object({}),
        assign: ({ agents }, { random }) => ({ agents: agents.map(() => random.float()) }) };`;
    writeFileSync(file, code);
    await run(join(cwd, 'a'), { ...worth, methods: [file] }, { argv: ['run', '--methods', `rloo,${file}`] });
    const calibrate = () => here(cwd, '--baseline', 'a', '--margin', '9', '--calibrate', '3', '--json');
    expect(JSON.parse((await calibrate()).out)).toMatchObject({ by: 'runs', differing: 3, rate: { alarms: 0 } });
    writeFileSync(file, `${code} // changed`);
    const changed = await calibrate();
    expect(changed.code).toBe(3);
    expect(JSON.parse(changed.out).reason).toMatch(/noisy on additive was run by code ".*"; here is ".*"$/);
  });
});
