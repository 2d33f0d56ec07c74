import { grandCoalition } from '../../harness/coalitions.ts';
import type { Instance } from '../../harness/contract.ts';
import { once } from '../../harness/once.ts';
import type { Game } from './game.ts';

/** A game as an instance: an episode without messages whose outcome is v(N); it offers `worth`. */
export function gameInstance(id: string, game: Game, problem = ''): Instance {
  return {
    id,
    episode: {
      agents: game.agents.map((name) => ({ id: name, role: name })),
      problem,
      messages: [],
      outcome: game.worth(grandCoalition(game.agents.length))[0]!,
      range: game.range,
    },
    noise: 'none',
    truth: once(() => ({ shapley: game.shapley(), banzhaf: game.banzhaf(), removal: game.removal() })),
    open: () => ({ worth: async (coalitions) => game.worth(coalitions) }),
  };
}
