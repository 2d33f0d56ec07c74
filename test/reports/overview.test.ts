import { expect, test } from 'vitest';
import { hashOfPlan, usualPlan } from '../../harness/analysis-plan.ts';
import { leadOf } from '../../reports/lead.ts';
import { notices } from '../../reports/notices.ts';
import { orientedPair } from '../../reports/oriented-pair.ts';
import { pageScript } from '../../reports/page-script.ts';
import { planLines } from '../../reports/plan-lines.ts';
import { rankIntervalText, tiedRanks } from '../../reports/rank-text.ts';
import { scriptJson } from '../../reports/script-json.ts';
import { truthText } from '../../reports/truth-text.ts';
import { provenanceView } from '../../reports/views/provenance-view.ts';
import { exampleBoards } from './example-boards.ts';
import { hostile } from './example-manifest.ts';
import { exampleResolution } from './example-resolution.ts';
import { exampleSummary } from './example-summary.ts';

const board = exampleBoards[1]!;

test('tied ranks > a tie group shares the rank of its best, and shows that it is shared', () => {
  const ranks = tiedRanks(board);
  expect([...ranks]).toEqual([
    [hostile.html, { rank: 3, text: '3' }],
    ['kernel-shap', { rank: 1, text: '1=' }],
    ['shapley-permutation', { rank: 1, text: '1=' }],
  ]);
  expect([rankIntervalText({ best: 1, worst: 3 }), rankIntervalText({ best: 2, worst: 2 })]).toEqual(['1–3', '2']);
});

test('oriented pair > seen from the other side, differences and shares turn around', () => {
  expect(orientedPair(exampleResolution, 'shapley-permutation', 'kernel-shap')).toMatchObject({
    first: 'shapley-permutation',
    difference: -0.0121896,
    low: -0.0301,
    high: 0.0057,
    won: 0.375,
    verdict: 'undecided',
    more: 340,
  });
  expect(orientedPair(exampleResolution, hostile.html, 'kernel-shap')?.verdict).toBe('second');
  expect(orientedPair(exampleResolution, 'kernel-shap', 'uniform')).toBeNull();
  expect(orientedPair(null, 'kernel-shap', hostile.html)).toBeNull();
});

test('lead > the leading group, the next group and the best control, the oracle left out', () => {
  const { leaders, next, margin, rivalry, controls } = leadOf(board);
  expect(leaders.map(({ method }) => method)).toEqual(['kernel-shap', 'shapley-permutation']);
  expect(next?.method).toBe(hostile.html);
  expect([margin?.difference, margin?.verdict]).toEqual([0.6988896, 'first']);
  expect(rivalry?.more).toBe(340);
  expect(controls.map(({ method }) => method)).toEqual(['uniform']);
});

test('truth > origins are counted over the tasks of the table', () => {
  expect(truthText(exampleSummary, board)).toBe('closed-form (1 task), enumerated (1 task)');
  expect(truthText(exampleSummary, exampleBoards[3]!)).toBe('annotated (1 task)');
});

test('notices > warn of what moves a number, and each leads to its section', () => {
  expect(notices(exampleSummary).map(({ isWarning, section }) => [isWarning, section])).toEqual([
    [true, 'coverage'],
    [true, 'provenance'],
    [true, 'laws'],
    [false, 'doctor'],
    [false, 'claims'],
  ]);
  const clean = {
    ...exampleSummary,
    counts: { ...exampleSummary.counts, cells: 80, failed: 0 },
    laws: [],
    claims: [],
    doctor: [],
    analysis: { ...exampleSummary.analysis, earlier: [], instead: null },
  };
  expect(notices(clean).map(({ isWarning }) => isWarning)).toEqual([false]);
  const instead = { ...clean, analysis: { ...clean.analysis, instead: 'missing: worst' } };
  expect(notices(instead)[1]).toMatchObject({ isWarning: true, text: 'Not as the plan declares: missing: worst.' });
});

test('plan > every setting of an analysis plan has its line', () => {
  const names = planLines({ ...usualPlan, margins: { mse: 0.1, bias: 0.2 } }).map(({ name }) => name.split('.')[0]);
  expect([...new Set(names)].toSorted()).toEqual(Object.keys(usualPlan).toSorted());
  expect(planLines(usualPlan).find(({ name }) => name === 'margins')?.value).toBe('none');
});

test('provenance > every run with its command and plan, and whether the plan was another one', () => {
  const { runs, deviations, hash, commands } = provenanceView(exampleSummary);
  expect(runs.map(({ run, cells, end, isOtherPlan }) => [run, cells, end, isOtherPlan])).toEqual([
    ['1', '20', 'not ended', true],
    ['2', '79', '2026-01-02T03:05:05Z', false],
  ]);
  expect(runs[0]?.command).toBe("npx creditbench run --methods kernel-shap --out 'it'\\''s'");
  expect(commands.split('\n')).toHaveLength(2);
  expect(deviations).toEqual(['Changed after run 1, which declared c81e728d9d4c.']);
  expect(hash).toBe(hashOfPlan(usualPlan));
});

test('page script > is one, cannot be ended from inside, and makes nothing of data but text', () => {
  const { script, policy } = pageScript();
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/=]{44}';/);
});

test('script json > cannot be ended by a name, and reads back', () => {
  const value = { a: '</script><!--', b: '\u2028' };
  expect(scriptJson(value)).not.toContain('<');
  expect(JSON.parse(scriptJson(value))).toEqual(value);
});
