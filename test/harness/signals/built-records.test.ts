import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Episode } from '../../../harness/contract.ts';
import { type AuditRecord, auditRecordSchema, type RecordDraft } from '../../../harness/signals/audit-record.ts';
import { drop } from '../../../harness/signals/badness.ts';
import { contextsOf } from '../../../harness/signals/contexts.ts';
import { recordFailure } from '../../../harness/signals/failure-record.ts';
import { binarySearch, linearSearch } from '../../../harness/signals/first-error.ts';
import { defaultTwinScale } from '../../../harness/signals/scalar-twin.ts';
import { recordSuccess } from '../../../harness/signals/success-record.ts';
import { verifyRecord } from '../../../harness/signals/verify-record.ts';
import { failures } from './arbitrary-failure.ts';
import { nameOf, recordOfFailure, recordOfSuccess } from './example-records.ts';
import { at, numericPlaces } from './numeric-places.ts';
import { tampered } from './tampered.ts';

const calls = { evaluator: 0, judge: 0, messages: 24 };
const whole = (draft: RecordDraft, instance = 'built'): AuditRecord => ({
  ...draft,
  kind: 'signals',
  instance,
  null: 'placeholder',
  calls,
});

function episodeBy(agents: number, authors: readonly number[], texts: readonly string[], outcome: number): Episode {
  return {
    agents: Array.from({ length: agents }, (_, agent) => ({ id: nameOf(agent), role: 'agent' })),
    problem: 'p',
    messages: authors.map((agent, step) => ({ agent, text: texts[step] ?? `m${step}` })),
    outcome,
    range: [0, 1],
  };
}

const share = fc.double({ min: -0.08, max: 0.25, noNaN: true });
const label = fc.double({ min: -1, max: 1, noNaN: true });
const successes = fc.record({
  credit: fc.array(share, { minLength: 3, maxLength: 3 }),
  said: fc.array(fc.tuple(fc.nat({ max: 2 }), label), { maxLength: 8 }),
  split: fc.oneof(
    fc.constant({ id: 'centred' as const }),
    fc.record({ id: fc.constant('centred' as const), eta: fc.double({ min: 0, max: 0.5, noNaN: true }) }),
    fc.record({ id: fc.constant('proportional' as const), beta: fc.double({ min: 0, max: 5, noNaN: true }) }),
  ),
});
type Success = typeof successes extends fc.Arbitrary<infer One> ? One : never;

function builtSuccess({ credit, said, split }: Success) {
  const authors = said.map(([agent]) => agent);
  const agents = Float64Array.from(credit);
  const labels = said.map(([, value]) => value);
  const grand = agents.reduce((sum, value) => sum + value, 0.25);
  const { draft } = recordSuccess(episodeBy(3, authors, [], 1), {
    theta: 1,
    estimator: { id: 'shapley-exact' },
    worth: { empty: 0.25, grand },
    agents,
    labels,
    source: 'prm',
    split,
  });
  return { draft, agents, authors, labels };
}

async function builtFailure(one: typeof failures extends fc.Arbitrary<infer One> ? One : never, judged: boolean) {
  const { steps, values, epsilon, verdicts } = one;
  const texts = steps.map(({ message }) => message);
  const episode = episodeBy(
    2,
    steps.map((_, step) => step % 2),
    texts,
    0,
  );
  const search = judged ? 'binary' : 'linear';
  const { found, checks } = await { linear: linearSearch, binary: binarySearch }[search](
    steps.length,
    drop(values, epsilon),
  );
  const draft = recordFailure(episode, {
    theta: 1,
    badness: { id: 'drop' },
    search,
    checks: [...checks],
    firstError: found,
    epsilon,
    values,
    verdicts,
    alternatives: steps.map(({ alternatives }) => alternatives),
    classifier: judged ? 'judge' : 'values',
    scale: defaultTwinScale,
  });
  return { draft, episode };
}

/** What nobody can recompute: what was measured, decided or paid. Everything else is a signal, and follows. */
const inputs =
  /^(calls|range|theta|epsilon|values|scale|estimator|labels\.\d+\.value|split)|alternatives\.\d+\.value|^outcome$/;

describe('a record of a success', () => {
  it('is the one put together by hand', () => {
    fc.assert(
      fc.property(successes, (one) => {
        const { draft, agents, authors, labels } = builtSuccess(one);
        if (draft.branch !== 'success') throw new Error('not a success');
        const byHand = recordOfSuccess(agents, authors, labels, draft.split);
        expect(whole(draft, byHand.instance)).toEqual({ ...byHand, calls });
      }),
    );
  });

  it('shares the outcome where no worth is known, and books no luck', () => {
    const { draft } = recordSuccess(episodeBy(2, [0, 1], [], 1), {
      theta: 1,
      estimator: { id: 'equal-split' },
      worth: null,
      agents: Float64Array.of(0.5, 0.5),
      labels: [0, 0],
      source: 'prm',
      split: { id: 'centred' },
    });
    expect(verifyRecord(whole(draft))).toEqual([]);
    expect(verifyRecord(tampered(whole(draft), 'luck', 0))).toContain('luck is 0; recomputed null');
    expect(verifyRecord(tampered(whole(draft), 'agents.agent 0', 0.4))).not.toEqual([]);
  });
});

describe('a record of a failure', () => {
  it('is the one put together by hand, with the contexts of the transcript', async () => {
    await fc.assert(
      fc.asyncProperty(failures, async (one) => {
        const { draft, episode } = await builtFailure(one, false);
        const contexts = contextsOf(episode);
        const steps = one.steps.map((step, place) => ({ ...step, context: contexts[place]! }));
        const byHand = await recordOfFailure({ ...one, steps }, 'values');
        expect(whole(draft, byHand.instance)).toEqual({ ...byHand, calls });
      }),
    );
  });

  it('is not made where the classifier was not asked', () => {
    const inputsWithoutValues = {
      theta: 1,
      badness: { id: 'judged' as const },
      search: 'linear' as const,
      checks: [{ prefix: 1, bad: true }],
      firstError: { step: 0 },
      epsilon: 0,
      values: null,
      scale: defaultTwinScale,
    };
    for (const classifier of ['values', 'judge'] as const)
      expect(() => recordFailure(episodeBy(1, [0], [], 0), { ...inputsWithoutValues, classifier })).toThrow(RangeError);
  });
});

describe('verifyRecord on what was built', () => {
  const records = fc.oneof(
    successes.map((one) => async () => whole(builtSuccess(one).draft)),
    fc.tuple(failures, fc.boolean()).map(
      ([one, judged]) =>
        async () =>
          whole((await builtFailure(one, judged)).draft),
    ),
  );

  it('finds nothing, and every signal whose number was changed', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(1, -2), async (build, change) => {
        const record = auditRecordSchema.parse(JSON.parse(JSON.stringify(await build())));
        expect(verifyRecord(record)).toEqual([]);
        for (const place of numericPlaces(record).filter((one) => !inputs.test(one))) {
          changed++;
          const forged = tampered(record, place, (at(record, place) as number) + change);
          const isCaught = !auditRecordSchema.safeParse(forged).success || verifyRecord(forged).length > 0;
          expect(isCaught, `${place} of ${JSON.stringify(record)}`).toBe(true);
        }
      }),
    );
    expect(changed).toBeGreaterThan(500);
  });
});
