import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import type { AnyMethod } from '../harness/define.ts';
import { assertMethod, assertTask, checkMethod, checkTask } from '../laws.ts';
import { uniform } from '../methods/baseline/uniform.ts';
import { c3 } from '../methods/counterfactual/c3.ts';
import { additive } from '../tasks/games/additive.ts';

describe('creditbench/laws', () => {
  it('passes a method and a task that keep what they promise', async () => {
    await assertMethod(uniform, { trials: 10 });
    await assertMethod(c3, { trials: 5, options: { fanout: '2x2' }, salt: 'another' });
    await assertTask(additive, { trials: 3 });
  });

  it('throws an assertion error that says what is violated, with the smallest game', async () => {
    const broken = assertMethod({ ...uniform, laws: { 'null-player': 'always' } }, { trials: 20 });
    await expect(broken).rejects.toBeInstanceOf(AssertionError);
    await expect(broken).rejects.toThrow(
      /VIOLATED null-player \(always\).*\n.*changes nothing and gets.*\n.*smallest game found: \{"kind":"game"/,
    );
    const task = assertTask({ ...additive, estimands: ['shapley'] }, { trials: 3 });
    await expect(task).rejects.toThrow(/VIOLATED truth \(required\)/);
  });

  it('does not pass a method that could not be tried', async () => {
    const refusing = { ...uniform, refuses: () => 'not today' };
    await expect(assertMethod(refusing, { trials: 2 })).rejects.toThrow('could not be tried: answers');
  });

  it('gives the findings as plain data', async () => {
    const findings = await checkMethod(uniform, { trials: 3 });
    expect(findings).toContainEqual({ check: 'finite', claim: 'required', verdict: 'held', trials: 6 });
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect((await checkTask(additive, { trials: 3 })).map(({ check }) => check)).toContain('worth');
  });

  it.each([
    [{}, 'method: id'],
    [{ ...uniform, id: 'My Method' }, 'kebab-case'],
    [{ ...uniform, needs: ['wrth'] }, 'method: needs[0]'],
  ])('refuses what is no method: %#', async (value, message) => {
    // A program in plain JavaScript may give anything.
    await expect(checkMethod(value as AnyMethod)).rejects.toThrow(message);
  });

  it('refuses options that the method does not have', async () => {
    await expect(checkMethod(c3, { options: { fanot: '2x2' } })).rejects.toThrow('did you mean "fanout"');
  });
});
