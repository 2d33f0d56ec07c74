import { randomOf } from '../random.ts';

/** A state of splitmix64 as two unsigned halves of 32 bits: what names a stream of draws. */
export type Key = { readonly high: number; readonly low: number };

/** The key of a name: the same on every machine, another for every other name. */
export function keyOf(...name: readonly (string | number)[]): Key {
  const random = randomOf(...name);
  return { high: random.below(2 ** 32), low: random.below(2 ** 32) };
}

/** The key of part `index` of what `key` names, index in [0, 2³¹ − 1): its draws are independent of those of `key` and of other parts. */
export function childKey(key: Key, index: number): Key {
  // Draws use the outputs below 2³¹.
  setOutput(key, 2 ** 31 + index);
  return { high: last[0]!, low: last[1]! };
}

/** Draw `index` of the key's stream, uniform on 0 … bound − 1; it does not depend on which draws were made before. */
export function drawBelow(key: Key, index: number, bound: number): number {
  return Math.floor(uniformAt(key, index) * bound);
}

/** Draw `index` of the key's stream on [0, 1): that output of splitmix64 as a double. */
export function uniformAt(key: Key, index: number): number {
  setOutput(key, index);
  return (last[0]! * 2 ** 21 + (last[1]! >>> 11)) / 2 ** 53;
}

/** The upper and lower half of the last output: set before every use, because a pair per draw would be slow. */
const last = new Uint32Array(2);

/** Sets output `index` (from 0) of splitmix64 started at the key, in halves because BigInt is slow; statistics.md §11. */
function setOutput(key: Key, index: number): void {
  const steps = (index + 1) | 0;
  const step = Math.imul(steps, 0x7f4a7c15);
  let low = (key.low + step) | 0;
  const carry = low >>> 0 < step >>> 0 ? 1 : 0;
  let high = (key.high + upperProduct(steps, 0x7f4a7c15) + Math.imul(steps, 0x9e3779b9) + carry) | 0;

  low ^= (low >>> 30) | (high << 2);
  high ^= high >>> 30;
  high = (upperProduct(low, 0x1ce4e5b9) + Math.imul(high, 0x1ce4e5b9) + Math.imul(low, 0xbf58476d)) | 0;
  low = Math.imul(low, 0x1ce4e5b9);

  low ^= (low >>> 27) | (high << 5);
  high ^= high >>> 27;
  high = (upperProduct(low, 0x133111eb) + Math.imul(high, 0x133111eb) + Math.imul(low, 0x94d049bb)) | 0;
  low = Math.imul(low, 0x133111eb);

  last[0] = high ^ (high >>> 31);
  last[1] = low ^ ((low >>> 31) | (high << 1));
}

/** The upper half of the product of two unsigned 32-bit numbers, given and returned as signed ones. Warren (2013), §8-2. */
function upperProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const lower = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  return (Math.imul(a1, b1) + (middle >>> 16) + (lower >>> 16)) | 0;
}
