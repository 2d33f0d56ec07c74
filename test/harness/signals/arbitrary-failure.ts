import fc from 'fast-check';
import type { PairStep } from '../../../harness/signals/preference-pairs.ts';

/** Values in eighths, so that ties and differences of exactly ε happen. */
const value = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);
const text = fc.constantFrom('a', 'b', 'c', 'd');
const alternative = fc.record(
  { message: text, value, class: fc.constantFrom('repair' as const, 'failure-aligned' as const, 'neutral' as const) },
  { requiredKeys: ['message', 'value'] },
);

/** A failed transcript with a first error, its values and what else could have been said. */
export const failures = fc
  .array(fc.record({ message: text, alternatives: fc.array(alternative, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((said) =>
    fc.record({
      steps: fc.constant(said.map((step, place): PairStep => ({ ...step, context: `context ${place}` }))),
      values: fc.array(value, { minLength: said.length + 1, maxLength: said.length + 1 }),
      firstError: fc.nat({ max: said.length - 1 }),
      epsilon: fc.constantFrom(0, 0.125, 0.25),
      verdicts: fc.array(fc.constantFrom('corrects' as const, 'continues' as const, 'neither' as const), {
        minLength: said.length,
        maxLength: said.length,
      }),
    }),
  );
