import { axisDomain } from '../axis-domain.ts';
import type { BoardSection } from '../board-tables.ts';
import { capital } from '../capital.ts';
import { budgetChart, budgetPanel } from '../charts/budget-chart.ts';
import { lineStyles } from '../charts/line-styles.ts';
import { headlineSeries, type Series } from '../charts/series.ts';
import { renderSvg } from '../charts/svg.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, numberText } from '../number-text.ts';
import { leftOutWords, mostDrawn } from './drawn-methods.ts';
import { type Figure, type FigurePanel, figureName } from './figure.ts';

/** The headline against budgets: all methods in one panel while their lines can be told apart, else one panel for each of the best; null for one budget. */
export async function budgetFigure(section: BoardSection): Promise<Figure | null> {
  const { largest, smaller } = section;
  const all = headlineSeries([...smaller, largest]);
  const methods = all.filter(({ control }) => !control);
  if (smaller.length === 0 || methods.length === 0) return null;
  const drawn = methods.slice(0, mostDrawn);
  const series = [...drawn, ...all.filter(({ control }) => control)];
  const { label, arrow, words } = metricText(largest.headline);
  const name = figureName(section, 'budget');
  const together = methods.length <= lineStyles.length;
  const unlimited = largest.budget === null ? ['∞ is no limit.'] : [];
  return {
    name,
    kind: 'budget',
    title: `${capital(label)} against budget`,
    caption: [
      `${capital(label)} (up, ${words}) against evaluator calls per episode (across, logarithmic), mean over tasks with its interval as a band.`,
      ...unlimited,
      together
        ? 'Dotted grey lines are the controls.'
        : 'One panel per method, the best first; behind it, faint, the other methods drawn here and, dotted, the controls.',
      'Only budgets at which a method was scored on every task are drawn.',
      ...leftOutWords(methods.length, 'the tables of this board'),
      ...cutOf(series),
    ],
    panels: together
      ? [
          {
            heading: null,
            label: `${capital(label)} by budget. ${series.map((line) => wordsOf(line)).join('; ')}.`,
            svg: await renderSvg(budgetChart(series, 'evaluator calls per episode', `${label} ${arrow}`), name),
          },
        ]
      : await Promise.all(drawn.map((line, index) => panelOf(series, line, `${name}-${index + 1}`))),
    numbers: null,
  };
}

async function panelOf(all: readonly Series[], line: Series, id: string): Promise<FigurePanel> {
  return { heading: line.method, label: wordsOf(line), svg: await renderSvg(budgetPanel(all, line.method), id) };
}

function wordsOf({ method, points }: Series): string {
  return `${method}: ${points.map(({ budget, value }) => `${numberText(value)} at ${budgetText(budget)}`).join(', ')}`;
}

/** Where the value axis leaves out wild values, in words; nothing where it holds them all. */
export function cutOf(series: readonly Series[]): string[] {
  const points = series.flatMap((line) => line.points);
  const { low, high } = axisDomain(points);
  const beyond = points.some(({ value }) => value > high || value < low);
  return beyond ? [`The axis ends at ${numberText(high)}; a triangle at its edge stands for a value beyond.`] : [];
}
