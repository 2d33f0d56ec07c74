import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { teamFileTask } from '../../../tasks/teams/team-file-task.ts';
import { dyad } from './example-teams.ts';
import { firstInstances } from './first-instances.ts';

const folder = mkdtempSync(join(tmpdir(), 'teams-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

describe('the task of a team file', () => {
  it('is named after the file and says what the file declares', () => {
    expect(teamFileTask(written('dyad.team.json', dyad))).toMatchObject({
      id: 'dyad.team',
      truth: 'enumerated',
      null: 'declared',
      offers: ['worth', 'replay', 'sample', 'rollout', 'judge', 'critic', 'policy'],
      estimands: ['shapley', 'banzhaf', 'removal', 'realised', 'advantage', 'first-error'],
    });
  });

  it('promises no more than the file declares', () => {
    const steps = dyad.steps.map(({ absent: _, ...step }) => step);
    expect(teamFileTask(written('bare.team.json', { ...dyad, steps, errors: undefined }))).toMatchObject({
      null: 'none',
      offers: ['replay', 'sample', 'rollout', 'critic', 'policy'],
      estimands: ['realised', 'advantage'],
    });
  });

  it('draws the same episodes from the same stream, whatever was drawn from it before', () => {
    const task = teamFileTask(written('dyad.team.json', dyad));
    const used = randomOf('seed');
    used.float();
    expect(firstInstances(task, 20, used).map(({ episode }) => episode)).toEqual(
      firstInstances(task, 20, randomOf('seed')).map(({ episode }) => episode),
    );
  });

  it('draws fresh episodes of the one team, of which the same agent credit is true', () => {
    const task = teamFileTask(written('dyad.team.json', dyad));
    const drawn = firstInstances(task, 200, randomOf('seed'));
    expect(drawn.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, k) => String(k)));
    const said = new Set(drawn.map(({ episode }) => episode.messages.map(({ text }) => text).join(' ')));
    expect(said).toEqual(new Set(['good right', 'good wrong', 'ok right', 'ok wrong', 'bad right', 'bad wrong']));
    expect(new Set(drawn.map(({ truth }) => truth().shapley)).size).toBe(1);
  });

  it.each([
    ['half.team.json', { ...dyad, range: undefined }, 'half.team.json: range: expected tuple, received undefined'],
    [
      'odd.team.json',
      { ...dyad, outcome: [{ when: ['*', 'right'], score: 1 }] },
      'odd.team.json: outcome: no rule matches ["good","wrong"]; a last rule without "when" would match all',
    ],
  ])('fails at once where %s is broken, and says so', (name, value, message) => {
    expect(() => teamFileTask(written(name, value))).toThrow(expect.objectContaining({ code: 'bad-file', message }));
  });

  it('fails at once where there is no file', () => {
    expect(() => teamFileTask(join(folder, 'none.team.json'))).toThrow(/none\.team\.json: no such file$/);
  });
});
