import { hash } from 'node:crypto';
import type { EpisodeRow } from '../harness/episode-row.ts';
import type { ScoredRow } from '../harness/row.ts';
import { boardOf } from './board-definitions.ts';
import { compareBudgets } from './board-tables.ts';
import type { DoctorEntry, Finding } from './doctor-entry.ts';
import type { Group } from './group.ts';
import { numberText } from './number-text.ts';
import type { Ordered } from './slots.ts';

/** Per board what is looked at: a value per instance, and the best there is. A pooled headline has none, so messages are looked at by their error. */
const looked = {
  shapley: { metric: 'relative-error', best: 0 },
  advantage: { metric: 'mse', best: 0 },
  'first-error': { metric: 'step-accuracy', best: 1 },
} as const;
type Looked = keyof typeof looked;

const mostExamples = 10;

/** Looks for instances of one task that cost calls and tell nothing, or contradict each other. */
export function doctor() {
  const contents = new Map<string, { episode: string; truth: string }>();
  const transcripts = new Map<string, string>();
  return {
    add({ instance, roles, authors, outcome, truth }: ScoredRow) {
      if (!contents.has(instance))
        contents.set(instance, { episode: digest([roles, authors, outcome]), truth: digest(truth) });
    },
    addEpisode({ instance, problem, messages }: EpisodeRow) {
      transcripts.set(instance, digest([problem, messages]));
    },
    entries(groups: readonly Group[], controls: ReadonlySet<string>, ordered: Ordered): DoctorEntry[] {
      const copies = findCopies(ordered.names, contents, transcripts);
      const methods = groups.filter(({ method }) => !controls.has(method));
      return (Object.keys(looked) as Looked[]).flatMap((estimand) => examine(estimand, methods, ordered, copies));
    },
  };
}

type Example = DoctorEntry['examples'][number];

/** Games have no transcript: two with the same truth and outcome are taken for the same game. */
function findCopies(
  names: readonly string[],
  contents: ReadonlyMap<string, { readonly episode: string; readonly truth: string }>,
  transcripts: ReadonlyMap<string, string>,
): Example[] {
  const first = new Map<string, { readonly instance: string; readonly truth: string }>();
  return names.flatMap((instance): Example[] => {
    const content = contents.get(instance);
    if (content === undefined) return [];
    const transcript = transcripts.get(instance);
    const key = transcript === undefined ? `${content.episode} ${content.truth}` : `${content.episode} ${transcript}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, { instance, truth: content.truth });
      return [];
    }
    const isSame = earlier.truth === content.truth;
    const what = transcript === undefined ? 'same outcome and truth as' : 'same episode as';
    return [
      {
        instance,
        finding: isSame ? 'duplicate' : 'contradictory',
        detail: `${what} ${earlier.instance}${isSame ? '' : ', another truth'}`,
      },
    ];
  });
}

function examine(
  estimand: Looked,
  groups: readonly Group[],
  ordered: Ordered,
  copies: readonly Example[],
): DoctorEntry[] {
  const { metric, best } = looked[estimand];
  const [budget] = groups.map((group) => group.budget).toSorted((a, b) => compareBudgets(b, a));
  const columns = groups.flatMap((group) => {
    const series = group.budget === budget ? group.series.get(`${estimand}|${metric}`) : undefined;
    return series === undefined ? [] : [series.values];
  });
  if (budget === undefined || columns.length === 0) return [];
  const found: Example[] = [];
  const scored = new Set<string>();
  let [spreads, spreadOver, place] = [0, 0, 0];
  for (const [number, instance] of ordered.names.entries()) {
    const places: number[] = [];
    for (; ordered.instance[place] === number; place++) places.push(ordered.slots[place]!);
    const values = columns.flatMap((column) => {
      const known = places.map((slot) => column.get(slot)).filter((value) => !Number.isNaN(value));
      return known.length === 0 ? [] : [known.reduce((sum, value) => sum + value, 0) / known.length];
    });
    if (values.length === 0) continue;
    scored.add(instance);
    if (values.length < 2) continue;
    spreads += deviation(values);
    spreadOver++;
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (high - low > 1e-12 * Math.max(1, Math.abs(high))) continue;
    const isBest = Math.abs(high - best) <= 1e-12;
    found.push({
      instance,
      finding: isBest ? 'saturated' : 'dead',
      detail: `${values.length} methods score ${numberText(high)}`,
    });
  }
  if (scored.size === 0) return [];
  const all = [...found, ...copies.filter(({ instance }) => scored.has(instance))];
  const count = (finding: Finding) => all.filter((example) => example.finding === finding).length;
  const saturated = count('saturated');
  return [
    {
      task: groups[0]!.task,
      estimand: boardOf(estimand).headlineEstimand,
      budget,
      metric,
      instances: scored.size,
      methods: columns.length,
      dead: count('dead') + saturated,
      saturated,
      duplicate: count('duplicate'),
      contradictory: count('contradictory'),
      discrimination: spreadOver === 0 ? null : spreads / spreadOver,
      examples: (['contradictory', 'dead', 'saturated', 'duplicate'] as const).flatMap((finding) =>
        all.filter((example) => example.finding === finding).slice(0, mostExamples),
      ),
    },
  ];
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64').slice(0, 22);
}
