import type { EpisodeRow } from '../harness/episode-row.ts';
import type { ScoredRow } from '../harness/row.ts';
import { compareBudgets } from './board-tables.ts';
import { bottomSample } from './bottom-sample.ts';
import type { CaseEntry } from './case-entry.ts';

/** Episodes shown per task: a sample that depends on their names alone. */
const casesPerTask = 4;
const longestText = 2000;

/** Keeps what the case viewer needs of one task's rows, in any order. */
export function caseSample(salt: string, task: string) {
  const cells = bottomSample<ScoredRow[]>(casesPerTask, salt, 'cases', task);
  // An instance may have a transcript and no score; a few more are kept so that those with scores are among them.
  const episodes = bottomSample<EpisodeRow>(8 * casesPerTask, salt, 'cases', task);
  return {
    add: (row: ScoredRow) => cells.of(row.instance, () => [])?.push(row),
    addEpisode: (row: EpisodeRow) => episodes.of(row.instance, () => row),
    entries(): CaseEntry[] {
      const transcripts = new Map(episodes.entries());
      return cells.entries().map(([instance, rows]) => caseOf(rows, transcripts.get(instance)));
    },
  };
}

/** The credits of all methods at the largest budget and the first seed. */
function caseOf(rows: readonly ScoredRow[], episode: EpisodeRow | undefined): CaseEntry {
  const [largest] = rows.map(({ budget }) => budget).toSorted((a, b) => compareBudgets(b, a));
  const seed = Math.min(...rows.filter(({ budget }) => budget === largest).map((row) => row.seed));
  const shown = rows
    .filter((row) => row.budget === largest && row.seed === seed)
    .toSorted((a, b) => (a.method < b.method ? -1 : 1));
  const { task, version, instance, budget, roles, authors, outcome, truth } = shown[0]!;
  return {
    task,
    version,
    instance,
    budget,
    seed,
    roles,
    authors,
    outcome,
    truth,
    transcript: episode === undefined ? null : transcriptOf(episode),
    credits: shown.map(({ method, credit }) => ({ method, credit })),
  };
}

function transcriptOf({ problem, agents, messages }: EpisodeRow): NonNullable<CaseEntry['transcript']> {
  return {
    problem: cut(problem),
    agents: agents.map(({ id }) => id),
    messages: messages.map(({ text }) => cut(text)),
  };
}

function cut(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText)} … (${text.length - longestText} more characters in the journal)`;
}
