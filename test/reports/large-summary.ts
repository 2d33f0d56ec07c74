import type { Verdict } from '../../harness/comparison/verdict.ts';
import type { CriticalDifference, Pair, Profile } from '../../reports/resolution.ts';
import type { BoardTable, Standing, Summary } from '../../reports/summary.ts';
import { hostile } from './example-manifest.ts';
import { exampleResolution } from './example-resolution.ts';
import { exampleSummary } from './example-summary.ts';

const verdicts: readonly Verdict[] = ['first', 'second', 'undecided', 'cannot be significant', 'tied'];
const agent = exampleSummary.boards.filter(({ estimand }) => estimand === 'shapley');
const known = (method: string) => agent.at(-1)!.standings.find((standing) => standing.method === method)!;

/** The agent board at two budgets with so many ranked methods; the first has a name that is markup, and no two numbers are alike. */
export function largeSummary(count: number): Summary {
  const names = Array.from({ length: count }, (_, place) =>
    place === 0 ? hostile.html : `method-${place}[baseline=mean,fanout=${place % 7}x4]`,
  );
  const { suite } = exampleSummary.manifest;
  const methods = [
    ...names.map((name) => ({ ...suite.methods[0]!, name, id: name, laws: {} })),
    ...suite.methods.filter(({ control }) => control),
  ];
  return {
    ...exampleSummary,
    manifest: { ...exampleSummary.manifest, suite: { ...suite, methods } },
    boards: agent.map((table) => largeTable(table, names)),
    scores: [],
    absent: [],
    laws: [],
    cases: [],
    coverage: [],
  };
}

function largeTable(table: BoardTable, names: readonly string[]): BoardTable {
  const scale = table.budget === null ? 1 : 2;
  const ranked = names.map((method, place): Standing => {
    const value = (scale * (place + 1)) / 3 / names.length;
    const measured = { value, low: value / 2, high: place % 9 === 8 ? null : 2 * value };
    return {
      ...known('kernel-shap'),
      method,
      title: `Title <b>${place}</b>`,
      rank: place + 1,
      group: 1 + Math.floor(place / 4),
      rankInterval: { best: place + 1, worst: Math.min(names.length, place + 1 + (place % 4)) },
      probabilityBest: 1 / (place + 7),
      beatenBy: place > names.length - 5 ? 'uniform' : null,
      metrics: { 'relative-error': measured, ...(place % 5 === 4 ? {} : { spearman: measured }) },
    };
  });
  return {
    ...table,
    standings: [...ranked, known('uniform'), known('oracle')],
    resolution: {
      ...exampleResolution,
      leader: names[0]!,
      comparisons: (names.length * (names.length - 1)) / 2,
      pairs: pairsOf(names, scale),
      critical: criticalOf(names),
    },
    profile: profileOf(names),
  };
}

/** Every other pair is the other way round. */
function pairsOf(names: readonly string[], scale: number): Pair[] {
  return names.flatMap((better, rank) =>
    names.slice(rank + 1).map((worse, next): Pair => {
      const difference = (scale * (next + 1)) / (rank + 11);
      const [first, second] = next % 2 === 0 ? [better, worse] : [worse, better];
      const hasNone = (rank + next) % 17 === 16;
      return {
        first,
        second,
        difference,
        low: hasNone ? null : difference / -3,
        high: hasNone ? null : 3 * difference,
        p: hasNone ? null : 10 ** (-next / 2),
        adjusted: hasNone ? null : 0.7 * 10 ** (-next / 2.5),
        instances: 1000 + rank,
        nonZero: 7 + next,
        won: (next % 10) / 9,
        verdict: verdicts[(rank + next) % 5]!,
        more: next % 3 === 0 ? null : 1000 * next,
      };
    }),
  );
}

/** Each differs from those more than twenty ranks away. */
function criticalOf(names: readonly string[]): CriticalDifference {
  const bars = names.slice(0, -20).map((_, place) => names.slice(place, place + 21));
  const meanRanks = names.map((method, place) => ({ method, meanRank: place + 1.25 }));
  // The example has a diagram; its type allows for none.
  const example = exampleResolution.critical as CriticalDifference;
  return { ...example, criticalDifference: 20.5, meanRanks, bars };
}

function profileOf(names: readonly string[]): Profile {
  const thresholds = Array.from({ length: 33 }, (_, step) => step / 32);
  const line = (method: string, control: boolean, place: number) => {
    const share = thresholds.map((threshold) => threshold ** (1 + place / 10));
    return { method, control, share, low: share.map((value) => value / 2), high: share };
  };
  return {
    thresholds,
    lines: [...names.map((name, place) => line(name, false, place)), line('uniform', true, 40)],
  };
}
