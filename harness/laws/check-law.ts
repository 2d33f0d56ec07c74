import type fc from 'fast-check';
import type { Law } from '../contract.ts';
import { randomOf } from '../random.ts';
import { journalSchema, type LawRow } from '../row.ts';
import type { SelectedMethod } from '../selection.ts';
import { findSmallest } from './find-smallest.ts';
import { gameLaws } from './game-laws.ts';
import { budget, determinism, messageConservation } from './run-laws.ts';
import type { LawSubjects } from './subject.ts';
import { Failed, gameTrial, NotApplicable } from './trial.ts';

/** Tries a law on `trials` random games, or teams where the method needs those, and shrinks a violation to the smallest one found. */
export async function checkLaw(
  selected: SelectedMethod,
  law: Law,
  subjects: LawSubjects,
  trials: number,
  salt: string,
): Promise<LawRow> {
  const seed = randomOf(salt, 'laws').below(2 ** 31);
  const identity = {
    schema: journalSchema,
    kind: 'law',
    method: selected.name,
    code: selected.code,
    law,
    claim: selected.method.laws[law] ?? null,
  } as const;
  const reasons = new Set<string>();
  for (const trial of trialsOf(law, selected, subjects)) {
    const found = await trial({ seed, numRuns: trials });
    if (found.verdict !== 'not-applicable') return { ...identity, ...found };
    reasons.add(found.reason);
  }
  return { ...identity, verdict: 'not-applicable', trials: 0, reason: [...reasons].join('; on teams: ') };
}

/** A law promised in expectation is tried on the mean of this many independent answers. */
const answersInExpectation = 64;

type Found =
  | { verdict: 'held'; trials: number }
  | { verdict: 'violated'; trials: number; reason: string; counterexample: unknown }
  | { verdict: 'not-applicable'; reason: string };
type Effort = { seed: number; numRuns: number };

function trialsOf(law: Law, selected: SelectedMethod, subjects: LawSubjects): ((effort: Effort) => Promise<Found>)[] {
  const { games, teams, openGame, openTeam } = subjects;
  const onGames = gameLaws[law];
  const answers = selected.method.laws[law] === 'in-expectation' ? answersInExpectation : 1;
  if (onGames !== undefined)
    return [
      (effort) => tryOn(games, async (file) => onGames(await gameTrial(selected, file, subjects, answers)), effort),
    ];
  if (law === 'message-conservation')
    return [(effort) => tryOn(teams, (file) => messageConservation(selected, openTeam(file)), effort)];
  const runLaw = law === 'budget' ? budget : determinism;
  return [
    (effort) => tryOn(games, (file) => runLaw(selected, openGame(file)), effort),
    (effort) => tryOn(teams, (file) => runLaw(selected, openTeam(file)), effort),
  ];
}

async function tryOn<Case>(
  cases: fc.Arbitrary<Case>,
  law: (file: Case) => Promise<string | undefined>,
  effort: Effort,
): Promise<Found> {
  let applied = 0;
  let whyNot = '';
  const violation = async (file: Case): Promise<string | undefined> => {
    try {
      const sentence = await law(file);
      applied++;
      return sentence;
    } catch (error) {
      if (error instanceof Failed) return error.message;
      if (!(error instanceof NotApplicable)) throw error;
      whyNot = error.message;
      return undefined;
    }
  };
  const found = await findSmallest(cases, violation, effort);
  if (found !== undefined) return { verdict: 'violated', ...found };
  return applied > 0 ? { verdict: 'held', trials: applied } : { verdict: 'not-applicable', reason: whyNot };
}
