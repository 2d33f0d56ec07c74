import { type Coalitions, emptyCoalitions, include, isMember } from '../coalitions.ts';
import type { Episode, Instance, Probes, Truth } from '../contract.ts';

/** The same game with its agents in other places: the agent at place p is the one that was at `order[p]`. */
export function relabelled(instance: Instance, order: readonly number[]): Instance {
  const placeOf = (agent: number) => order.indexOf(agent);
  const movedEpisode = (episode: Episode): Episode => ({
    ...episode,
    agents: order.map((agent) => episode.agents[agent]!),
    messages: episode.messages.map((message) => ({ ...message, agent: placeOf(message.agent) })),
  });
  return {
    ...instance,
    episode: movedEpisode(instance.episode),
    truth: () => movedTruth(instance.truth(), order),
    open: (opening) => {
      const probes = instance.open(opening);
      const { worth, rollout } = probes;
      const moved: Partial<Pick<Probes, 'worth' | 'rollout'>> = {
        ...(worth === undefined ? {} : { worth: async (coalitions) => worth(movedBack(coalitions, order)) }),
        ...(rollout === undefined ? {} : { rollout: async (count) => (await rollout(count)).map(movedEpisode) }),
      };
      return { ...probes, ...moved };
    },
  };
}

function movedTruth(truth: Truth, order: readonly number[]): Truth {
  const { advantage, 'first-error': firstError, standardErrors, ...perAgent } = truth;
  const moved = Object.entries(perAgent).map(([estimand, values]) => [
    estimand,
    Float64Array.from(order, (agent) => values[agent]!),
  ]);
  return {
    ...Object.fromEntries(moved),
    ...(advantage === undefined ? {} : { advantage }),
    ...(firstError === undefined
      ? {}
      : {
          'first-error':
            firstError.step === null ? firstError : { ...firstError, agent: order.indexOf(firstError.agent) },
        }),
    ...(standardErrors === undefined ? {} : { standardErrors: movedTruth(standardErrors, order) }),
  };
}

function movedBack(coalitions: Coalitions, order: readonly number[]): Coalitions {
  const moved = emptyCoalitions(coalitions.agents, coalitions.count);
  for (let row = 0; row < coalitions.count; row++)
    for (const [place, agent] of order.entries()) if (isMember(coalitions, row, place)) include(moved, row, agent);
  return moved;
}
