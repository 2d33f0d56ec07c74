import { numberText } from '../number-text.ts';
import type { Standing } from '../summary.ts';
import type { FigureView } from './line-view.ts';

/** What sums up the ranks of a method over tasks. */
export type AggregateView = { readonly method: string; readonly figures: readonly FigureView[] };

/** In the order of the ranks; empty where fewer than two methods are ranked. */
export function aggregateViews(ranked: readonly Standing[]): AggregateView[] {
  if (ranked.length < 2) return [];
  return ranked.flatMap(({ method, aggregates }) => {
    if (aggregates === null) return [];
    const { meanRank, meanWinRate, borda } = aggregates;
    const figures = [
      ['mean-rank', meanRank],
      ['mean-win-rate', meanWinRate],
      ['borda', borda],
    ] as const;
    return {
      method,
      figures: figures.map(([metric, value]) => ({ metric, value: String(value), text: numberText(value) })),
    };
  });
}
