import type { AdditiveStart } from './additive-start.ts';
import { descend } from './descend.ts';

/** Hidden units; the first starts as the sum of all utilities, the others as kinks of it with no weight yet. */
const units = 4;

/** Q_tot = b + Σ_e v_e ELU(Σ_t w_et Q_t + c_e) with v, w ≥ 0: monotone in every utility. All in the units of the start. */
export type MonotoneMixer = {
  /** Per feature of the table. */
  readonly utilities: Float64Array;
  /** Q_tot of one utility per step. */
  mix(inputs: ArrayLike<number>): number;
  /** ∂Q_tot/∂Q_t per step. */
  slopes(inputs: ArrayLike<number>): Float64Array;
};

/** Fits utilities and mixer to the table by gradient descent; never worse on it than the additive fit it starts from. */
export function fitMonotoneMixer(
  { table, centre, scale, constant, utilities }: AdditiveStart,
  iterations: number,
): MonotoneMixer {
  const { features, rows, first } = table;
  const steps = first.length - 1;
  const at = { bias: features, base: features + units, outer: features + units + 1, inner: features + 2 * units + 1 };
  const start = new Float64Array(at.inner + units * steps);
  start.set(utilities);
  const sums = rows.map(({ on }) => on.reduce((sum, feature) => sum + utilities[feature]!, 0));
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  for (let unit = 0; unit < units; unit++) {
    const kink = low + ((high - low) * unit) / units;
    start[at.bias + unit] = unit === 0 ? 1 - low : -kink;
    start[at.outer + unit] = unit === 0 ? 1 : 0;
    start.fill(1, at.inner + unit * steps, at.inner + (unit + 1) * steps);
  }
  start[at.base] = constant - start[at.bias]!;

  const { point } = descend(
    start,
    (now, gradient) => {
      let total = 0;
      for (const { on, share, value } of rows) {
        const inner = new Float64Array(units);
        let error = now[at.base]! - (value - centre) / scale;
        for (let unit = 0; unit < units; unit++) {
          inner[unit] = now[at.bias + unit]!;
          for (let step = 0; step < steps; step++)
            inner[unit]! += now[at.inner + unit * steps + step]! * now[on[step]!]!;
          error += now[at.outer + unit]! * elu(inner[unit]!);
        }
        total += share * error * error;
        const pull = 2 * share * error;
        gradient[at.base]! += pull;
        for (let unit = 0; unit < units; unit++) {
          gradient[at.outer + unit]! += pull * elu(inner[unit]!);
          const through = pull * now[at.outer + unit]! * eluSlope(inner[unit]!);
          gradient[at.bias + unit]! += through;
          for (let step = 0; step < steps; step++) {
            const weight = at.inner + unit * steps + step;
            gradient[weight]! += through * now[on[step]!]!;
            gradient[on[step]!]! += through * now[weight]!;
          }
        }
      }
      return total;
    },
    { iterations, rate: 0.05, nonNegative: at.outer },
  );

  const innerOf = (unit: number, inputs: ArrayLike<number>) => {
    let inner = point[at.bias + unit]!;
    for (let step = 0; step < steps; step++) inner += point[at.inner + unit * steps + step]! * inputs[step]!;
    return inner;
  };
  return {
    utilities: point.subarray(0, features),
    mix(inputs) {
      let value = point[at.base]!;
      for (let unit = 0; unit < units; unit++) value += point[at.outer + unit]! * elu(innerOf(unit, inputs));
      return value;
    },
    slopes(inputs) {
      const slopes = new Float64Array(steps);
      for (let unit = 0; unit < units; unit++) {
        const through = point[at.outer + unit]! * eluSlope(innerOf(unit, inputs));
        for (let step = 0; step < steps; step++) slopes[step]! += through * point[at.inner + unit * steps + step]!;
      }
      return slopes;
    },
  };
}

function elu(input: number): number {
  return input > 0 ? input : Math.expm1(input);
}

function eluSlope(input: number): number {
  return input > 0 ? 1 : Math.exp(input);
}
