import fc from 'fast-check';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';

type Rules = NonNullable<TeamFile['steps'][number]['absent']>;

/**
 * A random team file with everything a file may have, and one transcript of it: one to three agents (not all need speak), one to four
 * steps, menus of one to three messages, rules with wildcards that overlap, scores in an odd range, errors that depend on what was said.
 */
export function arbitraryFile(): fc.Arbitrary<{ team: TeamFile; messages: string[] }> {
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }))
    .chain(([agents, widths]) => {
      const names = ['ann', 'bob', 'cyd'].slice(0, agents);
      const menus = widths.map((width, step) => Array.from({ length: width }, (_, place) => `${step}${'xyz'[place]}`));
      const whenBefore = (step: number) =>
        fc.tuple(...menus.slice(0, step).map((menu) => fc.constantFrom('*', ...menu)));
      const rules = (step: number): fc.Arbitrary<Rules> =>
        fc
          .tuple(
            fc.array(fc.record({ when: whenBefore(step), choose: chances(widths[step]!) }), { maxLength: 2 }),
            chances(widths[step]!),
          )
          .map(([special, choose]) => [...special, { choose }]);
      const step = (_: number, at: number): fc.Arbitrary<TeamFile['steps'][number]> =>
        fc.record({
          agent: fc.constantFrom(...names),
          messages: fc
            .array(fc.boolean(), { minLength: widths[at]!, maxLength: widths[at]! })
            .map((spoken) => menus[at]!.map((id, place) => (spoken[place] ? { id, text: `I say ${id}.` } : id))),
          policy: rules(at),
          absent: rules(at),
        });
      const score = fc.integer({ min: -4, max: 8 }).map((quarter) => quarter / 4);
      const error = fc.nat(widths.length - 1).chain((at) =>
        fc.record({
          step: fc.constant(at),
          when: whenBefore(at),
          messages: fc.subarray(menus[at]!, { minLength: 1 }),
        }),
      );
      return fc.record({
        team: fc.record({
          kind: fc.constant('team' as const),
          agents: fc.constant(names),
          range: fc.constant([-1, 2] as [number, number]),
          threshold: score,
          steps: fc.tuple(...widths.map(step)),
          outcome: fc
            .tuple(fc.array(fc.record({ when: whenBefore(widths.length), score }), { maxLength: 5 }), score)
            .map(([special, score]) => [...special, { score }]),
          errors: fc.array(error, { maxLength: 3 }),
        }),
        messages: fc.tuple(...menus.map((menu) => fc.constantFrom(...menu))),
      });
    });
}

/** Probabilities of a menu; often some are 0. */
function chances(width: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.nat(3), { minLength: width, maxLength: width })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    });
}
