import { type Random, randomInteger, randomNormal, randomShares } from '../../harness/random.ts';
import { remembered } from './remembered.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** A team whose outcome depends on a state that no message changes, e.g. which tool works today. */
export type StateTeam = {
  /** P(state). */
  readonly prior: readonly number[];
  readonly turns: number;
  readonly messages: number;
  /** Standard deviation of what a choice adds to the success probability in every state, and in each state of its own. */
  readonly common: number;
  readonly particular: number;
};

export function drawStateTeam(random: Random): StateTeam {
  const states = randomInteger(random, 2, 3);
  return {
    prior: new Array<number>(states).fill(1 / states),
    turns: randomInteger(random, 2, 4),
    messages: randomInteger(random, 2, 3),
    common: randomInteger(random, 0, 2) / 20,
    particular: randomInteger(random, 4, 8) / 20,
  };
}

/** The team on a day when the state is `state`, which nobody knows: policies do not depend on it, scores do; a coin flip each. */
export function hiddenStateWorld(team: StateTeam, state: number, random: Random): World {
  const { turns, messages, common, particular } = team;
  const policyOf = remembered((...ids) => randomShares(random.stream('policy', ...ids), messages));
  const normalOf = remembered((...path) => randomNormal(random.stream('effect', ...path)));
  return {
    agents: Array.from({ length: turns }, (_, agent) => ({ id: `role-${agent + 1}`, role: `role-${agent + 1}` })),
    problem: 'One after the other, choose how to go on; what works depends on the day.',
    range: [0, 1],
    threshold: 1,
    noise: 'bernoulli',
    null: 'none',
    declaresErrors: false,
    judge: perfectJudge,
    authors: Array.from({ length: turns }, (_, agent) => agent),
    menu: (_, said) =>
      Array.from(policyOf(...idsOf(said)), (probability, message) => ({
        id: `m${message}`,
        text: `move ${message}`,
        probability,
      })),
    score: (said) => {
      const success = said.reduce((sum, _, turn) => {
        const ids = idsOf(said.slice(0, turn + 1));
        return sum + common * normalOf('every', ...ids) + particular * normalOf(state, ...ids);
      }, 0.5);
      // Away from 0 and 1, as in reasoner-actor, so that no transcript is certain.
      return Math.min(0.98, Math.max(0.02, success));
    },
  };
}

/** The same team with a witness who announces the state in the first message: the transcript is the state again. */
export function visibleStateWorld(team: StateTeam, random: Random): World {
  const days = team.prior.map((_, state) => hiddenStateWorld(team, state, random));
  const dayOf = (said: readonly Utterance[]) => days[Number(said[0]!.id.slice('state-'.length))]!;
  const [day] = days;
  return {
    ...day!,
    agents: [{ id: 'witness', role: 'witness' }, ...day!.agents],
    authors: [0, ...day!.authors.map((agent) => agent + 1)],
    menu: (step, said) =>
      step === 0
        ? team.prior.map((probability, state) => ({
            id: `state-${state}`,
            text: `It is a day of kind ${state + 1}.`,
            probability,
          }))
        : dayOf(said).menu(step - 1, said.slice(1)),
    score: (said) => dayOf(said).score(said.slice(1)),
  };
}

function idsOf(said: readonly Utterance[]): string[] {
  return said.map(({ id }) => id);
}
