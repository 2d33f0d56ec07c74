import { axisDomain } from '../axis-domain.ts';
import type { BoardSection } from '../board-tables.ts';
import { budgetChart } from '../charts/budget-chart.ts';
import { dotChart } from '../charts/dot-chart.ts';
import { headlineSeries, type Series } from '../charts/series.ts';
import { renderSvg } from '../charts/svg.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, numberText } from '../number-text.ts';

/** The headline of a board as pictures: one panel per method over budgets, or all methods at the only budget. */
export type ChartView = {
  readonly title: string;
  readonly caption: string;
  /** The panels' value axis is cut here: a triangle stands for a value beyond it. */
  readonly cut: string | null;
  readonly panels: readonly {
    readonly method: string | null;
    readonly control: boolean;
    readonly label: string;
    readonly svg: string;
  }[];
};

/** Null where no method was scored on every task. */
export async function chartView({ board, estimand, largest, smaller }: BoardSection): Promise<ChartView | null> {
  const series = headlineSeries([...smaller, largest]);
  if (series.length === 0) return null;
  const { label, words } = metricText(largest.headline);
  const id = `${board}-${estimand}`;
  const shared = { cut: cutOf(series) };
  const unlimited = largest.budget === null ? ' ∞ is no limit.' : '';
  if (smaller.length === 0)
    return {
      ...shared,
      title: `${capital(label)}, ${budgetText(largest.budget)}`,
      caption: `Mean over tasks with 95 % interval; ${words}. Hollow grey dots are controls.`,
      panels: [
        {
          method: null,
          control: false,
          label: `${capital(label)} of ${series.length} methods with intervals; the table holds the same numbers.`,
          svg: await renderSvg(dotChart(series, label), id),
        },
      ],
    };
  return {
    ...shared,
    title: `${capital(label)} against budget`,
    caption: `One panel per method, ranked methods first: ${label} (up) against evaluator calls per episode (across, logarithmic), with 95 % interval; ${words}.${unlimited} Behind it, faint, the other ranked methods; dashed, the controls. Only budgets at which a method scored on every task are drawn.`,
    panels: await Promise.all(
      series.map(async ({ method, control, points }, index) => ({
        method,
        control,
        label: `${method}: ${label} ${points.map(({ budget, value }) => `${numberText(value)} at ${budgetText(budget)}`).join(', ')}`,
        svg: await renderSvg(budgetChart(series, method), `${id}-${index + 1}`),
      })),
    ),
  };
}

function cutOf(series: readonly Series[]): string | null {
  const points = series.flatMap((line) => line.points);
  const { low, high } = axisDomain(points);
  const beyond = points.some(({ value }) => value > high || value < low);
  return beyond ? `The axis ends at ${numberText(high)}; a triangle at its edge stands for a value beyond.` : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
