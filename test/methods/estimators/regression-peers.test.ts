import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../harness/files.ts';
import { randomOf } from '../../../harness/random.ts';
import { shapley } from '../../../methods/shapley/shapley.ts';
import { readGame } from '../../../tasks/games/file.ts';
import { gameInstance } from '../../../tasks/games/instance.ts';
import { answerOf } from '../on.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/shapley-games', import.meta.url));
const isHere = existsSync(join(folder, 'peers.json'));
if (!isHere) console.warn('skipped: the 60 games of ../shared/data/shapley-games are not on this machine');

/** The fields of a row that count here, as the folder's README tells. */
type Peer = { readonly family: string; readonly n: number; readonly budget: number; readonly mse: number };

describe.skipIf(!isHere)('shapley at 12 agents and 500 calls, beside the best of 16 public estimators', () => {
  it.each(['soug-mixed', 'soug-low', 'voting', 'airport'])(
    'errs no more on the five %s games, but for the luck of the draw',
    async (family) => {
      const { rows } = readJson(join(folder, 'peers.json')) as { rows: readonly Peer[] };
      const rivals = rows.filter((row) => row.family === family && row.n === 12 && row.budget === 500);
      expect(rivals.length).toBeGreaterThan(10);
      let error = 0;
      for (let game = 0; game < 5; game++) {
        const instance = gameInstance(family, readGame(join(folder, `${family}-n12-s${game}.game.json`)));
        const random = randomOf('peers', game);
        const { credit, spent } = await answerOf(shapley, instance, { budget: 500, random });
        expect(spent.evaluations).toBeLessThanOrEqual(500);
        for (const [agent, value] of instance.truth().shapley!.entries())
          error += (credit.agents![agent]! - value) ** 2 / 12 / 5;
      }
      expect(error).toBeLessThan(1.3 * Math.min(...rivals.map(({ mse }) => mse)));
    },
    60_000,
  );
});
