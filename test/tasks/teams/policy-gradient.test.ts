import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climbingPayoffs, matrixGameWorld } from '../../../tasks/teams/matrix-game.ts';
import { policyGradient, reachOf } from '../../../tasks/teams/policy-gradient.ts';
import type { Layer } from '../../../tasks/teams/tree.ts';
import { valuesOf } from '../../../tasks/teams/values.ts';
import { expectNear } from '../games/close.ts';
import { arbitraryFile } from './arbitrary-file.ts';
import { grown } from './grown.ts';

describe('the exact policy gradient', () => {
  it('is what finite differences of the expected outcome in the logits give', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team }) => {
        const { tree } = grown(team);
        const gradient = policyGradient(tree, valuesOf(tree));
        const width = 1e-5;
        for (const [step, layer] of tree.layers.entries())
          for (const edge of layer.policy.keys()) {
            if (layer.policy[edge] === 0) continue;
            const [up, down] = [width, -width].map((shift) => {
              const shifted = (other: Layer, at: number) =>
                at === step ? withLogit(layer, edge, shift) : other.policy;
              return valuesOf(tree, shifted)[0]![0]!;
            });
            expect(Math.abs((up! - down!) / (2 * width) - gradient[step]![edge]!)).toBeLessThan(1e-8);
          }
      }),
      { numRuns: 30 },
    );
  });

  it('adds up to nothing in every context', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team }) => {
        const { tree } = grown(team);
        for (const [step, edges] of policyGradient(tree, valuesOf(tree)).entries()) {
          const { first, end } = tree.layers[step]!;
          for (const context of first.keys())
            expectNear([edges.slice(first[context], end[context]).reduce((sum, value) => sum + value, 0)], [0]);
        }
      }),
    );
  });

  it('of the climbing game under uniform logits is (−26, −20, 46)/27 and, over both contexts of one row, (−26, −38, 64)/27', () => {
    const { tree } = grown(matrixGameWorld(climbingPayoffs, [thirds, thirds]));
    const [row, column] = policyGradient(tree, valuesOf(tree));
    expectNear(row!, [-26 / 27, -20 / 27, 46 / 27]);
    const byAction = [0, 1, 2].map((action) =>
      column!.filter((_, edge) => edge % 3 === action).reduce((sum, value) => sum + value, 0),
    );
    expectNear(byAction, [-26 / 27, -38 / 27, 64 / 27]);
  });
});

it('a team reaches the contexts of a step with probabilities that add up to 1', () => {
  fc.assert(
    fc.property(arbitraryFile(), ({ team }) => {
      for (const layer of reachOf(grown(team).tree)) expectNear([layer.reduce((sum, chance) => sum + chance, 0)], [1]);
    }),
  );
});

const thirds = [1 / 3, 1 / 3, 1 / 3];

/** The softmax policy of the layer after the logit of one edge has moved. */
function withLogit({ first, end, policy }: Layer, edge: number, shift: number): number[] {
  const moved = [...policy];
  const context = first.findIndex((from, index) => from <= edge && edge < end[index]!);
  moved[edge]! *= Math.exp(shift);
  let total = 0;
  for (let other = first[context]!; other < end[context]!; other++) total += moved[other]!;
  for (let other = first[context]!; other < end[context]!; other++) moved[other]! /= total;
  return moved;
}
