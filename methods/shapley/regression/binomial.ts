/** C(n, k) as a double; Infinity beyond its range, which only ever is divided by. */
export function binomial(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let taken = 1; taken <= Math.min(k, n - k); taken++) ways = (ways * (n - taken + 1)) / taken;
  return ways < 2 ** 53 ? Math.round(ways) : ways;
}
