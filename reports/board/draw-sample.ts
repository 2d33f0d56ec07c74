import { type Random, shuffle } from '../../harness/random.ts';

/** `size` of the keys, all of them where there are fewer, drawn without replacement from the stream named by `draw`. In the keys' own order. */
export function drawSample(keys: readonly string[], size: number, random: Random): string[] {
  const inOrder = keys.toSorted();
  const order = shuffle(
    random,
    Uint32Array.from(inOrder, (_, index) => index),
  );
  return [...order.subarray(0, size)].toSorted((a, b) => a - b).map((index) => inOrder[index]!);
}
