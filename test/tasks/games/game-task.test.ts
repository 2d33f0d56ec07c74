import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { gameFileTask } from '../../../tasks/games/game-task.ts';

const folder = mkdtempSync(join(tmpdir(), 'games-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the task of a game file', () => {
  it('is one fixed instance named after the file', () => {
    const task = gameFileTask(
      written('majority.game.json', '{"kind":"game","agents":["a","b","c"],"form":"table","values":[0,0,0,1,0,1,1,1]}'),
    );
    expect(task).toMatchObject({
      id: 'majority.game',
      fixed: true,
      truth: 'enumerated',
      null: 'none',
      offers: ['worth'],
    });
    const instances = [...task.instances(randomOf('any'))];
    expect(instances.map(({ id, episode }) => [id, episode])).toEqual([
      [
        'majority.game',
        {
          agents: [
            { id: 'a', role: 'a' },
            { id: 'b', role: 'b' },
            { id: 'c', role: 'c' },
          ],
          problem: '',
          messages: [],
          outcome: 1,
          range: [0, 1],
        },
      ],
    ]);
    expect(instances[0]!.truth().banzhaf).toEqual(Float64Array.of(0.5, 0.5, 0.5));
  });

  it.each([
    ['half.game.json', '{"kind":"game",', /^half\.game\.json: not JSON: /],
    ['odd.game.json', '{"kind":"game","agents":[],"form":"parity"}', /^odd\.game\.json: agents: empty; expected/],
  ])('fails at once where %s is broken, and says so', (name, text, message) => {
    expect(() => gameFileTask(written(name, text))).toThrow(message);
  });

  it('fails at once where there is no file', () => {
    expect(() => gameFileTask(join(folder, 'none.game.json'))).toThrow(/none\.game\.json: no such file$/);
  });
});
