import { describe, expect, test } from 'vitest';
import { type CaseData, caseData, packedCaseData } from '../../../reports/views/case-data.ts';
import { hostile } from '../example-manifest.ts';
import { exampleSummary } from '../example-summary.ts';
import { loadScripts } from './load-scripts.ts';

type Case = CaseData['cases'][number];
type Blame = { readonly step: number | null; readonly agent: number | null; readonly reason: string | null };
type Side = {
  readonly agents: readonly number[] | null;
  readonly messages: readonly number[] | null;
  readonly blame: Blame | null;
  readonly why: string | null;
};
type Gap = { readonly part: string; readonly place: number; readonly difference: number; readonly share: number };
type Functions = {
  readonly caseUnpacked: (packed: ReturnType<typeof packedCaseData>) => CaseData;
  readonly caseSide: (data: CaseData, one: Case, name: string, estimand: string | null) => Side;
  readonly caseEstimand: (data: CaseData, one: Case, method: string, asked: string | null) => string | null;
  readonly caseMinus: (a: number, b: number) => number;
  readonly caseGap: (first: Side, second: Side) => Gap | null;
  readonly caseLeader: (data: CaseData, one: Case) => { readonly method: string; readonly part: string } | null;
  readonly caseOpponent: (data: CaseData, one: Case, first: string) => string;
  readonly caseGaps: (
    data: CaseData,
    cases: readonly Case[],
    first: string,
    second: string,
    asked: string | null,
  ) => { readonly one: Case; readonly gap: Gap }[];
  readonly caseTelling: (data: CaseData) => Case | null;
};
const script = loadScripts<Functions>(
  ['case-data.js', 'case-gaps.js'],
  [
    'caseUnpacked',
    'caseSide',
    'caseEstimand',
    'caseMinus',
    'caseGap',
    'caseLeader',
    'caseOpponent',
    'caseGaps',
    'caseTelling',
  ],
);
const data = script.caseUnpacked(packedCaseData(exampleSummary));
const [relay, log] = data.cases as [Case, Case];
const side = (name: string, estimand: string | null = 'shapley') => script.caseSide(data, relay, name, estimand);

const numbers = (messages: readonly number[] | null, agents: readonly number[] | null = null): Side => ({
  messages,
  agents,
  blame: null,
  why: null,
});
const blaming = (step: number | null, reason: string | null = null, agent: number | null = null): Side => ({
  ...numbers(null),
  blame: { step, agent, reason },
});

describe('sides', () => {
  test('what is embedded is what the page was given, digit for digit', () => {
    expect(data).toEqual(caseData(exampleSummary));
  });

  test('vectors that are embedded as base64 come back as the same doubles', () => {
    const agents = [1 / 3, -2 / 7, 1e-300, 5e-324, Math.PI];
    const [entry] = exampleSummary.cases;
    const cases = [{ ...entry!, credits: [{ method: 'uniform', credit: { agents } }] }];
    const packed = packedCaseData({ ...exampleSummary, cases });
    expect(packed.vectors[0]).toBeTypeOf('string');
    expect(script.caseUnpacked(packed).vectors).toEqual([agents]);
  });

  test('the truth is that of the estimand asked for', () => {
    expect(side('@truth')).toMatchObject({ agents: relay.truth.shapley, messages: relay.truth.advantage });
    expect(side('@truth', 'removal').agents).toEqual([0.5, 0.05, 0.2]);
    expect(side('@truth').blame).toEqual({ step: 1, agent: 1, reason: null });
  });

  test('a method is read from its credit, and blames the author of the step where it names nobody', () => {
    expect(side('kernel-shap').messages).toEqual([0.18, -0.12, 0.33, 0.01]);
    expect(side('leave-one-out')).toMatchObject({ messages: null, blame: null, why: null });
    expect(script.caseSide(data, log, 'uniform', null).blame).toEqual({ step: 1, agent: 1, reason: null });
    const named = { ...relay, credits: [[0, -1, -1, 3]] } as const;
    expect(script.caseSide(data, named, data.methods[0]!.name, null).blame).toEqual({
      step: 3,
      agent: 0,
      reason: null,
    });
  });

  test('a method without a credit says why', () => {
    expect(side(hostile.sheet).why).toContain('needs replay; the task offers worth');
    expect(side('oracle').why).toBe('the journal holds no row of it');
  });

  test('the truth per agent is what was asked for, else what the method targets, else the headline', () => {
    expect(script.caseEstimand(data, relay, 'kernel-shap', null)).toBe('shapley');
    expect(script.caseEstimand(data, relay, 'leave-one-out', null)).toBe('removal');
    expect(script.caseEstimand(data, relay, 'leave-one-out', 'shapley')).toBe('shapley');
    expect(script.caseEstimand(data, log, 'kernel-shap', 'shapley')).toBe(null);
  });
});

