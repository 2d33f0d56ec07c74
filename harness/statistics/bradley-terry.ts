import { solveLinear } from '../solve-linear.ts';
import { whyNotComparable } from './beat-graph.ts';
import { checkMagnitude } from './check-values.ts';
import { compensatedMean, compensatedSum } from './compensated-sum.ts';
import { columnsOf } from './matrix.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

export type BradleyTerry = {
  /** θ of each method in natural logarithms, sum 0; Elo's scale is 1000 + (400/ln 10)θ. */
  readonly strengths: number[];
  readonly standardErrors: number[];
  /** Of the strengths; a difference of two has the variance c_ii + c_jj − 2c_ij. */
  readonly covariance: number[][];
};

/**
 * Strengths with P(i beats j) = σ(θ_i − θ_j) that maximise Σ wins_ij ln σ(θ_i − θ_j) − (ridge/2)‖θ‖². `wins[i][j]` is how often
 * i beat j, a tie half a win each. Bradley & Terry (1952), statistics.md §6. @throws RangeError for a table that is not square, wins below 0 or over oneself, or a ridge below 0
 */
export function bradleyTerry(
  wins: readonly ArrayLike<number>[],
  { ridge = 0 }: { readonly ridge?: number } = {},
): BradleyTerry | Undefined {
  checkWins(wins);
  checkMagnitude(ridge, 'ridge');
  if (wins.length < 2) return undefinedFor(wins.length === 0 ? 'no values' : 'one method');
  const reason = ridge > 0 ? undefined : whyNotComparable(wins);
  if (reason !== undefined) return undefinedFor(reason);
  const strengths = maximise(wins, ridge);
  return { strengths, ...spreadAt(wins, ridge, strengths) };
}

/** Newton's method; a step is shortened so that it cannot overshoot, for |f‴| ≤ span·f″ along it. Bach (2010). */
function maximise(wins: readonly ArrayLike<number>[], ridge: number): number[] {
  let strengths = wins.map(() => 0);
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 1000; round++) {
    const step = solveLinear(information(wins, ridge, strengths), gradient(wins, ridge, strengths));
    const span = Math.max(...step) - Math.min(...step);
    // Steps shrink quadratically, until rounding keeps them up.
    if (span < 1e-12 || (span < 1e-9 && span >= before)) return strengths;
    before = span;
    const moved = strengths.map((theta, method) => theta + (step[method]! * Math.log1p(span)) / span);
    const centre = compensatedMean(moved);
    strengths = moved.map((theta) => theta - centre);
  }
  throw new RangeError('strengths did not settle in 1000 rounds of newton');
}

/** σ(x) = 1/(1 + e⁻ˣ). */
function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function gradient(wins: readonly ArrayLike<number>[], ridge: number, strengths: readonly number[]): number[] {
  return strengths.map(
    (theta, one) =>
      compensatedSum(
        strengths.map(
          (against, other) =>
            wins[one]![other]! * sigmoid(against - theta) - wins[other]![one]! * sigmoid(theta - against),
        ),
      ) -
      ridge * theta,
  );
}

/** The information, with the ridge and 11ᵀ/k, which holds the sum at 0 and makes it invertible. */
function information(wins: readonly ArrayLike<number>[], ridge: number, strengths: readonly number[]): number[][] {
  const rows = strengths.map((theta, one) =>
    strengths.map((against, other) => {
      const games = wins[one]![other]! + wins[other]![one]!;
      return -games * sigmoid(theta - against) * sigmoid(against - theta);
    }),
  );
  return rows.map((row, one) => {
    const own = ridge - compensatedSum(row.filter((_, other) => other !== one));
    return row.map((entry, other) => (other === one ? own : entry) + 1 / strengths.length);
  });
}

/** P(H + ridge·I + 11ᵀ/k)⁻¹P with P = I − 11ᵀ/k. */
function spreadAt(wins: readonly ArrayLike<number>[], ridge: number, strengths: readonly number[]) {
  const rows = information(wins, ridge, strengths);
  const projected = strengths.map((_, one) =>
    strengths.map((_, other) => (one === other ? 1 : 0) - 1 / strengths.length),
  );
  // The columns of P are orthogonal to 1, and so are the solutions: the second projection changes nothing.
  const covariance = projected.map((column) => Array.from(solveLinear(rows, column)));
  return { standardErrors: covariance.map((row, method) => Math.sqrt(row[method]!)), covariance };
}

function checkWins(wins: readonly ArrayLike<number>[]): void {
  const columns = columnsOf(wins, 'the wins');
  if (columns !== wins.length)
    throw new RangeError(`the wins have ${wins.length} rows and ${columns} columns; expected a square`);
  for (const [one, row] of wins.entries()) {
    if (row[one] !== 0) throw new RangeError(`method ${one} has ${row[one]} wins over itself; expected 0`);
    for (let other = 0; other < columns; other++) checkMagnitude(row[other]!, `wins[${one}][${other}]`);
  }
}
