import { describe, expect, it } from 'vitest';
import type { Instance } from '../../harness/contract.ts';
import { type Random, randomOf } from '../../harness/random.ts';
import { evaluationAligned } from '../../methods/shapley/evaluation-aligned.ts';
import { repairableErrorWorld } from '../../tasks/teams/repairable-error.ts';
import { answerOf, freshEpisode, type Team, teamOf } from './on.ts';
import { judgedTranscript } from './talking-game.ts';

const steps = 12;
const corrupts = 0.15;

type Off = { readonly mean: number; readonly standardError: number; readonly exact: number };

describe('with a perfect judge of an error that stays', () => {
  it.each(['linear', 'binary'])('%s search is exact at every place of 1 to 64 messages', async (search) => {
    for (let length = 1; length <= 64; length++)
      for (let step = 0; step < length; step++) {
        const transcript = judgedTranscript(Array.from({ length }, (_, place) => (place < step ? 1 : 0)));
        const options = `values=critic,verdicts=none,search=${search}`;
        const { credit, spent } = await answerOf(evaluationAligned, transcript, { options });
        expect(credit.firstError).toBe(step);
        const most = search === 'linear' ? length : Math.ceil(Math.log2(length)) + 1;
        expect(spent.judgements).toBeLessThanOrEqual(most);
      }
  });
});

/** Mean distance from the first corruption over failed episodes, with its standard error, and the share that is 0. */
async function offBy(
  search: string,
  team: Team,
  options: string,
  seeing: (said: Instance, random: Random) => Instance,
  trials = 700,
): Promise<Off> {
  const distances: number[] = [];
  for (let trial = 0; distances.length < trials; trial++) {
    const random = randomOf('repairable', trial);
    const said = freshEpisode(team, random.stream('episode'));
    if (said.episode.outcome === 1) continue;
    const error = said.episode.messages.findIndex(isCorruption);
    const asked = seeing(said, random.stream('judge'));
    const { credit } = await answerOf(evaluationAligned, asked, { options: `${options},search=${search}`, random });
    // Nothing found is as far off as can be.
    distances.push(credit.firstError === null ? steps : Math.abs(credit.firstError! - error));
  }
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / trials;
  const variance = distances.reduce((sum, distance) => sum + (distance - mean) ** 2, 0) / (trials - 1);
  const exact = distances.filter((distance) => distance === 0).length / trials;
  return { mean, standardError: Math.sqrt(variance / trials), exact };
}

const isCorruption = ({ text }: { readonly text: string }) => text.includes('for the worse');

const teamThatRepairs = (repairs: number) =>
  teamOf(repairableErrorWorld(Array.from({ length: steps }, () => ({ corrupts, repairs }))));

/** What separates the values of clean plans from those of corrupt ones, whatever is still to come: the share of clean plans in the long run. */
const levelOf = (repairs: number) => (repairs === 0 ? (1 - corrupts) ** steps / 2 : repairs / (repairs + corrupts));

/** The episode with a judge of prefixes, who says whether the plan is corrupt by now, and errs with this probability. */
function judgedByPrefix(said: Instance, error: number, random: Random): Instance {
  let isCorrupt = false;
  const rights = said.episode.messages.map(({ text }) => {
    if (isCorruption({ text })) isCorrupt = true;
    if (text.includes('put the plan right')) isCorrupt = false;
    const isSeen = random.float() >= error;
    return isCorrupt === isSeen ? 0 : 1;
  });
  return {
    ...said,
    open: (opening) => ({
      ...said.open(opening),
      judge: async (asked) => Float64Array.from(asked, (step) => rights[step]!),
    }),
  };
}

/** Grows by more than four standard errors of the difference from each to the next. */
function expectRising(offs: readonly Off[]): void {
  for (const [place, { mean, standardError }] of offs.slice(1).entries()) {
    const before = offs[place]!;
    expect(mean - before.mean).toBeGreaterThan(4 * Math.hypot(standardError, before.standardError));
  }
}

describe('on plans that are corrupted and repaired', () => {
  const repairs = [0, 0.2, 0.4, 0.6];
  const searched = (search: string, repair: number, trials?: number) => {
    const options = `badness=no-return,level=${levelOf(repair)},values=critic`;
    return offBy(search, teamThatRepairs(repair), options, (said) => said, trials);
  };

  it('linear search is exact, however often errors are repaired', async () => {
    for (const repair of repairs) expect(await searched('linear', repair, 300)).toMatchObject({ mean: 0, exact: 1 });
  });

  it('binary search is exact where nobody repairs, and further off the more is repaired', async () => {
    const offs: Off[] = [];
    for (const repair of repairs) offs.push(await searched('binary', repair));
    expect(offs[0]).toMatchObject({ mean: 0, exact: 1 });
    expectRising(offs);
  });

  it.each(['linear', 'binary'])('%s search is further off the more the judge errs', async (search) => {
    const errors = [0, 0.05, 0.15, 0.3];
    const offs: Off[] = [];
    for (const error of errors)
      offs.push(
        await offBy(search, teamThatRepairs(0), 'values=critic,verdicts=none', (said, random) =>
          judgedByPrefix(said, error, random),
        ),
      );
    expect(offs[0]).toMatchObject({ mean: 0, exact: 1 });
    expectRising(offs);
  });
});