describe('differences', () => {
  test('the largest is on messages where both speak of them, in the units of the credit', () => {
    expect(script.caseGap(numbers([1, -2, 0], [9]), numbers([1, 2, 1], [0]))).toEqual({
      part: 'messages',
      place: 1,
      difference: -4,
      share: 2,
    });
    expect(script.caseGap(numbers(null, [1, 4]), numbers([1], [0, 8]))).toMatchObject({
      part: 'agents',
      difference: -4,
    });
  });

  test('rounding residue is no difference, and does not decide which is the largest', () => {
    expect(script.caseMinus(0.1 + 0.2, 0.3)).toBe(0);
    expect(script.caseMinus(1e9 + 1e-4, 1e9)).toBe(0);
    expect(script.caseMinus(0.3, 0.2)).toBeCloseTo(0.1, 15);
    expect(script.caseGap(numbers([0.41, 0.26]), numbers([0.4, 0.25]))?.place).toBe(0);
    expect(script.caseGap(numbers([0.26, 0.41]), numbers([0.25, 0.4]))?.place).toBe(0);
  });

  test('blame differs by step or by agent, and an undetermined truth is not compared', () => {
    expect(script.caseGap(blaming(1), blaming(2))).toMatchObject({ part: 'blame', share: 1 });
    expect(script.caseGap(blaming(1, null, 0), blaming(1, null, 1))?.share).toBe(1);
    expect(script.caseGap(blaming(null, 'none'), blaming(null))?.share).toBe(0);
    expect(script.caseGap(blaming(null, 'undetermined'), blaming(null))).toBe(null);
  });

  test('sides that speak of different things are not compared', () => {
    expect(script.caseGap(numbers([1], null), numbers(null, [1]))).toBe(null);
    expect(script.caseGap(numbers([1, 2]), numbers([1]))).toBe(null);
  });
});

describe('what is shown first', () => {
  test('the leader of a board of the task, and the method furthest from it that is no control', () => {
    expect(script.caseLeader(data, relay)).toEqual({ method: 'kernel-shap', part: 'agents' });
    expect(script.caseOpponent(data, relay, 'kernel-shap')).toBe(hostile.html);
    expect(script.caseLeader(data, log)?.method).toBe('judge[prompt=short]');
  });

  test('the truth where no other method speaks', () => {
    expect(script.caseOpponent(data, log, 'judge[prompt=short]')).toBe('@truth');
  });

  test('an episode with messages, where the two are furthest apart', () => {
    expect(script.caseTelling(data)).toBe(relay);
    const game = { ...relay, authors: [] };
    expect(script.caseTelling({ ...data, cases: [game, log] })).toBe(log);
    expect(script.caseTelling({ ...data, cases: [] })).toBe(null);
  });

  test('episodes are listed by the share of the largest credit, those without a comparison left out', () => {
    const close = { ...relay, truth: { ...relay.truth, shapley: [-0.3, 0.9, 0.16] }, authors: [] };
    const listed = script.caseGaps(data, [log, close, relay], hostile.html, '@truth', null);
    expect(listed.map(({ one }) => one)).toEqual([relay, close]);
    expect(listed[0]!.gap.share).toBeCloseTo(0.8 / 0.9, 12);
    expect(listed[1]!.gap.share).toBeCloseTo(0.01 / 0.9, 12);
  });
});
