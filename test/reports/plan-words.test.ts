import { expect, test } from 'vitest';
import { type AnalysisPlan, analysisPlanSchema, usualPlan } from '../../harness/analysis-plan.ts';
import { intervalWords, planSentences, testWords, unitWords } from '../../reports/plan-words.ts';
import { exampleResolution } from './example-resolution.ts';
import { exampleSummary } from './example-summary.ts';

const table = exampleSummary.boards.find(({ board, budget }) => board === 'agent' && budget === null)!;
const withPlan = (plan: Partial<AnalysisPlan>) => ({
  ...exampleSummary,
  analysis: { ...exampleSummary.analysis, plan: { ...usualPlan, ...plan } },
});

test('plan words > the footnote names test, unit, α, correction, n, resamples and what becomes of missing cells', () => {
  const text = planSentences(exampleSummary, table).join(' ');
  for (const words of [
    'two-sided Wilcoxon signed-rank test',
    'instances of these tasks, seeds kept together',
    'α = 0.05',
    'Holm over 3 pairs',
    '20 instances',
    '1,000 resamples',
    'has no rank',
    `Analysis plan ${exampleSummary.analysis.hash.slice(0, 12)}`,
  ])
    expect(text).toContain(words);
});

test.each([
  ['instances', ['instances'], 'instances of these tasks, seeds kept together'],
  ['instances and seeds', ['seeds', 'instances'], 'instances, then seeds of these tasks'],
  ['all three', ['tasks', 'instances', 'seeds'], 'tasks, then instances, then seeds'],
  ['seeds', ['seeds'], 'seeds of these instances'],
] as const)('plan words > resampling %s says what is held fixed', (_, levels, words) => {
  expect(unitWords([...levels])).toBe(words);
});

test('plan words > level and resamples are those of the plan, without the residue of arithmetic', () => {
  expect(intervalWords({ ...usualPlan, level: 0.57, resamples: 2500 })).toMatch(/^57 % .*2,500 resamples/);
});

test('plan words > every test has its name, and one pair needs no correction', () => {
  expect(testWords({ ...exampleResolution, test: 'sign-flip' }, usualPlan)).toContain('sign-flip permutation');
  expect(testWords({ ...exampleResolution, test: 'jackknife-t' }, usualPlan)).toContain('jackknife pseudo-values');
  expect(testWords(exampleResolution, { ...usualPlan, zeros: 'pratt' })).toContain('zeros after Pratt');
  expect(testWords({ ...exampleResolution, comparisons: 1 }, usualPlan)).toContain('one pair, so no correction');
});

test('plan words > every policy for missing cells says something else', () => {
  const policies = analysisPlanSchema.shape.missing.unwrap().options;
  const texts = policies.map((missing) => planSentences(withPlan({ missing }), table).join(' '));
  expect(new Set(texts).size).toBe(3);
});

test('plan words > another plan, earlier or asked for, stands in the footnote', () => {
  const { analysis } = exampleSummary;
  const asked = { ...exampleSummary, analysis: { ...analysis, instead: 'missing: worst' } };
  expect(planSentences(asked, table).join(' ')).toContain('missing: worst');
  expect(planSentences(asked, table).join(' ')).toContain('Run 1 on this folder declared another plan');
});

test('plan words > a table where nothing is compared speaks of no test', () => {
  expect(planSentences(exampleSummary, { ...table, resolution: null }).join(' ')).not.toMatch(/Holm|P\(best\)/);
});
