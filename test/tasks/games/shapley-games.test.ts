import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyCoalitions, grandCoalition } from '../../../harness/coalitions.ts';
import { readJson } from '../../../harness/files.ts';
import { readGame } from '../../../tasks/games/file.ts';
import { expectClose } from './close.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, '../shared/data/shapley-games');
const isHere = existsSync(folder);
const games = isHere ? readdirSync(folder).filter((name) => name.endsWith('.game.json')) : [];
if (!isHere) console.warn('skipped: the 60 games of ../shared/data/shapley-games are not on this machine');

describe.skipIf(!isHere)('the 60 shared games with truth in exact arithmetic', () => {
  it('are all there', () => {
    expect(games).toHaveLength(60);
  });

  it.each(games)('%s is reproduced', (name) => {
    // The project's own files, of the shape their README tells.
    const truth = readJson(join(folder, name.replace('.game.', '.truth.'))) as Truth;
    const game = readGame(join(folder, name));
    const count = game.agents.length;
    expectClose(game.shapley(), truth.shapley);
    expectClose(game.worth(emptyCoalitions(count, 1)), [truth.empty]);
    expectClose(game.worth(grandCoalition(count)), [truth.grand]);
    expect(game.origin).toBe(truth.origin);
  });
});

type Truth = {
  readonly shapley: readonly number[];
  readonly origin: string;
  readonly empty: number;
  readonly grand: number;
};
