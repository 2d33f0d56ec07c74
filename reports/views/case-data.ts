import type { NumericEstimand } from '../../harness/contract.ts';
import { estimandTexts } from '../board-text.ts';
import type { CaseEntry } from '../case-entry.ts';
import { plural } from '../number-text.ts';
import type { Board, CoverageEntry, Summary } from '../summary.ts';
import { leadersByTask } from './task-leaders.ts';

/** Places in `CaseData.vectors`, −1 for none; `firstError` and its agent where the method blames. */
export type CompactCredit = readonly [
  method: number,
  agents: number,
  messages: number,
  firstError?: number | null,
  firstErrorAgent?: number,
];

/** What the script of the case viewer reads: every credit with all its digits, equal vectors once. */
export type CaseData = {
  readonly methods: readonly {
    readonly name: string;
    readonly control: boolean;
    readonly targets: readonly string[];
  }[];
  readonly tasks: readonly {
    readonly id: string;
    /** The best ranked method of each board that the task is on, and the board. */
    readonly leaders: readonly { readonly board: Board; readonly method: number }[];
  }[];
  readonly estimands: { readonly [E in NumericEstimand]?: string };
  readonly vectors: readonly (readonly number[])[];
  readonly cases: readonly (Pick<
    CaseEntry,
    'instance' | 'version' | 'budget' | 'seed' | 'roles' | 'authors' | 'outcome' | 'truth' | 'transcript'
  > & {
    readonly task: number;
    readonly credits: readonly CompactCredit[];
    /** Place in `absences`. */
    readonly absence: number;
  })[];
  /** Per task and budget, why methods have no credit: pairs of a method and a sentence. */
  readonly absences: readonly (readonly (readonly [method: number, why: string])[])[];
};

/** As it is embedded: a vector as the base64 of its doubles, low byte first, where that is shorter than its digits. */
export type PackedCaseData = Omit<CaseData, 'vectors'> & { readonly vectors: readonly (readonly number[] | string)[] };

export function packedCaseData(summary: Summary): PackedCaseData {
  const data = caseData(summary);
  return { ...data, vectors: data.vectors.map(packedVector) };
}

function packedVector(vector: readonly number[]): readonly number[] | string {
  const bytes = Buffer.alloc(8 * vector.length);
  // + 0: JSON knows no −0 either.
  for (const [place, value] of vector.entries()) bytes.writeDoubleLE(value + 0, 8 * place);
  const text = bytes.toString('base64');
  return text.length < JSON.stringify(vector).length ? text : vector;
}

export function caseData(summary: Summary): CaseData {
  const { cases, manifest } = summary;
  const known = new Map(manifest.suite.methods.map((method) => [method.name, method]));
  const names = [...new Set([...known.keys(), ...cases.flatMap(({ credits }) => credits.map(({ method }) => method))])];
  const methods = new Map(names.toSorted(byText).map((name, place) => [name, place]));
  const tasks = new Map([...new Set(cases.map(({ task }) => task))].map((id, place) => [id, place]));
  const leaders = leadersByTask(summary);
  const vectors = pool<readonly number[]>();
  const absences = pool<CaseData['absences'][number]>();
  return {
    methods: [...methods.keys()].map((name) => {
      const method = known.get(name);
      return { name, control: method?.control ?? false, targets: method?.targets ?? [] };
    }),
    tasks: [...tasks.keys()].map((id) => ({
      id,
      leaders: (leaders.get(id) ?? []).flatMap(({ board, method }) => {
        const place = methods.get(method);
        return place === undefined ? [] : [{ board, method: place }];
      }),
    })),
    estimands: estimandTexts,
    cases: cases.map(({ task, credits, ...rest }) => ({
      ...rest,
      task: tasks.get(task)!,
      credits: credits.map(({ method, credit: { agents, messages, firstError, firstErrorAgent } }): CompactCredit => {
        const place = methods.get(method)!;
        const given = [agents, messages].map((vector) => (vector === undefined ? -1 : vectors.place(vector)));
        const [byAgent = -1, byMessage = -1] = given;
        if (firstError === undefined) return [place, byAgent, byMessage];
        if (firstErrorAgent === undefined) return [place, byAgent, byMessage, firstError];
        return [place, byAgent, byMessage, firstError, firstErrorAgent];
      }),
      absence: absences.place(
        summary.coverage.flatMap((entry) => {
          const place = methods.get(entry.method);
          const is = place !== undefined && entry.task === task && entry.budget === rest.budget;
          return is && entry.reasons.length > 0 ? [[place, absenceText(entry)] as const] : [];
        }),
      ),
    })),
    vectors: vectors.values,
    absences: absences.values,
  };
}

/** `skipped on 2 of 10 cells: needs replay`. */
function absenceText({ scored, skipped, failed, reasons }: CoverageEntry): string {
  const all = scored + skipped + failed;
  return reasons
    .map(({ status, reason, cells }) => `${status} on ${plural(cells, 'cell')} of ${all}: ${reason}`)
    .join('; ');
}

/** Values kept once each; a value's place is where it first came. */
function pool<Value>(): { readonly values: Value[]; readonly place: (value: Value) => number } {
  const places = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    place: (value) => {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
