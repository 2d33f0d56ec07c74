import { estimandTexts } from '../board-text.ts';
import type { DoctorEntry } from '../doctor-entry.ts';
import { doctorAdvice, type Source } from '../doctor-words.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText, numberText, plural } from '../number-text.ts';
import type { Summary } from '../summary.ts';
import { taskAnchors } from './anchors.ts';

type CountView = { readonly fact: string; readonly text: string; readonly isBad: boolean };

/** One task on one estimand: what ails its instances, and what to do. */
export type DoctorLineView = {
  readonly place: number;
  readonly task: string;
  readonly anchor: string | null;
  readonly about: string;
  readonly counts: readonly CountView[];
  readonly advice: readonly string[];
  readonly examples: DoctorEntry['examples'];
  readonly fold: string;
};

/** The suite doctor as `doctor.hbs` lays it out; what needs a look stands first, healthy tasks apart. */
export type DoctorView = {
  readonly empty: boolean;
  readonly sentence: string;
  readonly groups: readonly {
    readonly title: string;
    readonly open: boolean;
    readonly lines: readonly DoctorLineView[];
  }[];
};

export function doctorViews(summary: Summary): DoctorView {
  const lines = summary.doctor.map((entry, place) => {
    const source = sourceOf(summary, entry.task);
    return { worth: severity(entry, source), line: lineView(summary, entry, place, source) };
  });
  const group = (title: string, isIn: (worth: number) => boolean, open: boolean) => {
    const own = lines.filter(({ worth }) => isIn(worth)).toSorted((a, b) => b.worth - a.worth);
    return { title: `${title} (${countText(own.length)})`, open, lines: own.map(({ line }) => line) };
  };
  return {
    empty: lines.length === 0,
    sentence: sentenceOf(summary.doctor),
    groups: [
      group('Needs a look', (worth) => worth > 1, true),
      group('Repeats alone, as is expected of what is drawn at random', (worth) => worth > 0 && worth <= 1, false),
      group('Nothing found', (worth) => worth === 0, false),
    ].filter((one) => one.lines.length > 0),
  };
}

/** Contradictions before dead instances before repeats, each by its share of the instances; up to 1 is no fault, 0 nothing at all. */
function severity({ instances, dead, duplicate, contradictory }: DoctorEntry, source: Source): number {
  if (instances === 0) return 0;
  const isCollected = source === 'collected';
  if (isCollected && contradictory > 0) return 3 + contradictory / instances;
  if (dead > 0) return 2 + dead / instances;
  const repeats = Math.min(1, (duplicate + contradictory) / instances);
  return (isCollected && repeats > 0 ? 1 : 0) + repeats;
}

/** What the manifest says of a task; a team without a board for messages cannot be told from a game. */
function sourceOf({ manifest }: Summary, task: string): Source {
  const known = manifest.suite.tasks.find(({ id }) => id === task);
  if (known === undefined || known.truth === 'annotated') return 'collected';
  return known.estimands.includes('advantage') ? 'team' : 'game';
}

function sentenceOf(doctor: readonly DoctorEntry[]): string {
  const sum = (key: 'instances' | 'dead' | 'saturated' | 'duplicate' | 'contradictory') =>
    doctor.reduce((total, entry) => total + entry[key], 0);
  return `Of ${plural(sum('instances'), 'instance')}, counted once per estimand: ${countText(sum('dead'))} dead, of them ${countText(sum('saturated'))} saturated; ${countText(sum('duplicate'))} duplicate; ${countText(sum('contradictory'))} contradictory.`;
}

function lineView(summary: Summary, entry: DoctorEntry, place: number, source: Source): DoctorLineView {
  const { task, estimand, metric, budget, instances, methods, dead, saturated, duplicate, contradictory } = entry;
  const { discrimination, examples } = entry;
  const count = (fact: string, value: number, isBad: boolean) => ({ fact, text: countText(value), isBad });
  return {
    place,
    task,
    anchor: taskAnchors(summary).get(task) ?? null,
    about: `${estimandTexts[estimand]}, ${metricText(metric).label}, ${budgetText(budget)}`,
    counts: [
      count('instances', instances, false),
      count('methods', methods, methods < 2),
      count('dead', dead, dead > 0),
      count('saturated', saturated, saturated > 0),
      count('duplicate', duplicate, duplicate > 0 && source === 'collected'),
      count('contradictory', contradictory, contradictory > 0 && source === 'collected'),
      { fact: 'discrimination', text: discrimination === null ? '–' : numberText(discrimination), isBad: false },
    ],
    advice: doctorAdvice(entry, source),
    examples,
    fold: plural(examples.length, 'example'),
  };
}
