import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { scoredZeroToOne, type Utterance, type World } from './world.ts';

/** What an agent knows, and how likely it is to say it. */
export type Holder = { readonly facts: readonly number[]; readonly candour: number };

/** Each agent holds some of the facts; the outcome is the share of all facts that was told. */
export const jigsaw = teamTask({
  id: 'jigsaw',
  title: 'Jigsaw: facts are spread over the team, some held twice',
  version: 1,
  null: 'delete',
  declaresErrors: false,
  draw: (random) => jigsawWorld(...drawHolders(random)),
});

function drawHolders(random: Random): [Holder[], number] {
  const facts = randomInteger(random, 4, 7);
  const agents = randomInteger(random, 3, 5);
  const holders = Array.from({ length: agents }, () => ({
    facts: Array.from({ length: facts }, (_, fact) => fact).filter(() => random.below(3) === 0),
    candour: randomInteger(random, 10, 20) / 20,
  }));
  return [holders, facts];
}

/** @param facts how many there are in all, told or not. */
export function jigsawWorld(holders: readonly Holder[], facts: number): World {
  return {
    agents: holders.map((_, agent) => ({ id: `holder-${agent + 1}`, role: 'holder' })),
    problem: `Tell the team what you know; there are ${facts} facts to be found.`,
    ...scoredZeroToOne,
    null: 'delete',
    declaresErrors: false,
    authors: holders.map((_, agent) => agent),
    menu: (step) => {
      const { facts: known, candour } = holders[step]!;
      return [
        { id: 'tell', text: sayFacts(known), probability: candour, absent: 0 },
        { id: 'silent', text: 'I have nothing to add.', probability: 1 - candour, absent: 1 },
      ];
    },
    state: (said) => [...toldBy(said, holders)].toSorted((one, other) => one - other).join(' '),
    score: (said) => toldBy(said, holders).size / facts,
  };
}

function toldBy(said: readonly Utterance[], holders: readonly Holder[]): Set<number> {
  return new Set(said.flatMap(({ id }, agent) => (id === 'tell' ? holders[agent]!.facts : [])));
}

function sayFacts(known: readonly number[]): string {
  const names = known.map((fact) => fact + 1).join(', ');
  return known.length === 0 ? 'I know no fact.' : `I know the ${known.length === 1 ? 'fact' : 'facts'} ${names}.`;
}
