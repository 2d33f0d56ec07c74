import { axisDomain } from '../axis-domain.ts';
import type { BoardSection } from '../board-tables.ts';
import { capital } from '../capital.ts';
import { rowChart } from '../charts/row-chart.ts';
import { headlineSeries } from '../charts/series.ts';
import { renderSvg } from '../charts/svg.ts';
import { measuredText } from '../measured-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText } from '../number-text.ts';
import { cutOf } from './budget-figure.ts';
import { leftOutWords, mostDrawn } from './drawn-methods.ts';
import { type Figure, figureName } from './figure.ts';

/** The headline of the best methods and of the controls at the only budget, a dot and an interval each; null for several budgets. */
export async function scoreFigure(section: BoardSection): Promise<Figure | null> {
  const { largest, smaller } = section;
  const all = headlineSeries([largest]);
  if (smaller.length > 0 || all.length === 0) return null;
  const methods = all.filter(({ control }) => !control);
  const series = [...methods.slice(0, mostDrawn), ...all.filter(({ control }) => control)];
  const { label, arrow, words } = metricText(largest.headline);
  const name = figureName(section, 'scores');
  const rows = series.flatMap(({ method, control, points }) =>
    points.map(({ value, low, high }) => ({
      name: method,
      text: measuredText({ value, low, high }),
      value,
      low,
      high,
      hollow: control,
      control,
    })),
  );
  return {
    name,
    kind: 'scores',
    title: `${capital(label)}, ${budgetText(largest.budget)}`,
    caption: [
      `Mean over tasks with its interval; ${words}.`,
      'Hollow grey dots are controls.',
      ...leftOutWords(methods.length, 'the table of this board'),
      ...cutOf(series),
    ],
    panels: [
      {
        heading: null,
        label: `${capital(label)}. ${rows.map((row) => `${row.name}: ${row.text}`).join('; ')}.`,
        svg: await renderSvg(rowChart(rows, axisDomain(rows), `${label} ${arrow}`), name),
      },
    ],
    numbers: null,
  };
}
