import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { fallibleJudge, scoredZeroToOne, type Utterance, type World } from './world.ts';

/** A bit is relayed once, then by several agents that hear only the first; the last says what most of them said. Anyone may flip. */
export const diamond = teamTask({
  id: 'diamond',
  title: 'Diamond: parallel relays between a first and a deciding agent',
  version: 1,
  null: 'pass-through',
  declaresErrors: true,
  draw: (random) => ({ ...diamondWorld(drawFlipRates(random)), judge: fallibleJudge }),
});

/** Two or four parallel relays: an even number, so that with the first there is always a majority. */
function drawFlipRates(random: Random): number[] {
  const agents = 2 + 2 * randomInteger(random, 1, 2);
  return Array.from({ length: agents }, () => randomInteger(random, 1, 8) / 20);
}

/** @param flipRates P(agent i says the other bit), of the first, the parallel ones (an even number) and the last; absent agents never flip. */
export function diamondWorld(flipRates: readonly number[]): World {
  const last = flipRates.length - 1;
  return {
    agents: flipRates.map((_, agent) => {
      const role = agent === 0 ? 'first' : agent === last ? 'majority' : 'parallel';
      return { id: role === 'parallel' ? `parallel-${agent}` : role, role };
    }),
    problem: 'Pass the bit on unchanged; the last says what most before it said. The source says 1.',
    ...scoredZeroToOne,
    null: 'pass-through',
    declaresErrors: true,
    authors: flipRates.map((_, agent) => agent),
    menu(step, said) {
      const faithful = step === 0 ? '1' : step === last ? majority(said) : said[0]!.id;
      return ['0', '1'].map((bit) => ({
        id: bit,
        text: `The bit is ${bit}.`,
        probability: bit === faithful ? 1 - flipRates[step]! : flipRates[step]!,
        absent: bit === faithful ? 1 : 0,
        isWrong: bit !== faithful,
      }));
    },
    state: (said) =>
      said.length > last ? said[last]!.id : `${said[0]?.id ?? ''} ${said.filter(({ id }) => id === '1').length}`,
    score: (said) => (said.at(-1)!.id === '1' ? 1 : 0),
  };
}

function majority(said: readonly Utterance[]): '0' | '1' {
  return 2 * said.filter(({ id }) => id === '1').length > said.length ? '1' : '0';
}
