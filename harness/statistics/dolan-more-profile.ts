import { checkFinite, checkMagnitude } from './check-values.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * Per solver, the share of problems it solves at no more than `factor` times the least cost any solver needed there.
 * @param costs problems × solvers, each at least 0; null is a failed solve, which stays in the denominator
 * @returns one curve per solver, with one share per factor. Dolan & Moré (2002); statistics.md §2
 */
export function dolanMoreProfile(
  costs: readonly (readonly (number | null)[])[],
  factors: ArrayLike<number>,
): number[][] | Undefined {
  checkFinite(factors, 'the factors');
  const solvers = costs[0]?.length ?? 0;
  for (const [problem, row] of costs.entries()) checkRow(row, problem, solvers);
  if (costs.length === 0) return undefinedFor('no values');
  const least = costs.map((row) =>
    row.reduce<number>((low, cost) => Math.min(low, cost ?? low), Number.POSITIVE_INFINITY),
  );
  if (least.includes(0)) return undefinedFor(`the least cost of problem ${least.indexOf(0)} is 0, so it has no ratios`);
  return Array.from({ length: solvers }, (_, solver) => {
    const ratios = costs.flatMap((row, problem) => ratioOf(row[solver]!, least[problem]!));
    return Array.from(factors, (factor) => ratios.filter((ratio) => ratio <= factor).length / costs.length);
  });
}

/** To 12 significant digits, so that 0.3 / 0.1 is within a factor of 3; nothing for a failed solve. */
function ratioOf(cost: number | null, least: number): readonly number[] {
  return cost === null ? [] : [Number((cost / least).toPrecision(12))];
}

function checkRow(row: readonly (number | null)[], problem: number, solvers: number): void {
  if (row.length !== solvers)
    throw new RangeError(`problem ${problem} has ${row.length} costs; expected ${solvers} as problem 0 has`);
  if (solvers === 0) throw new RangeError('the costs have problems without solvers');
  for (const [solver, cost] of row.entries())
    if (cost !== null) checkMagnitude(cost, `the cost of solver ${solver} on problem ${problem}`);
}
