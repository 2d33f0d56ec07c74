import { runCell } from '../cell.ts';
import { allCoalitions } from '../coalitions.ts';
import type { Credit, Instance } from '../contract.ts';
import type { Spent } from '../meter.ts';
import { randomOf } from '../random.ts';
import type { SelectedMethod } from '../selection.ts';
import type { Answered, Trial } from './game-laws.ts';
import type { GameCase, LawSubjects } from './subject.ts';

/** The law says nothing about this method here; the message says why. */
export class NotApplicable extends Error {}

/** The method failed where a law wanted its answer, so the law does not hold there. */
export class Failed extends Error {}

/** Enough for every coalition of the small games that laws are tried on. */
const lawBudget = 16;
/** Too little for all 16 coalitions of four agents, so that samplers have to sample. */
const tightBudget = 11;

/** What the method answers on an instance, with randomness that depends on the budget and the stream alone. @throws NotApplicable, Failed */
export async function answer(
  selected: SelectedMethod,
  instance: Instance,
  budget = lawBudget,
  stream = 0,
): Promise<{ credit: Credit; spent: Spent }> {
  const result = await runCell(selected, instance, budget, randomOf('laws', budget, stream));
  if (result.status === 'scored') return result;
  throw result.status === 'skipped' ? new NotApplicable(result.reason) : new Failed(`failed: ${result.reason}`);
}

/** A random game as the laws of games see it: one answer of the method, or the mean of `answers` independent ones. */
export async function gameTrial(
  selected: SelectedMethod,
  file: GameCase,
  subjects: LawSubjects,
  answers: number,
): Promise<Trial> {
  const instance = subjects.openGame(file);
  const agents = file.agents.length;
  const probes = instance.open({ random: randomOf('laws'), generated: () => {} });
  const budget = await budgetFor(selected, instance, file);
  const creditOn = async (game: Instance) => {
    const credits: Float64Array[] = [];
    for (let stream = 0; stream < answers; stream++) {
      const { credit } = await answer(selected, game, budget, stream);
      if (credit.agents === undefined) throw new NotApplicable('gives no agent credit');
      credits.push(credit.agents);
    }
    return meanOf(credits);
  };
  return {
    agents,
    values: await probes.worth!(allCoalitions(agents)),
    credit: () => creditOn(instance),
    creditOf: (values) => {
      const table = { kind: 'game', agents: file.agents, form: 'table', values: [...values] } as const;
      return creditOn(subjects.openGame(table));
    },
  };
}

/** Every other game of four agents is tried on a tight budget, by methods that can work within one. */
async function budgetFor(selected: SelectedMethod, instance: Instance, file: GameCase): Promise<number> {
  if (file.agents.length < 4 || randomOf('laws', JSON.stringify(file)).below(2) === 0) return lawBudget;
  try {
    await answer(selected, instance, tightBudget);
    return tightBudget;
  } catch (error) {
    if (error instanceof NotApplicable) return lawBudget;
    throw error;
  }
}

/** How many standard errors a mean may be off before a law is called violated in expectation. */
const standardErrors = 5;

function meanOf(credits: readonly Float64Array[]): Answered {
  const size = credits.length;
  const [first] = credits;
  const credit = first!.map((_, agent) => credits.reduce((sum, one) => sum + one[agent]!, 0) / size);
  const slack = credit.map((mean, agent) => {
    if (size === 1) return 0;
    const squares = credits.reduce((sum, one) => sum + (one[agent]! - mean) ** 2, 0);
    return standardErrors * Math.sqrt(squares / (size - 1) / size);
  });
  return { credit, slack };
}
