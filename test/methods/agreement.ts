import { expect } from 'vitest';
import type { AnyMethod } from '../../harness/define.ts';
import { randomOf } from '../../harness/random.ts';
import type { World } from '../../tasks/teams/world.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

const usualEpisodes = 4000;

export type Cell = { sum: number; squares: number; count: number; truth: number };

/**
 * Mean credit of every (step, context, message) over fresh episodes, with what it should be: `expected` of the exact
 * advantage A, V at the context and V at the start. Trees are never repeated on one episode (c3.md §6).
 */
export async function means(
  world: World,
  method: AnyMethod,
  options: string,
  expected: (advantage: number, value: number, start: number) => number,
  episodes = usualEpisodes,
): Promise<Cell[]> {
  const team = teamOf(world);
  const cells = new Map<string, Cell>();
  for (let episode = 0; episode < episodes; episode++) {
    const random = randomOf('unbiased', world.agents.length, options, episode);
    const instance = freshEpisode(team, random.stream('episode'));
    const { credit } = await answerOf(method, instance, { options, random: random.stream('method') });
    const { advantage } = instance.truth();
    const values = await instance.open({ random, generated: () => {} }).critic!(
      instance.episode.messages.map((_, step) => step),
    );
    const said = instance.episode.messages.map(({ text }) => text);
    for (const [step, value] of credit.messages!.entries()) {
      const key = said.slice(0, step + 1).join(' | ');
      const truth = expected(advantage![step]!, values[step]!, values[0]!);
      const cell = cells.get(key) ?? { sum: 0, squares: 0, count: 0, truth };
      cells.set(key, { sum: cell.sum + value, squares: cell.squares + value ** 2, count: cell.count + 1, truth });
    }
  }
  return [...cells.values()].filter(({ count }) => count >= 200);
}

/** The whole table of means agrees with the truth: χ² of the standardised errors within 3 standard errors of its own mean. */
export function expectAgreement(cells: readonly Cell[]): void {
  expect(cells.length).toBeGreaterThan(3);
  let chiSquared = 0;
  for (const { sum, squares, count, truth } of cells) {
    const mean = sum / count;
    const standardError = Math.sqrt((squares / count - mean ** 2) / (count - 1));
    if (standardError === 0) expect(mean).toBeCloseTo(truth, 9);
    else chiSquared += ((mean - truth) / standardError) ** 2;
  }
  expect(chiSquared).toBeLessThan(cells.length + 3 * Math.sqrt(2 * cells.length));
}
