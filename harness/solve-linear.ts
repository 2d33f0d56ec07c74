/** x of A x = b by elimination with partial pivoting. @param rows A, n lists of n. @throws RangeError where A is singular to rounding. */
export function solveLinear(rows: readonly (readonly number[])[], rightSide: readonly number[]): Float64Array {
  const size = rightSide.length;
  const table = rows.map((row, index) => Float64Array.of(...row, rightSide[index]!));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(table[row]![column]!) > Math.abs(table[pivot]![column]!)) pivot = row;
    [table[column], table[pivot]] = [table[pivot]!, table[column]!];
    const top = table[column]!;
    if (Math.abs(top[column]!) < 1e-12) throw new RangeError(`the equations are singular at unknown ${column}`);
    for (let row = column + 1; row < size; row++) {
      const factor = table[row]![column]! / top[column]!;
      if (factor !== 0) for (let k = column; k <= size; k++) table[row]![k]! -= factor * top[k]!;
    }
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = table[row]![size]!;
    for (let k = row + 1; k < size; k++) rest -= table[row]![k]! * solution[k]!;
    solution[row] = rest / table[row]![row]!;
  }
  return solution;
}
