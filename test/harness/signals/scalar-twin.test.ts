import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepClass } from '../../../harness/signals/repair-classes.ts';
import { defaultTwinScale, scalarTwin } from '../../../harness/signals/scalar-twin.ts';

const classes = ['pre-error', 'error', 'repair', 'failure-aligned', 'neutral'] as const satisfies StepClass[];
const weight = fc.double({ min: 0, max: 4, noNaN: true });
const scales = fc.record({ kappa: weight, rho: weight, kappaTail: weight });
const sum = (rewards: Float64Array) => rewards.reduce((total, reward) => total + reward, 0);

describe('scalarTwin', () => {
  it('gives each class its number', () => {
    const twin = { rewards: Float64Array.of(0, -1, 0.5, -0.5, 0), repairPays: false };
    expect(scalarTwin(classes)).toEqual(twin);
    const scale = { kappa: 0.75, rho: 0.25, kappaTail: 0.125 };
    expect([...scalarTwin(classes, scale).rewards]).toEqual([0, -0.75, 0.25, -0.125, 0]);
  });

  it('stays in [−1, 1]', () => {
    expect([...scalarTwin(classes, { kappa: 9, rho: 8, kappaTail: 7 }).rewards]).toEqual([0, -1, 1, -1, 0]);
  });

  it('makes an error that its author repairs a loss, or says that it does not', () => {
    expect(sum(scalarTwin(['error', 'repair']).rewards)).toBeLessThan(0);
    fc.assert(
      fc.property(scales, (scale) => {
        const { rewards, repairPays } = scalarTwin(['error', 'repair'], scale);
        expect(repairPays).toBe(sum(rewards) >= 0);
        if (scale.rho >= scale.kappa) expect(repairPays).toBe(true);
      }),
    );
    expect(scalarTwin([], { kappa: 3, rho: 2, kappaTail: 0 }).repairPays).toBe(true);
  });

  it('pays nothing for padding', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...classes)), fc.nat({ max: 9 }), (said, padding) => {
        const padded = [...said, ...Array<StepClass>(padding).fill('neutral')];
        expect(sum(scalarTwin(padded).rewards)).toBe(sum(scalarTwin(said).rewards));
      }),
    );
  });

  it('has the defaults of the reference', () => {
    expect(defaultTwinScale).toEqual({ kappa: 1, rho: 0.5, kappaTail: 0.5 });
  });
});
