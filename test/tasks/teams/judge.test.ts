import { describe, expect, it } from 'vitest';
import { perfectJudge } from '../../../tasks/teams/world.ts';
import { dyad, noisyTrio } from './example-teams.ts';
import { grown } from './grown.ts';
import { opened } from './opened.ts';

const trio = grown(noisyTrio);
const cells = 4000;

/** The judge's answer on one step of a transcript in each of many cells. */
async function verdicts(messages: readonly string[], step: number): Promise<number[]> {
  const answers = Array.from({ length: cells }, (_, cell) => opened(trio, messages, cell).probes.judge([step]));
  return (await Promise.all(answers)).map(([verdict]) => verdict!);
}

describe('the judge', () => {
  // With a sensitivity of 0.7 and a specificity of 0.9, at even odds beforehand.
  const passed = 0.9 / (0.9 + 0.3);
  const flagged = 0.1 / (0.1 + 0.7);

  it.each([
    ['flags a wrong step as often as its sensitivity says', ['bold', 'object', 'keep'], 0, 0.7],
    ['flags a step that is wrong after what was said', ['careful', 'object', 'drop'], 2, 0.7],
    ['passes a right step as often as its specificity says', ['careful', 'object', 'keep'], 0, 0.1],
    ['passes a step that would be wrong after something else', ['careful', 'agree', 'drop'], 2, 0.1],
  ])('%s', async (_, messages, step, expected) => {
    const answers = await verdicts(messages, step);
    for (const answer of new Set(answers)) expect([passed, flagged]).toContainEqual(expect.closeTo(answer, 12));
    const share = answers.filter((answer) => answer < 0.5).length / cells;
    expect(Math.abs(share - expected)).toBeLessThanOrEqual(4 * Math.sqrt((expected * (1 - expected)) / cells));
  });

  it('is calibrated: of even odds, a step that it passes is right as often as it says', async () => {
    const right = await verdicts(['careful', 'object', 'keep'], 0);
    const wrong = await verdicts(['bold', 'object', 'keep'], 0);
    const passes = (answers: number[]) => answers.filter((answer) => answer > 0.5).length;
    const share = passes(right) / (passes(right) + passes(wrong));
    expect(Math.abs(share - passed)).toBeLessThanOrEqual(4 * Math.sqrt((passed * (1 - passed)) / passes(right)));
  });

  it('never changes its mind within a cell', async () => {
    const { probes } = opened(trio, ['bold', 'object', 'keep'], 'once');
    const [first, again] = [await probes.judge([0, 1, 2]), await probes.judge([2, 1, 0])];
    expect([...again]).toEqual([...first].toReversed());
  });

  it('is sure and right where the file declares none', async () => {
    expect(grown(dyad).world.judge).toBe(perfectJudge);
    const { probes } = opened(grown(dyad), ['bad', 'right'], 'sure');
    expect([...(await probes.judge([0, 1]))]).toEqual([0, 1]);
  });
});
