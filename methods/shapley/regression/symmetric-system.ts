/** The lower Cholesky factor of a symmetric matrix, over its lower triangle, row by row; false where it is not positive definite. */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++) {
    const at = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let sum = matrix[at + column]!;
      for (let k = 0; k < column; k++) sum -= matrix[at + k]! * matrix[other + k]!;
      if (column < row) matrix[at + column] = sum / matrix[other + column]!;
      else if (sum > 0) matrix[at + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves L Lᵀ x = b in place, L as `factorise` leaves it. */
export function solveFactorised(factor: Float64Array, size: number, vector: Float64Array): Float64Array {
  for (let row = 0; row < size; row++) {
    let sum = vector[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * size + k]! * vector[k]!;
    vector[row] = sum / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = (vector[row]! /= factor[row * size + row]!);
    for (let k = 0; k < row; k++) vector[k]! -= factor[row * size + k]! * value;
  }
  return vector;
}
