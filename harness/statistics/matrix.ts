import { checkFinite } from './check-values.ts';

/** Scores of one method, runs × tasks: one row per run, each with one score per task. */
export type Matrix = readonly ArrayLike<number>[];

/** The number of tasks. @throws RangeError where rows differ in length, have no columns or hold what is not finite */
export function columnsOf(matrix: Matrix, what = 'the matrix'): number {
  const columns = matrix[0]?.length ?? 0;
  for (const [row, values] of matrix.entries()) {
    if (values.length !== columns)
      throw new RangeError(`row ${row} of ${what} has ${values.length} values; expected ${columns} as in row 0`);
    if (columns === 0) throw new RangeError(`${what} has rows without columns`);
    checkFinite(values, `row ${row} of ${what}`);
  }
  return columns;
}

/** One column, from the first row to the last. */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  return Float64Array.from(matrix, (row) => row[column]!);
}

/** All values of a vector, or of a matrix row by row. @throws RangeError as `columnsOf` does */
export function pooled(values: ArrayLike<number> | Matrix): Float64Array {
  if (!isMatrix(values)) {
    checkFinite(values, 'the values');
    return Float64Array.from(values);
  }
  const columns = columnsOf(values);
  const all = new Float64Array(values.length * columns);
  for (const [row, scores] of values.entries()) all.set(scores, row * columns);
  return all;
}

function isMatrix(values: ArrayLike<number> | Matrix): values is Matrix {
  return Array.isArray(values) && typeof values[0] === 'object';
}
