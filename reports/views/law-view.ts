import { counterexampleFile } from '../counterexamples.ts';
import { type LawState, lawLegend, lawMatrix, lawText } from '../law-matrix.ts';
import { plural } from '../number-text.ts';
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
  readonly legend: typeof lawLegend;
  readonly laws: readonly string[];
  readonly lines: readonly {
    readonly method: string;
    readonly anchor: string | null;
    readonly cells: readonly CellView[];
  }[];
  readonly violations: readonly ViolationView[];
};

export function lawsView(summary: Summary): LawsView {
  const matrix = lawMatrix(summary);
  const anchors = methodAnchors(summary);
  const violations: ViolationView[] = [];
  const lines = matrix.lines.map(({ method, cells }) => ({
    method,
    anchor: anchors.get(method) ?? null,
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
  return {
    empty: lines.length === 0,
    broken: broken === 0 ? null : `${plural(broken, 'promised law')} ${broken === 1 ? 'is' : 'are'} violated.`,
    legend: lawLegend,
    laws: matrix.laws.map((law) => law.replaceAll('-', ' ')),
    lines,
    violations,
  };
}

function promiseText(claim: 'always' | 'in-expectation' | null): string {
  if (claim === null) return 'not promised';
  return claim === 'always' ? 'promised always' : 'promised in expectation';
}
