import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { noisyLabels } from '../../../harness/signals/label-noise.ts';

const many = 20_000;
const labels = (value: number) => new Float64Array(many).fill(value);
const mean = (numbers: Float64Array) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe('noisyLabels', () => {
  it('adds normal noise of the size it is given, and stays in [−1, 1]', () => {
    const noisy = noisyLabels(labels(0), { sigma: 0.2, flip: 0 }, randomOf('sigma'));
    const variance = mean(noisy.map((label) => label ** 2));
    expect(Math.abs(mean(noisy))).toBeLessThan((4 * 0.2) / Math.sqrt(many));
    // Clipping at five standard deviations changes nothing that could be seen here.
    expect(Math.abs(variance / 0.04 - 1)).toBeLessThan(4 * Math.sqrt(2 / many));
    const wild = noisyLabels(labels(1), { sigma: 3, flip: 0 }, randomOf('clip'));
    expect(Math.max(...wild)).toBe(1);
    expect(Math.min(...wild)).toBe(-1);
  });

  it('turns signs with the probability it is given', () => {
    const noisy = noisyLabels(labels(0.5), { sigma: 0, flip: 0.3 }, randomOf('flip'));
    const turned = noisy.filter((label) => label < 0).length / many;
    expect(Math.abs(turned - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / many));
    expect(new Set(noisy)).toEqual(new Set([0.5, -0.5]));
  });

  it('changes nothing without noise', () => {
    const exact = Float64Array.of(0.25, -1, 0);
    expect(noisyLabels(exact, { sigma: 0, flip: 0 }, randomOf('none'))).toEqual(exact);
  });
});
