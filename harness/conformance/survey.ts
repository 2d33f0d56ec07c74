import fc from 'fast-check';
import type { Instance } from '../contract.ts';
import { type Effort, findSmallest } from '../laws/find-smallest.ts';
import type { GameCase, LawSubjects, TeamCase } from '../laws/subject.ts';
import type { SelectedMethod } from '../selection.ts';
import type { Finding, MethodCheck } from './finding.ts';
import { type Check, methodFaults } from './method-faults.ts';
import { determinism } from './same-answer.ts';
import { methodOn } from './subject.ts';
import { type Found, foundNothing, startAttempts, tried } from './tried.ts';

const surveyed: readonly (readonly [MethodCheck, Check])[] = [
  // The keys of the object are the names of its checks.
  ...(Object.entries(methodFaults) as [keyof typeof methodFaults, Check][]),
  ['determinism', determinism],
];

/** All checks at once on every random game and team; then, for each that failed, the smallest case it fails on. */
export async function survey(selected: SelectedMethod, subjects: LawSubjects, effort: Effort): Promise<Finding[]> {
  const { games, teams, openGame, openTeam } = subjects;
  const ofGames = await surveyOf<GameCase>(selected, games, openGame, effort);
  const ofTeams = await surveyOf<TeamCase>(selected, teams, openTeam, effort);
  return surveyed.map(([check], index) => ({
    check,
    claim: 'required',
    ...merged(ofGames[index]!, ofTeams[index]!),
  }));
}

async function surveyOf<Case>(
  selected: SelectedMethod,
  cases: fc.Arbitrary<Case>,
  open: (one: Case) => Instance,
  effort: Effort,
): Promise<Found[]> {
  const tallies = surveyed.map(() => ({ attempts: startAttempts(), isBroken: false }));
  for (const one of fc.sample(cases, effort)) {
    const subject = methodOn(selected, open(one));
    for (const [index, [, check]] of surveyed.entries()) {
      const tally = tallies[index]!;
      if ((await tried(() => check(subject), tally.attempts)) !== undefined) tally.isBroken = true;
    }
  }
  const found: Found[] = [];
  for (const [index, [, check]] of surveyed.entries()) {
    const { isBroken, attempts } = tallies[index]!;
    if (!isBroken) found.push(foundNothing(attempts));
    else {
      const faultOf = (one: Case) => tried(() => check(methodOn(selected, open(one))), startAttempts());
      const smallest = await findSmallest(cases, faultOf, effort);
      found.push({ verdict: 'violated', ...(smallest ?? { trials: attempts.applied, reason: fleeting }) });
    }
  }
  return found;
}

const fleeting = 'failed once and held on a second try: the method is not deterministic';

function merged(ofGames: Found, ofTeams: Found): Found {
  const broken = [ofGames, ofTeams].find(({ verdict }) => verdict === 'violated');
  if (broken !== undefined) return broken;
  const trials = ofGames.trials + ofTeams.trials;
  if (trials > 0) return { verdict: 'held', trials };
  return {
    verdict: 'not-applicable',
    trials: 0,
    reason: `on games: ${ofGames.reason}; on teams: ${ofTeams.reason}`,
  };
}
