import { countText, plural } from './number-text.ts';
import type { Summary } from './summary.ts';

/** `12 methods × 3 tasks × 2 budgets × 5 seeds`. */
export function suiteText({ manifest: { suite } }: Pick<Summary, 'manifest'>): string {
  return [
    plural(suite.methods.length, 'method'),
    plural(suite.tasks.length, 'task'),
    plural(suite.budgets.length, 'budget'),
    plural(suite.seeds, 'seed'),
  ].join(' × ');
}

/** What a reader must know before believing a mean of this run; empty where it is complete. */
export function warnings({ counts }: Pick<Summary, 'counts'>): string[] {
  const missing = counts.expected - counts.cells;
  const expected = countText(counts.expected);
  return [
    ...(counts.failed > 0 ? [`${plural(counts.failed, 'cell')} of ${expected} failed`] : []),
    ...(missing > 0 ? [`${plural(missing, 'cell')} of ${expected} ${missing === 1 ? 'is' : 'are'} missing`] : []),
    ...(counts.stale > 0 ? [`${plural(counts.stale, 'row')} of older code or versions left out`] : []),
  ];
}

/** What a warning means for the tables. */
export const warningAdvice = 'Means leave these cells out and may flatter a method.';

/** How to read any board, in one paragraph. */
export const howToRead =
  'A method is ranked only on the estimand it targets, at an equal budget of evaluator calls; numbers are means over tasks of equal weight with their intervals, and the controls show what no information, or all of it, achieves. Methods that a test cannot tell from the best of their group share its rank.';
