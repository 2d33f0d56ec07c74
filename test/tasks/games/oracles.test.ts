import { describe, expect, it } from 'vitest';
import { emptyCoalitions, grandCoalition } from '../../../harness/coalitions.ts';
import { parseGame } from '../../../tasks/games/file.ts';
import { expectClose } from './close.ts';
import { fraction } from './fraction.ts';
import { oracleGames } from './oracle-games.ts';
import { type Oracle, oracles } from './oracles.ts';

describe('the games with exactly known values', () => {
  it.each(Object.entries(oracleGames))('%s is reproduced', (name, file) => {
    const oracle: Oracle = oracles[name as keyof typeof oracles];
    const game = parseGame(file, 'game.json');
    expectClose(game.worth(emptyCoalitions(game.agents.length, 1)), [fraction(oracle.empty)]);
    expectClose(game.worth(grandCoalition(game.agents.length)), [fraction(oracle.grand)]);
    expectClose(game.shapley(), oracle.shapley.map(fraction));
    expectClose(game.banzhaf(), oracle.banzhaf.map(fraction));
    expectClose(game.removal(), oracle.removal.map(fraction));
  });

  it('give a null player exactly nothing', () => {
    for (const [name, agent] of [
      ['wvg_12_4_4_4_2_2_1', 5],
      ['null_player', 2],
      ['lbf_2_2_1_food4', 2],
    ] as const) {
      const game = parseGame(oracleGames[name], 'game.json');
      expect([game.shapley()[agent], game.banzhaf()[agent], game.removal()[agent]]).toEqual([0, 0, 0]);
    }
  });
});
