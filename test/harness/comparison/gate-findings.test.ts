import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../../harness/analysis-plan.ts';
import { acknowledgementOf } from '../../../harness/comparison/acknowledgement.ts';
import { alertsOf, gateFindings, gateOutcome, type SecondLook } from '../../../harness/comparison/gate-findings.ts';
import { nameWorse, regressionLines } from '../../../harness/comparison/regression-lines.ts';
import { errors } from './rows.ts';

const settings = {
  margins: { headline: 0.02, perMetric: {} },
  alpha: 0.05,
  plan: usualPlan,
  names: { first: 'a', second: 'b' },
};
const before = [0.5, 0.52, 0.47, 0.55, 0.51, 0.49];
const lookAt = (...shifts: number[]) =>
  regressionLines(
    [
      {
        method: 'm',
        targets: [],
        baseline: shifts.flatMap((_, task) => errors(before, { task: `t${task}` })),
        candidate: shifts.flatMap((shift, task) =>
          errors(
            before.map((value, place) => value + shift * (1 + (place % 2) / 10)),
            { task: `t${task}` },
          ),
        ),
      },
    ],
    settings,
  );
const conclude = (
  shift: number,
  given: { second?: SecondLook; until?: string; today?: string; task?: string } = {},
) => {
  const { until, second, today = '2027-01-31', task = 't0' } = given;
  const acknowledgements = until === undefined ? [] : [{ method: 'm', task, until, reason: 'known' }];
  const found = gateFindings(nameWorse(lookAt(shift).lines, 0.05), { acknowledgements, today, alpha: 0.05, second });
  return { finding: found[0]!, outcome: gateOutcome(found, false) };
};

describe('gateFindings', () => {
  it('fails on a regression, confirmed or not', () => {
    expect(conclude(0.2)).toMatchObject({ outcome: 'worse', finding: { conclusion: 'worse', confirmed: null } });
    const confirmed = conclude(0.2, { second: { look: lookAt(0.2), instances: 'fresh' } });
    expect(confirmed).toMatchObject({ outcome: 'worse', finding: { conclusion: 'worse', confirmed: true } });
    expect(confirmed.finding.notes).toEqual(['confirmed with fresh seeds on fresh instances']);
  });

  it('passes with a note where the second look passes', () => {
    const { outcome, finding } = conclude(0.2, { second: { look: lookAt(0), instances: 'the same' } });
    expect([outcome, finding.conclusion]).toEqual(['passes', 'not confirmed']);
    expect(finding.notes).toEqual(['not confirmed: passes with fresh seeds on the same instances']);
  });

  it('stays unproven where the second look is, and worse where it could not tell', () => {
    expect(conclude(0.2, { second: { look: lookAt(0.019), instances: 'fresh' } })).toMatchObject({
      outcome: 'incomplete',
      finding: { conclusion: 'unproven' },
    });
    const blind = conclude(0.2, { second: { reason: 'no method here' } });
    expect(blind).toMatchObject({ outcome: 'worse', finding: { notes: ['could not be confirmed: no method here'] } });
    expect(
      conclude(0.2, { second: { look: { lines: [], losses: [], unmeasured: [] }, instances: 'fresh' } }).outcome,
    ).toBe('worse');
  });

  it('does not fail on what is acknowledged, to the last day, and fails again after it', () => {
    expect(conclude(0.2, { until: '2027-01-31' })).toMatchObject({
      outcome: 'passes',
      finding: { conclusion: 'acknowledged', notes: ['acknowledged until 2027-01-31: known'] },
    });
    const expired = conclude(0.2, { until: '2027-01-31', today: '2027-02-01' });
    expect(expired).toMatchObject({ outcome: 'worse', finding: { conclusion: 'worse' } });
    expect(expired.finding.notes).toContain('its acknowledgement expired on 2027-01-31');
    expect(conclude(0.2, { until: '2027-12-31', task: 'other' }).outcome).toBe('worse');
  });

  it('takes nothing measured, anything lacking and anything unproven for incomplete, and worse before all of them', () => {
    const passing = gateFindings(nameWorse(lookAt(0).lines, 0.05), {
      acknowledgements: [],
      today: '2027-01-31',
      alpha: 0.05,
      second: undefined,
    });
    expect([gateOutcome([], false), gateOutcome(passing, true), gateOutcome(passing, false)]).toEqual([
      'incomplete',
      'incomplete',
      'passes',
    ]);
    expect(conclude(0.019).outcome).toBe('incomplete');
    expect(gateOutcome([conclude(0.2).finding, conclude(0.019).finding], true)).toBe('worse');
  });

  it('does not pass on values that the candidate has lost', () => {
    const [line] = nameWorse(lookAt(0).lines, 0.05);
    const given = { acknowledgements: [], today: '2027-01-31', alpha: 0.05, second: undefined };
    const [finding] = gateFindings([{ ...line!, lost: 2 }], given);
    expect(finding).toMatchObject({
      verdict: 'pass',
      conclusion: 'unproven',
      notes: ['no value on 2 cells that the baseline has one on'],
    });
  });

  it('asks for a second look only at what no valid acknowledgement covers', () => {
    const lines = nameWorse(lookAt(0.2, 0.2).lines, 0.05);
    const acknowledged = [{ method: 'm', task: 't0', until: '2027-01-31', reason: 'known' }];
    expect(alertsOf(lines, acknowledged, '2027-01-31').map(({ task }) => task)).toEqual(['t1']);
    expect(alertsOf(lines, acknowledged, '2027-02-01').map(({ task }) => task)).toEqual(['t0', 't1']);
  });

  it('lets the acknowledgement count that lasts longest', () => {
    const about = { method: 'm', task: 't', metric: 'mse' };
    const two = ['2027-01-01', '2027-03-01'].map((until) => ({ method: 'm', until, reason: until }));
    expect(acknowledgementOf(about, two, '2027-02-01')).toMatchObject({ until: '2027-03-01', expired: false });
    expect(acknowledgementOf(about, [{ ...two[0]!, metric: 'bias' }], '2027-02-01')).toBeUndefined();
  });
});
