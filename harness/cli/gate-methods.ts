import { methodRows } from '../comparison/method-rows.ts';
import { isControl, type Side, targetsOf } from '../comparison/read-side.ts';
import type { GatedMethod } from '../comparison/regression-lines.ts';
import { CreditbenchError } from '../errors.ts';
import { splitList } from '../selection.ts';

/** Which methods were asked for: one list for both sides, or one name for each where it was renamed. */
export type MethodFlags = {
  readonly method?: string;
  readonly baselineMethod?: string;
  readonly candidateMethod?: string;
};

/** The methods to gate: those named, or everything in the baseline that is no control. @throws CreditbenchError where a name is unknown */
export function gatedMethods(baseline: Side, candidate: Side, flags: MethodFlags): GatedMethod[] {
  const { method, baselineMethod, candidateMethod } = flags;
  if (baseline.methods.size === 0) return [];
  if (
    (baselineMethod === undefined) !== (candidateMethod === undefined) ||
    (method !== undefined && baselineMethod !== undefined)
  )
    throw new CreditbenchError(
      'bad-usage',
      'expected --method, or both --baseline-method and --candidate-method, or none of them',
    );
  if (baselineMethod !== undefined && candidateMethod !== undefined) {
    const [before, after] = [methodRows(baseline, baselineMethod), methodRows(candidate, candidateMethod)];
    const targets = [...targetsOf(baseline, before.name), ...targetsOf(candidate, after.name)];
    return [{ method: after.name, baseline: before.rows, candidate: after.rows, targets }];
  }
  const names =
    method === undefined
      ? [...baseline.methods.keys()].filter((name) => !isControl(baseline, name))
      : splitList(method).map((typed) => methodRows(baseline, typed).name);
  return names.map((name) => ({
    method: name,
    baseline: baseline.methods.get(name)!,
    candidate: candidate.methods.get(name) ?? [],
    targets: [...targetsOf(baseline, name), ...targetsOf(candidate, name)],
  }));
}
