import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEntry } from '../../../reports/case-entry.ts';
import { caseData, packedCaseData } from '../../../reports/views/case-data.ts';
import { caseViews } from '../../../reports/views/cases-view.ts';
import { hostile } from '../example-manifest.ts';
import { exampleSummary } from '../example-summary.ts';

const [relay] = exampleSummary.cases as [CaseEntry];
const withAgents = (vectors: readonly (readonly number[])[]): CaseEntry => ({
  ...relay,
  credits: vectors.map((agents, place) => ({ method: `method ${place}`, credit: { agents: [...agents] } })),
});

test('case data > holds every credit of every case, equal vectors once', () => {
  const data = caseData(exampleSummary);
  for (const [place, { credits }] of exampleSummary.cases.entries()) {
    const found = data.cases[place]!.credits.map(([method, agents, messages, firstError, firstErrorAgent]) => ({
      method: data.methods[method]!.name,
      credit: {
        ...(agents < 0 ? {} : { agents: data.vectors[agents] }),
        ...(messages < 0 ? {} : { messages: data.vectors[messages] }),
        ...(firstError === undefined ? {} : { firstError }),
        ...(firstErrorAgent === undefined ? {} : { firstErrorAgent }),
      },
    }));
    expect(found).toEqual(credits);
  }
  expect(
    caseData({
      ...exampleSummary,
      cases: [
        withAgents([
          [1, 2],
          [1, 2],
          [2, 1],
        ]),
      ],
    }).vectors,
  ).toHaveLength(2);
});

test('case data > says why methods have no credit, in the words of the coverage', () => {
  const data = caseData(exampleSummary);
  const why = new Map(
    data.absences[data.cases[0]!.absence]!.map(([method, text]) => [data.methods[method]!.name, text]),
  );
  expect(why.get(hostile.sheet)).toBe('skipped on 1 cell of 1: needs replay; the task offers worth');
  expect(why.get(hostile.html)).toBe('failed on 3 cells of 12: credit has 3 numbers for 4 agents | <b>');
  expect(why.has('kernel-shap')).toBe(false);
});

test('case data > names the leaders of the boards a task is on, at the largest budget', () => {
  const data = caseData(exampleSummary);
  const named = data.tasks.map(({ id, leaders }) => [id, leaders.map(({ method }) => data.methods[method]!.name)]);
  expect(named).toEqual([
    ['relay', ['kernel-shap']],
    ['logs', ['judge[prompt=short]']],
  ]);
});

test('packed case data > a vector is its digits, or the same doubles in base64 where that is shorter', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 12 }), (vector) => {
      const { vectors } = packedCaseData({ ...exampleSummary, cases: [withAgents([vector])] });
      const [packed] = vectors;
      const doubles = typeof packed === 'string' ? doublesOf(packed) : packed?.map((value) => value + 0);
      expect(doubles).toEqual(JSON.parse(JSON.stringify(vector)).map(Number));
      expect(JSON.stringify(packed).length).toBeLessThanOrEqual(JSON.stringify(vector).length + 2);
    }),
  );
  const thirds = [1 / 3, 2 / 3, 1 / 7];
  expect(packedCaseData({ ...exampleSummary, cases: [withAgents([thirds])] }).vectors[0]).toBeTypeOf('string');
  expect(packedCaseData({ ...exampleSummary, cases: [withAgents([[0.5, 1]])] }).vectors[0]).toEqual([0.5, 1]);
});

test('case data > no text in it can end the element it stands in', () => {
  const { data } = caseViews(exampleSummary);
  expect(data).not.toContain('<');
  expect(JSON.parse(data).cases[0].transcript.messages[1]).toBe(relay.transcript?.messages[1]);
});

test('case data > says where there is none', () => {
  expect(caseViews({ ...exampleSummary, cases: [] }).empty).toBe(true);
  expect(caseViews(exampleSummary).question).toContain('2 episodes of 2 tasks');
});

function doublesOf(text: string): number[] {
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: bytes.length / 8 }, (_, place) => bytes.readDoubleLE(8 * place));
}
