import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditRecord, auditRecordSchema } from '../../../harness/signals/audit-record.ts';
import type { SplitRule } from '../../../harness/signals/message-split.ts';
import { verifyRecord } from '../../../harness/signals/verify-record.ts';
import { failures } from './arbitrary-failure.ts';
import { recordOfFailure, recordOfSuccess } from './example-records.ts';
import { tampered } from './tampered.ts';

/** What is read back from the line that was written. */
const read = (record: AuditRecord) => auditRecordSchema.parse(JSON.parse(JSON.stringify(record)));

const credit = Float64Array.of(0.5, -0.25, 0.125);
const success = recordOfSuccess(credit, [0, 1, 0], [1, 0.5, -0.5], { id: 'centred', eta: 0.25 });
const failure = await recordOfFailure(
  {
    values: [0.5, 0.5, 0.25, 0.5, 0.25, 0.25],
    epsilon: 0.125,
    verdicts: ['neither', 'neither', 'corrects', 'continues', 'corrects'],
    steps: [
      { context: 'c0', message: 'fine', alternatives: [{ message: 'finer', value: 1 }] },
      {
        context: 'c1',
        message: 'wrong',
        alternatives: [
          { message: 'right', value: 0.75 },
          { message: 'correct', value: 0.875 },
          { message: 'worse', value: 0 },
        ],
      },
      { context: 'c2', message: 'fix', alternatives: [{ message: 'excuse', value: 0, class: 'failure-aligned' }] },
      { context: 'c3', message: 'spoil', alternatives: [{ message: 'keep', value: 0.5 }] },
      { context: 'c4', message: 'end', alternatives: [] },
    ],
  },
  'values',
);

