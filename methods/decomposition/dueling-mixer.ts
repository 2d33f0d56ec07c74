import type { AdditiveStart } from './additive-start.ts';
import { descend } from './descend.ts';

/** Q_tot = V + Σ_t λ_t A_t with A_t = Q_t(m_t) − max Q_t ≤ 0 and λ_t > 0 of the whole joint action. All in the units of the start. */
export type DuelingMixer = {
  readonly value: number;
  /** λ_t A_t per step of a joint action, each at most 0; a message that no episode said has utility 0. */
  regrets(on: readonly (number | undefined)[]): Float64Array;
};

/** Fits V, Q and λ_t(m) = exp(c_t + Σ_{u ≠ t} b_t(m_u)) by gradient descent; never worse on the table than the additive fit it starts from. */
export function fitDuelingMixer(
  { table, centre, scale, constant, utilities }: AdditiveStart,
  iterations: number,
): DuelingMixer {
  const { features, rows, first } = table;
  const steps = first.length - 1;
  const at = { value: features, base: features + 1, given: features + 1 + steps };
  const start = new Float64Array(at.given + steps * features);
  start.set(utilities);
  const bestAt = (point: Float64Array, step: number) => {
    let best = first[step]!;
    for (let feature = best; feature < first[step + 1]!; feature++) if (point[feature]! > point[best]!) best = feature;
    return best;
  };
  start[at.value] = constant;
  for (let step = 0; step < steps; step++) start[at.value]! += utilities[bestAt(utilities, step)]!;

  const weightOf = (point: Float64Array, on: readonly (number | undefined)[], step: number) => {
    let log = point[at.base + step]!;
    for (const [other, feature] of on.entries())
      if (other !== step && feature !== undefined) log += point[at.given + step * features + feature]!;
    return Math.exp(log);
  };
  const { point } = descend(
    start,
    (now, gradient) => {
      const best = Array.from({ length: steps }, (_, step) => bestAt(now, step));
      let total = 0;
      for (const { on, share, value } of rows) {
        const weights = on.map((_, step) => weightOf(now, on, step));
        const gaps = on.map((feature, step) => now[feature]! - now[best[step]!]!);
        const error =
          gaps.reduce((sum, gap, step) => sum + weights[step]! * gap, now[at.value]!) - (value - centre) / scale;
        total += share * error * error;
        const pull = 2 * share * error;
        gradient[at.value]! += pull;
        for (let step = 0; step < steps; step++) {
          const weight = weights[step]!;
          gradient[on[step]!]! += pull * weight;
          gradient[best[step]!]! -= pull * weight;
          const regret = pull * weight * gaps[step]!;
          gradient[at.base + step]! += regret;
          for (let other = 0; other < steps; other++)
            if (other !== step) gradient[at.given + step * features + on[other]!]! += regret;
        }
      }
      return total;
    },
    { iterations, rate: 0.05, nonNegative: start.length },
  );
  return {
    value: point[at.value]!,
    regrets: (on) =>
      Float64Array.from(on, (feature, step) => {
        const utility = feature === undefined ? 0 : point[feature]!;
        const best = point[bestAt(point, step)]!;
        return utility >= best ? 0 : weightOf(point, on, step) * (utility - best);
      }),
  };
}
