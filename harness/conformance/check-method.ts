import type { Law } from '../contract.ts';
import { checkLaw } from '../laws/check-law.ts';
import { type Effort, findSmallest } from '../laws/find-smallest.ts';
import type { LawSubjects } from '../laws/subject.ts';
import { randomOf } from '../random.ts';
import { laws } from '../row.ts';
import type { SelectedMethod } from '../selection.ts';
import { type Finding, isOpen } from './finding.ts';
import { faultOfOptions } from './option-fault.ts';
import { relabelling } from './relabelling.ts';
import { survey } from './survey.ts';
import { type Found, foundNothing, startAttempts, tried } from './tried.ts';

export type CheckSettings = {
  /** Random games, and as many teams, per check; instances of a task. */
  readonly trials: number;
  /** Names the random cases. */
  readonly salt: string;
  /** Called before every case: how many of about how many are done, and what comes now. */
  onProgress?(done: number, total: number, now: string): void;
};

/** The laws that are not required of every method anyway. */
export const promisableLaws: readonly Law[] = laws.filter((law) => law !== 'determinism' && law !== 'budget');

/** Everything required of a method and every law, on random games and teams; a violation is shrunk to the smallest case found. */
export async function checkMethod(
  selected: SelectedMethod,
  subjects: LawSubjects,
  { trials, salt, onProgress }: CheckSettings,
): Promise<Finding[]> {
  const total = trials * (3 + promisableLaws.length);
  let done = 0;
  /** The subjects of a part of the work, counting the cases it opens; cases opened while shrinking count for none. */
  const part = (now: string, planned: number): LawSubjects => {
    const end = done + planned;
    const step = () => {
      onProgress?.(done, total, now);
      done = Math.min(done + 1, end);
    };
    const opening =
      <Case>(open: (one: Case) => ReturnType<LawSubjects['openGame']>) =>
      (one: Case) => {
        step();
        return open(one);
      };
    return { ...subjects, openGame: opening(subjects.openGame), openTeam: opening(subjects.openTeam) };
  };
  const effort = { seed: randomOf(salt, 'conformance').below(2 ** 31), numRuns: trials };

  const required = [optionsFinding(selected), ...(await survey(selected, part('conformance', 2 * trials), effort))];
  const promises = selected.method.laws;
  const rest: (readonly [Finding['check'], Finding['claim'], () => Promise<Found>])[] = [
    ['relabelling', promises.symmetry ?? null, () => onGames(selected, part('relabelling', trials), effort)],
    ...promisableLaws.map(
      (law) =>
        [law, promises[law] ?? null, () => lawFound(selected, law, part(`law ${law}`, trials), trials, salt)] as const,
    ),
  ];
  const isSound = required.every((finding) => finding.verdict !== 'violated' && !isOpen(finding));
  const findings: Finding[] = [...required];
  for (const [index, [check, claim, find]] of rest.entries()) {
    done = trials * (2 + index);
    findings.push({ check, claim, ...(isSound ? await find() : notTried) });
  }
  return findings;
}

const notTried: Found = {
  verdict: 'not-tried',
  trials: 0,
  reason: 'what is required of every method comes first',
};

function optionsFinding({ method }: SelectedMethod): Finding {
  const reason = faultOfOptions(method);
  return {
    check: 'options',
    claim: 'required',
    trials: 1,
    ...(reason === undefined ? { verdict: 'held' } : { verdict: 'violated', reason }),
  };
}

async function onGames(selected: SelectedMethod, { games, openGame }: LawSubjects, effort: Effort): Promise<Found> {
  const attempts = startAttempts();
  const faultOf = (file: Parameters<typeof openGame>[0]) =>
    tried(() => relabelling(selected, openGame(file)), attempts);
  const smallest = await findSmallest(games, faultOf, effort);
  return smallest === undefined ? foundNothing(attempts) : { verdict: 'violated', ...smallest };
}

async function lawFound(
  selected: SelectedMethod,
  law: Law,
  subjects: LawSubjects,
  trials: number,
  salt: string,
): Promise<Found> {
  const { verdict, trials: tried, reason, counterexample } = await checkLaw(selected, law, subjects, trials, salt);
  return {
    verdict,
    trials: tried,
    ...(reason === undefined ? {} : { reason }),
    ...(counterexample === undefined ? {} : { counterexample }),
  };
}
