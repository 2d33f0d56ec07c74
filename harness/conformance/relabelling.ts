import type { Instance } from '../contract.ts';
import { differs, text } from '../laws/game-laws.ts';
import { answer, NotApplicable } from '../laws/trial.ts';
import type { SelectedMethod } from '../selection.ts';
import { relabelled } from './relabel.ts';

/** Answers whose mean is taken of a method that promises symmetry in expectation, and how many standard errors it may be off. */
const answersInExpectation = 64;
const standardErrors = 5;

/** An agent's credit goes with it when the agents change places. */
export async function relabelling(selected: SelectedMethod, game: Instance): Promise<string | undefined> {
  const places = game.episode.agents.map((_, agent) => agent);
  const plain = await meanCredit(selected, game);
  for (const order of [places.toReversed(), [...places.slice(1), ...places.slice(0, 1)]]) {
    const moved = await meanCredit(selected, relabelled(game, order));
    for (const [place, agent] of order.entries()) {
      const slack = standardErrors * Math.hypot(plain.errors[agent]!, moved.errors[place]!);
      if (differs(plain.means[agent]!, moved.means[place]!, slack))
        return `agent ${agent} gets ${text(plain.means[agent]!)}, and ${text(moved.means[place]!)} when the agents stand in the order ${order.join(', ')}`;
    }
  }
  return undefined;
}

async function meanCredit(selected: SelectedMethod, game: Instance) {
  const count = selected.method.laws.symmetry === 'in-expectation' ? answersInExpectation : 1;
  const credits: Float64Array[] = [];
  for (let stream = 0; stream < count; stream++) {
    const { credit } = await answer(selected, game, undefined, stream);
    if (credit.agents === undefined) throw new NotApplicable('gives no agent credit');
    credits.push(credit.agents);
  }
  const means = game.episode.agents.map((_, agent) => credits.reduce((sum, one) => sum + one[agent]!, 0) / count);
  const errors = means.map((mean, agent) => {
    const squares = credits.reduce((sum, one) => sum + (one[agent]! - mean) ** 2, 0);
    return count === 1 ? 0 : Math.sqrt(squares / (count - 1) / count);
  });
  return { means, errors };
}
