import { describe, expect, it } from 'vitest';
import type { Instance } from '../../harness/contract.ts';
import { randomOf } from '../../harness/random.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { repairableErrorWorld } from '../../tasks/teams/repairable-error.ts';
import type { JudgeError } from '../../tasks/teams/world.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

const hands = Array.from({ length: 5 }, () => ({ corrupts: 0.3, repairs: 0.4 }));
const episodes = 400;

/** Episodes of the team with a judge that errs as given; every level meets the same episodes and the same draws of the judge. */
function* drawn(judge: JudgeError): Generator<{ said: Instance; random: ReturnType<typeof randomOf> }> {
  const team = teamOf({ ...repairableErrorWorld(hands), judge });
  for (let episode = 0; episode < episodes; episode++) {
    const random = randomOf('noise', episode);
    yield { said: freshEpisode(team, random.stream('episode')), random };
  }
}

const isWrong = ({ text }: { readonly text: string }) => text.includes('for the worse');

/** P(a right message is labelled above a wrong one) + ½ P(as high), and √(A (1 − A) / min), which its standard error never exceeds. */
function areaOf(right: readonly number[], wrong: readonly number[]): { area: number; standardError: number } {
  let above = 0;
  for (const one of right) for (const other of wrong) above += one > other ? 1 : one === other ? 0.5 : 0;
  const area = above / (right.length * wrong.length);
  return { area, standardError: Math.sqrt((area * (1 - area)) / Math.min(right.length, wrong.length)) };
}

/** How well the labels of successes tell right messages from wrong ones. */
async function areaOfLabels(judge: JudgeError) {
  const labels: { right: number[]; wrong: number[] } = { right: [], wrong: [] };
  for (const { said, random } of drawn(judge)) {
    if (said.episode.outcome < 1) continue;
    const { record } = (await answerOf(evaluationAligned, said, { budget: 6, random })).credit;
    if (record?.branch !== 'success') throw new Error('expected the record of a success');
    for (const { step, value } of record.labels)
      labels[isWrong(said.episode.messages[step]!) ? 'wrong' : 'right'].push(value);
  }
  return areaOf(labels.right, labels.wrong);
}

/** The share of failures whose first error is found. */
async function foundBy(judge: JudgeError) {
  let failures = 0;
  let found = 0;
  for (const { said, random } of drawn(judge)) {
    if (said.episode.outcome === 1) continue;
    failures++;
    const { credit } = await answerOf(evaluationAligned, said, { options: 'values=none', random });
    if (credit.firstError === said.episode.messages.findIndex(isWrong)) found++;
  }
  const share = found / failures;
  return { area: share, standardError: Math.sqrt((share * (1 - share)) / failures) };
}

const levels: readonly JudgeError[] = [1, 0.9, 0.75, 0.6].map((rate) => ({ sensitivity: rate, specificity: rate }));

describe.each([
  ['the labels of successes', areaOfLabels],
  ['the first errors of failures', foundBy],
] as const)('%s', (_name, measured) => {
  it('are perfect under a perfect judge and worse the more it errs', async () => {
    let before = await measured(levels[0]!);
    expect(before).toEqual({ area: 1, standardError: 0 });
    for (const level of levels.slice(1)) {
      const now = await measured(level);
      expect(before.area - now.area).toBeGreaterThan(2 * Math.hypot(before.standardError, now.standardError));
      before = now;
    }
  });
});

describe('the area under the curve of the labels', () => {
  it.each([
    [0.9, 0.7],
    [0.6, 0.95],
    [0.75, 0.75],
  ])('is the mean of sensitivity %f and specificity %f', async (sensitivity, specificity) => {
    const { area, standardError } = await areaOfLabels({ sensitivity, specificity });
    expect(Math.abs(area - (sensitivity + specificity) / 2)).toBeLessThan(4 * standardError);
  });

  it('is a coin where the judge is one', async () => {
    const { area, standardError } = await areaOfLabels({ sensitivity: 0.5, specificity: 0.5 });
    expect(Math.abs(area - 0.5)).toBeLessThan(4 * standardError);
  });
});
