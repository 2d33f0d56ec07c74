/** C(n, 0), C(n, 1), …, C(n, n). */
export function binomials(n: number): bigint[] {
  const row = [1n];
  for (let k = 0; k < n; k++) row.push((row[k]! * BigInt(n - k)) / BigInt(k + 1));
  return row;
}