describe('verifyRecord', () => {
  it('finds nothing in the record of a success, read back', () => {
    const unit = fc.double({ min: -1, max: 1, noNaN: true });
    const rules: fc.Arbitrary<SplitRule> = fc.oneof(
      fc.record({ id: fc.constant('centred' as const), eta: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ id: fc.constant('proportional' as const), beta: fc.double({ min: 0, max: 9, noNaN: true }) }),
    );
    const agents = 3;
    const share = fc.double({ min: -0.08, max: 0.25, noNaN: true });
    const messages = fc.array(fc.tuple(fc.nat({ max: agents - 1 }), unit), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(share, { minLength: agents, maxLength: agents }), messages, rules, (shares, said, rule) => {
        const authors = said.map(([agent]) => agent);
        const labels = said.map(([, label]) => label);
        expect(verifyRecord(read(recordOfSuccess(Float64Array.from(shares), authors, labels, rule)))).toEqual([]);
      }),
    );
  });

  it('finds nothing in the record of a failure, read back, whoever classifies', async () => {
    const classifiers = fc.constantFrom('values' as const, 'judge' as const);
    await fc.assert(
      fc.asyncProperty(failures, classifiers, async (one, classifier) => {
        expect(verifyRecord(read(await recordOfFailure(one, classifier)))).toEqual([]);
      }),
    );
  });

  it.each([
    ['outcome', 0.5, 'branch is "success"; outcome 0.5 under theta 1 is a failure'],
    ['outcome', 2, 'outcome is 2; expected a number in [0, 1]'],
    ['theta', 1.5, 'theta is 1.5; no outcome is above 1'],
    ['range', [2, 1], 'range is [2, 1]; expected the lower end first'],
    ['range', [0.5, 1], 'worth.empty is 0.25; outcomes are in [0.5, 1]'],
    ['worth.empty', 0.375, 'the sum of agents is 0.375; recomputed 0.25'],
    ['worth.grand', 0.75, 'luck is 0.375; recomputed 0.25'],
    ['agents.agent 0', 0.75, 'the sum of agents is 0.625; recomputed 0.375'],
    ['agents.agent 0', 1.5, 'agents.agent 0 is 1.5; its size is at most 1'],
    ['agents.agent 1', 0, 'the sum of the messages and the residual of "agent 1" is -0.25; recomputed 0'],
    ['labels.0.value', 0.5, 'messages[0].reward is 0.4375; recomputed 0.375'],
    ['labels.0.step', 1, 'the steps of labels[0] is 1; recomputed 0'],
    ['split.eta', 0, 'messages[2].reward is 0.0625; recomputed 0.25'],
    ['messages.1.reward', -0.125, 'messages[1].reward is -0.125; recomputed -0.25'],
    ['messages.1.reward', -2, 'messages[1].reward is -2; its size is at most 0.25'],
    ['messages.2.step', 7, 'the steps of messages[2] is 7; recomputed 2'],
    ['messages.1.agent', 'nobody', 'messages[1].agent names "nobody"; agents has no such name'],
    ['residual.agent 2', 0, 'residual.agent 2 is 0; recomputed 0.125'],
    ['residual', {}, 'the sum of the messages and the residual of "agent 2" is 0; recomputed 0.125'],
    ['residual', { nobody: 1 }, 'residual names "nobody"; agents has no such name'],
    ['luck', 0, 'luck is 0; recomputed 0.375'],
    ['calls.evaluator', 10, 'calls.evaluator is 10; shapley-exact of 3 agents asks at most 9'],
    [
      'estimator',
      { id: 'shapley-permutation', orders: 2 },
      'calls.evaluator is 8; shapley-permutation of 3 agents asks at most 7',
    ],
  ])('names a tampered %s of a success', (place, value, sentence) => {
    expect(verifyRecord(success)).toEqual([]);
    // The last case allows 2 · 2 + 2 + 1 = 7 calls.
    expect(verifyRecord(tampered(success, place, value)).join('\n')).toContain(sentence);
  });

  it.each([
    ['outcome', 1, 'branch is "failure"; outcome 1 under theta 1 is a success'],
    ['values', [0, 1], 'values has 2 numbers for 5 steps; expected one more than steps'],
    ['values.2', 0.5, 'checks[1].bad is true; recomputed false'],
    ['values.4', 0.5, 'classes[3].class is "failure-aligned"; recomputed "neutral"'],
    ['epsilon', 0.25, 'checks[1].bad is true; recomputed false'],
    ['badness', { id: 'no-return', kappa: 0.25 }, 'checks[1].bad is true; recomputed false'],
    ['search', 'binary', 'checks are not the questions of a binary search of 5 steps'],
    ['checks.0.prefix', 2, 'checks are not the questions of a linear search of 5 steps'],
    ['checks.0.prefix', 6, 'checks ask prefix 6; there are 5 steps'],
    ['checks.1.bad', false, 'checks[1].bad is false; recomputed true'],
    ['firstError.step', 2, 'firstError.step is 2; recomputed 1'],
    ['firstError', { step: null, reason: 'undetermined' }, 'firstError.step is null; recomputed 1'],
    ['classifier', 'judge', 'classes[4].class is "neutral"; recomputed "repair"'],
    ['steps.4.verdict', 'neither', 'classes[4].byJudge is "repair"; recomputed "neutral"'],
    ['steps.4.buildsOnError', true, 'classes[4].class is "neutral"; recomputed "failure-aligned"'],
    ['steps.3.context', 'elsewhere', 'pairs[3].context is "c3"; recomputed "elsewhere"'],
    ['classes.0.class', 'repair', 'classes[0].class is "repair"; recomputed "pre-error"'],
    ['classes.2.class', 'neutral', 'classes[2].class is "neutral"; recomputed "repair"'],
    ['classes.3.byValue', 'repair', 'classes[3].byValue is "repair"; recomputed "failure-aligned"'],
    ['classes.3.byJudge', 'repair', 'classes[3].byJudge is "repair"; recomputed "failure-aligned"'],
    ['steps.2.message', 'excuse', 'pairs[2]'],
    ['steps.1.alternatives.0.value', 0.25, 'dropped[0]'],
    ['pairs.0.chosen', 'wrong', 'pairs[0].chosen is "wrong"; recomputed "right"'],
    ['pairs.0.chosenValue', 1, 'pairs[0].chosenValue is 1; recomputed 0.75'],
    ['pairs.0.rejectedValue', 0, 'pairs[0].rejectedValue is 0; recomputed 0.25'],
    ['pairs.1.context', 'elsewhere', 'pairs[1].context is "elsewhere"; recomputed "c1"'],
    ['pairs.2.step', 0, 'pairs[2].step is 0; recomputed 2'],
    ['pairs', [], 'pairs[0] is missing; recomputed {"kind":"error"'],
    ['dropped.0.reason', 'equal-texts', 'dropped[0].reason is "equal-texts"; recomputed "not-better"'],
    ['scale.kappa', 0.75, 'scalar[1].reward is -1; recomputed -0.75'],
    ['scale.rho', 1, 'repairPays is false; recomputed true'],
    ['scale.kappaTail', 0, 'scalar[3].reward is -0.5; recomputed 0'],
    ['scalar.2.reward', 1, 'scalar[2].reward is 1; recomputed 0.5'],
    ['repairPays', true, 'repairPays is true; recomputed false'],
  ])('names a tampered %s of a failure', (place, value, sentence) => {
    expect(verifyRecord(failure)).toEqual([]);
    expect(verifyRecord(tampered(failure, place, value)).join('\n')).toContain(sentence);
  });

  it('says what a classifier lacks, and allows no pairs without values', () => {
    expect(verifyRecord({ ...failure, values: null }).join('\n')).toMatch(
      /classifier is "values", but the record lacks what it needs[\s\S]*pairs\[0\] is .*; recomputed missing/,
    );
    const judged = { ...failure, steps: failure.steps.map(({ verdict: _, ...step }) => step) };
    expect(verifyRecord({ ...judged, classifier: 'judge' })).toContain(
      'classifier is "judge", but the record lacks what it needs',
    );
  });

  it('asks for no verdict up to the error', () => {
    const later = failure.steps.map(({ verdict, ...step }, place) => (place > 1 ? { ...step, verdict } : step));
    expect(verifyRecord({ ...failure, steps: later })).toEqual([]);
    const latest = later.map((step, place) => (place > 2 ? step : { ...step, verdict: undefined }));
    expect(verifyRecord({ ...failure, steps: latest }).join('\n')).toContain('classes[2].byJudge');
  });

  it('checks labels against the values they are differences of', () => {
    const labels = success.labels.map((label) => ({ ...label, source: 'potential-difference' as const }));
    const values = [0, 1, 1, 0.5];
    const found = verifyRecord({ ...success, labels, values });
    expect(found).toEqual(['labels[1].value is 0.5; recomputed 0']);
  });
});

describe('auditRecordSchema', () => {
  it.each([
    ['labels.0.value', 1.5],
    ['split.eta', -1],
    ['luck', Number.NaN],
    ['messages.0.reward', Number.POSITIVE_INFINITY],
    ['calls.judge', -1],
    ['null', 'nothing'],
  ])('refuses %s %d', (place, value) => {
    expect(auditRecordSchema.safeParse(success).success).toBe(true);
    expect(auditRecordSchema.safeParse(tampered(success, place, value)).success).toBe(false);
  });

  it('refuses what it does not know', () => {
    expect(auditRecordSchema.safeParse({ ...failure, verdict: 'guilty' }).success).toBe(false);
  });
});
