/**
 * Shares α ≥ 0 with Σα = 1 that minimise αᵀ Q α, by trying every support: for up to about six things to mix. A support on which Q
 * is singular, as where a residual is zero, is left to its subsets.
 * @param loss Q, symmetric, size × size
 */
export function leastSquareMix(loss: Float64Array, size: number): Float64Array {
  const level = Array.from({ length: size }, (_, i) => loss[i * size + i]!).reduce((sum, one) => sum + one, 0);
  let best: { value: number; shares: Float64Array } = {
    value: Number.POSITIVE_INFINITY,
    shares: new Float64Array(size),
  };
  for (let support = 1; support < 2 ** size; support++) {
    const members = Array.from({ length: size }, (_, one) => one).filter((one) => (support >> one) & 1);
    const shares = sharesOn(loss, size, members, level);
    if (shares === undefined) continue;
    let value = 0;
    for (const i of members) for (const j of members) value += shares[i]! * shares[j]! * loss[i * size + j]!;
    if (value < best.value) best = { value, shares };
  }
  return best.shares;
}

/** The unconstrained optimum Q⁻¹1 / 1ᵀQ⁻¹1 on the support, where it is positive. */
function sharesOn(
  loss: Float64Array,
  size: number,
  members: readonly number[],
  level: number,
): Float64Array | undefined {
  const shares = new Float64Array(size);
  if (members.length === 1) {
    shares[members[0]!] = 1;
    return shares;
  }
  const rows = members.map((i) => [...members.map((j) => loss[i * size + j]!), 1]);
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const divisor = rows[pivot]![pivot]!;
    if (!(divisor > 1e-12 * level)) return undefined;
    for (let row = 0; row < rows.length; row++) {
      if (row === pivot) continue;
      const factor = rows[row]![pivot]! / divisor;
      for (let column = pivot; column <= rows.length; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const raw = rows.map((row, at) => row[rows.length]! / row[at]!);
  const total = raw.reduce((sum, one) => sum + one, 0);
  for (const [at, member] of members.entries()) {
    shares[member] = raw[at]! / total;
    if (!(shares[member]! >= 0)) return undefined;
  }
  return shares;
}
