import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { slowValues } from '../games/slow-values.ts';

/** The chance that `id` is said at `step` after `said`. */
type Chance = (step: number, said: readonly string[], id: string) => number;

/** Everything true of a team file, by naive recursion over its rules; what it shares with the code under test is the file alone. */
export function slowTeam(team: TeamFile) {
  const menu = (step: number) =>
    team.steps[step]!.messages.map((message) => (typeof message === 'string' ? message : message.id));
  const everyone = team.agents.map((_, agent) => agent);
  const speakerAt = (step: number) => team.agents.indexOf(team.steps[step]!.agent);

  const chanceBy = (kind: 'policy' | 'absent'): Chance => {
    return (step, said, id) => firstMatch(team.steps[step]![kind]!, said).choose[menu(step).indexOf(id)]!;
  };
  const policy = chanceBy('policy');
  const absent = chanceBy('absent');

  /** E[s | said], the rest said with `chance`. */
  const expected = (said: readonly string[], chance: Chance): number => {
    if (said.length === team.steps.length) return firstMatch(team.outcome, said).score;
    let sum = 0;
    for (const id of menu(said.length)) sum += chance(said.length, said, id) * expected([...said, id], chance);
    return sum;
  };

  const worth = (members: ReadonlySet<number>) =>
    expected([], (step, said, id) => (members.has(speakerAt(step)) ? policy : absent)(step, said, id));
  const realisedWorth = (transcript: readonly string[], members: ReadonlySet<number>) =>
    expected([], (step, said, id) =>
      members.has(speakerAt(step)) ? Number(id === transcript[step]) : policy(step, said, id),
    );

  return {
    everyone,
    worth,
    realisedWorth,
    expected,
    value: (said: readonly string[]) => expected(said, policy),
    agents: () => slowValues(everyone.length, worth),
    realised: (transcript: readonly string[]) =>
      slowValues(everyone.length, (members) => realisedWorth(transcript, members)).shapley,
    advantages: (transcript: readonly string[]) =>
      transcript.map((id, step) => {
        const said = transcript.slice(0, step);
        return expected([...said, id], policy) - expected(said, policy);
      }),
    contexts: (step: number): string[][] => contextsBefore(step, menu),
    menu,
    policy,
    firstError(transcript: readonly string[]) {
      if (expected(transcript, policy) >= team.threshold!) return { step: null, reason: 'none' };
      for (const [step, id] of transcript.entries())
        for (const error of team.errors!)
          if (error.step === step && error.messages.includes(id) && fits(error.when, transcript.slice(0, step)))
            return { step, agent: speakerAt(step) };
      return { step: null, reason: 'undetermined' };
    },
  };
}

function contextsBefore(step: number, menu: (step: number) => string[]): string[][] {
  if (step === 0) return [[]];
  return contextsBefore(step - 1, menu).flatMap((said) => menu(step - 1).map((id) => [...said, id]));
}

function firstMatch<Rule extends { when?: readonly string[] | undefined }>(
  rules: readonly Rule[],
  said: readonly string[],
): Rule {
  for (const rule of rules) if (fits(rule.when, said)) return rule;
  throw new Error('no rule matches');
}

function fits(when: readonly string[] | undefined, said: readonly string[]): boolean {
  if (when === undefined) return true;
  for (let place = 0; place < said.length; place++)
    if (when[place] !== '*' && when[place] !== said[place]) return false;
  return true;
}
