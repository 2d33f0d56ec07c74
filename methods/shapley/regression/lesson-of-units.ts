import { copyRow, emptyCoalitions, include } from '../../../harness/coalitions.ts';
import { type Folds, isHeldOut } from './folds.ts';
import type { Lesson } from './learner.ts';
import { rowsOf } from './rows.ts';
import { type Units, withComplements } from './units.ts';

/** Rows ∅, N, and those of every unit: one, or a coalition and its complement. */
export function lessonOf({ agents, coalitions, worths, complements }: Units, total: number): Lesson {
  const drawn = complements === null ? coalitions : withComplements(coalitions);
  const all = emptyCoalitions(agents, drawn.count + 2);
  for (let agent = 0; agent < agents; agent++) include(all, 1, agent);
  for (let row = 0; row < drawn.count; row++) copyRow(drawn, row, all, row + 2);
  const values = new Float64Array(all.count);
  values[1] = total;
  const perUnit = complements === null ? 1 : 2;
  for (let unit = 0; unit < worths.length; unit++) {
    values[2 + perUnit * unit] = worths[unit]!;
    if (complements !== null) values[3 + 2 * unit] = complements[unit]!;
  }
  return { rows: rowsOf(all), values, isPaired: complements !== null };
}

/** The rows that a fold's fit may see: ∅, N and those of the units that are not held out. */
export function trainingRows({ complements, stratum }: Units, folds: Folds, fold: number): Int32Array {
  const rows = [0, 1];
  for (let unit = 0; unit < stratum.length; unit++) {
    if (isHeldOut(folds, unit, fold)) continue;
    if (complements === null) rows.push(2 + unit);
    else rows.push(2 + 2 * unit, 3 + 2 * unit);
  }
  return Int32Array.from(rows);
}

/** Per unit what a fit leaves of it, above what it leaves of ∅; of a pair less the same of its complement. */
export function residualsOf({ stratum }: Units, { values, isPaired }: Lesson, fitted: Float64Array): Float64Array {
  const left = (row: number) => values[row]! - fitted[row]!;
  return Float64Array.from(stratum, (_, unit) =>
    isPaired ? left(2 + 2 * unit) - left(3 + 2 * unit) : left(2 + unit) - left(0),
  );
}
