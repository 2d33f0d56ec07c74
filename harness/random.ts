import { hash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A stream of random numbers that depends on its name alone: never on call order elsewhere, the clock or the machine.
 * xoroshiro128+ seeded with the first 128 bits of the SHA-256 of the name.
 */
export type Random = {
  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  float(): number;
  /** Uniform integer in [0, bound). */
  below(bound: number): number;
  /** An independent stream named by this one's name and `path`; drawing from either does not move the other. */
  stream(...path: readonly (string | number)[]): Random;
};

export function randomOf(...path: readonly (string | number)[]): Random {
  return streamNamed(path.map(escapePart).join('/'));
}

function streamNamed(name: string): Random {
  let generator: ReturnType<typeof xoroshiro128plusFromState> | undefined;
  const drawn = () => (generator ??= xoroshiro128plusFromState(stateOf(name)));
  return {
    float: () => uniformFloat64(drawn()),
    below: (bound) => uniformInt(drawn(), 0, bound - 1),
    stream: (...path) => streamNamed(`${name}/${path.map(escapePart).join('/')}`),
  };
}

function escapePart(part: string | number): string {
  return typeof part === 'number' ? String(part) : part.replace(/[%/]/g, encodeURIComponent);
}

function stateOf(name: string): number[] {
  const digest = hash('sha256', name, 'buffer');
  return [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)];
}

/** Fisher–Yates, in place. */
export function shuffle<List extends { [index: number]: number; readonly length: number }>(
  random: Random,
  list: List,
): List {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = list[last]!;
    list[last] = list[other]!;
    list[other] = kept;
  }
  return list;
}

/** The agents 0 … n−1 in a uniformly random order. */
export function randomOrder(random: Random, agents: number): Uint32Array {
  return shuffle(
    random,
    Uint32Array.from({ length: agents }, (_, agent) => agent),
  );
}

/** A draw from the symmetric Dirichlet(1, …, 1): `size` shares that sum to 1. */
export function randomShares(random: Random, size: number): Float64Array {
  const shares = Float64Array.from({ length: size }, () => -Math.log1p(-random.float()));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** An integer in [low, high]. */
export function randomInteger(random: Random, low: number, high: number): number {
  return low + random.below(high - low + 1);
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random.below(items.length)]!;
}

/** A standard normal number (Box–Muller). */
export function randomNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random.float()));
  return radius * Math.cos(2 * Math.PI * random.float());
}
