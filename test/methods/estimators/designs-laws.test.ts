import { describe, expect, it } from 'vitest';
import type { Law } from '../../../harness/contract.ts';
import { checkLaw } from '../../../harness/laws/check-law.ts';
import { laws } from '../../../harness/row.ts';
import { parseSelection, selectMethod } from '../../../harness/selection.ts';
import { lawSubjects } from '../../../tasks/law-subjects.ts';
import { answerOf, gameOf } from '../on.ts';
import { names, samplers } from './designs-games.ts';

describe.each(samplers)('%s', (_name, method, options) => {
  const selected = selectMethod(method, parseSelection(`method[${options}]`).given, 'test');

  it.each(laws.filter((law: Law) => method.laws[law] !== undefined))('keeps the law it promises: %s', async (law) => {
    const found = await checkLaw(selected, law, lawSubjects, 30, 'designs');
    expect([found.verdict, found.reason]).toEqual(['held', undefined]);
  });
});

describe('below exhaustion', () => {
  const terms = [
    { members: ['a0', 'a1', 'a2'], coefficient: 4 },
    { members: ['a2', 'a3', 'a4', 'a6'], coefficient: 3 },
  ];
  const game = gameOf({ agents: names(8), form: 'unanimity', constant: 1, terms });
  const promising = (law: Law) => samplers.filter(([, method]) => method.laws[law] === 'always');

  it.each(promising('null-player'))('%s gives null players exactly 0', async (_name, method, options) => {
    for (const budget of [3, 8, 17, 40, 120, 250]) {
      const { agents } = (await answerOf(method, game, { options, budget })).credit;
      expect([agents![5], agents![7]]).toEqual([0, 0]);
    }
  });

  it.each(promising('sign'))('%s gives nobody less than 0 in a monotone game', async (_name, method, options) => {
    for (const budget of [3, 8, 17, 40, 120, 250]) {
      const { agents } = (await answerOf(method, game, { options, budget })).credit;
      expect(Math.min(...agents!)).toBeGreaterThanOrEqual(0);
      if (budget > 100) expect(agents![2]).toBeGreaterThan(0);
    }
  });

  it.each(promising('linearity'))('%s is linear in the game at one seed', async (_name, method, options) => {
    const one = gameOf({ agents: names(8), form: 'airport', costs: [1, 2, 3, 4, 5, 6, 7, 8] });
    const sum = {
      ...game,
      episode: {
        ...game.episode,
        outcome: 2 * game.episode.outcome + 3 * one.episode.outcome,
        range: [-99, 99] as const,
      },
      open: (opening: Parameters<typeof game.open>[0]) => {
        const [left, right] = [game.open(opening).worth!, one.open(opening).worth!];
        return {
          worth: async (coalitions: Parameters<typeof left>[0]) => {
            const [first, second] = [await left(coalitions), await right(coalitions)];
            return first.map((value, row) => 2 * value + 3 * second[row]!);
          },
        };
      },
    };
    for (const budget of [3, 8, 17, 40, 120, 250]) {
      const [both, first, second] = await Promise.all(
        [sum, game, one].map(async (each) => (await answerOf(method, each, { options, budget })).credit.agents!),
      );
      for (const [agent, value] of both!.entries())
        expect(value).toBeCloseTo(2 * first![agent]! + 3 * second![agent]!, 9);
    }
  });
});
