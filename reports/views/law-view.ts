import { counterexampleFile } from '../counterexamples.ts';
import { type LawMatrix, type LawState, lawLegend, lawMatrix, lawText } from '../law-matrix.ts';
import { countText, plural } from '../number-text.ts';
import type { Summary } from '../summary.ts';
import { methodAnchors } from './anchors.ts';

type CellView = {
  readonly state: LawState;
  readonly symbol: string;
  readonly words: string;
  /** Why it does not apply. */
  readonly reason: string | null;
  /** Where the counterexample is shown. */
  readonly link: string | null;
};

type ViolationView = {
  readonly id: string;
  readonly method: string;
  readonly law: string;
  readonly promise: string;
  readonly isBroken: boolean;
  readonly reason: string;
  readonly trials: string;
  readonly counterexample: string | null;
  /** The file of the counterexample in the report's folder. */
  readonly file: string | null;
};

/** The law matrix, its legend, and the counterexamples it links to. */
export type LawsView = {
  readonly empty: boolean;
  readonly broken: string | null;
  /** How many promises were tried and how many held. */
  readonly promises: string;
  /** Of the states that are in the matrix. */
  readonly legend: typeof lawLegend;
  readonly laws: readonly string[];
  readonly lines: readonly {
    readonly method: string;
    readonly anchor: string | null;
    readonly control: boolean;
    readonly cells: readonly CellView[];
  }[];
  /** Broken promises, each open to see; what was never promised, in one fold. */
  readonly violations: readonly ViolationView[];
  readonly unpromised: readonly ViolationView[];
  readonly unpromisedTitle: string;
};

export function lawsView(summary: Summary): LawsView {
  const matrix = lawMatrix(summary);
  const anchors = methodAnchors(summary);
  const controls = new Set(summary.manifest.suite.methods.flatMap(({ name, control }) => (control ? [name] : [])));
  const violations: ViolationView[] = [];
  const ordered = matrix.lines.toSorted((a, b) => Number(controls.has(a.method)) - Number(controls.has(b.method)));
  const lines = ordered.map(({ method, cells }) => ({
    method,
    anchor: anchors.get(method) ?? null,
    control: controls.has(method),
    cells: cells.map((cell) => {
      const { symbol, words } = lawText(cell);
      const reason = cell.row?.reason ?? null;
      const view = { state: cell.state, symbol, words, reason, link: null };
      if (cell.row === null || (cell.state !== 'broken' && cell.state !== 'violated')) return view;
      const id = `violation-${violations.length + 1}`;
      const { counterexample, trials } = cell.row;
      violations.push({
        id,
        method,
        law: cell.law.replaceAll('-', ' '),
        promise: promiseText(cell.claim),
        isBroken: cell.state === 'broken',
        reason: reason ?? 'no reason recorded',
        trials: plural(trials, 'trial'),
        counterexample: counterexample === undefined ? null : JSON.stringify(counterexample, null, 2),
        file: counterexampleFile(cell.row) ?? null,
      });
      return { ...view, link: `#${id}` };
    }),
  }));
  const broken = violations.filter(({ isBroken }) => isBroken).length;
  const unpromised = violations.filter(({ isBroken }) => !isBroken);
  const used = new Set(lines.flatMap(({ cells }) => cells.map(({ words }) => words)));
  return {
    empty: lines.length === 0,
    broken: broken === 0 ? null : `${plural(broken, 'promised law')} ${broken === 1 ? 'is' : 'are'} violated.`,
    promises: promisesText(matrix),
    legend: [...lawLegend, { symbol: '?', words: 'not tried', meaning: 'on this method' }].filter(({ words }) =>
      used.has(words),
    ),
    laws: matrix.laws.map((law) => law.replaceAll('-', ' ')),
    lines,
    violations: violations.filter(({ isBroken }) => isBroken),
    unpromised,
    unpromisedTitle: `Violated, but never promised (${countText(unpromised.length)})`,
  };
}

function promisesText({ lines }: LawMatrix): string {
  const tried = lines.flatMap(({ cells }) => cells).filter(({ claim, row }) => claim !== null && row !== null);
  const held = tried.filter(({ state }) => state === 'kept').length;
  const broken = tried.filter(({ state }) => state === 'broken').length;
  const rest = tried.length - held - broken;
  const words = [
    `${countText(held)} held`,
    `${countText(broken)} broken`,
    ...(rest > 0 ? [`${countText(rest)} ${rest === 1 ? 'does' : 'do'} not apply`] : []),
  ];
  return `${plural(tried.length, 'promise')} of ${plural(lines.length, 'method')}: ${words.join(', ')}.`;
}

function promiseText(claim: 'always' | 'in-expectation' | null): string {
  if (claim === null) return 'not promised';
  return claim === 'always' ? 'promised always' : 'promised in expectation';
}
