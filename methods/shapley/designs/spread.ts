import type { Random } from '../../../harness/random.ts';

const golden = (Math.sqrt(5) - 1) / 2;

/** 0 … length−1, each once, from a uniform start in steps of about the golden section: every prefix is spread evenly. */
export function spread(random: Random, length: number): Uint32Array {
  const start = random.below(length);
  let step = Math.round(golden * length);
  while (greatestCommonDivisor(step, length) !== 1) step++;
  return Uint32Array.from({ length }, (_, index) => (start + index * step) % length);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
