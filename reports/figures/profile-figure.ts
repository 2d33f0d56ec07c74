import { lineStyles } from '../charts/line-styles.ts';
import { profileChart, profilePanel } from '../charts/profile-chart.ts';
import { renderSvg } from '../charts/svg.ts';
import { metricText } from '../metric-text.ts';
import { intervalText, numberText } from '../number-text.ts';
import type { Profile } from '../resolution.ts';
import { standingGroups } from '../standing-groups.ts';
import type { BoardTable } from '../summary.ts';
import { mostDrawn } from './drawn-methods.ts';
import { drawnOnce } from './drawn-once.ts';
import { type Figure, type FigureNumbers, figureName } from './figure.ts';

/** The share of instances that score better than each threshold, per method; null where the table has no profile. */
export const profileFigure = drawnOnce(async (table: BoardTable): Promise<Figure | null> => {
  const { headline, better, budget } = table;
  const profile = rankedFirst(table);
  if (profile === null || profile.lines.length === 0 || profile.thresholds.length < 2) return null;
  const { label } = metricText(headline);
  const name = figureName(table, 'profile', budget);
  const methods = profile.lines.filter(({ control }) => !control);
  const shown = methods.slice(0, mostDrawn);
  const drawn = { ...profile, lines: [...shown, ...profile.lines.filter(({ control }) => control)] };
  const together = methods.length <= lineStyles.length;
  const side = better === 'lower' ? 'below' : 'above';
  const title = `${label} ${side} this threshold`;
  return {
    name,
    kind: 'profile',
    title: `Performance profile of ${label}`,
    caption: [
      `Share of instances (up) whose ${label} is strictly ${side} a threshold (across), tasks weighing the same, with pointwise Wilson intervals as bands.`,
      `${better === 'lower' ? 'A line further up and to the left' : 'A line further up and to the right'} is better; lines that cross are better at different things.`,
      together
        ? 'Dotted grey lines are controls.'
        : `${shown.length < methods.length ? `One panel for each of the ${shown.length} best of ${methods.length} methods` : 'One panel per method'}; faint behind it the others of these, dotted the controls.`,
      ...(shown.length < methods.length ? ['The numbers of all stand below.'] : []),
    ],
    panels: together
      ? [
          {
            heading: null,
            label: `Performance profiles of ${drawn.lines.map(({ method }) => method).join(', ')}; the numbers stand below.`,
            svg: await renderSvg(profileChart(drawn, title), name),
          },
        ]
      : await Promise.all(
          shown.map(async ({ method }, index) => ({
            heading: method,
            label: `Performance profile of ${method}; the numbers stand below.`,
            svg: await renderSvg(profilePanel(drawn, method), `${name}-${index + 1}`),
          })),
        ),
    numbers: numbersOf(profile, side),
  };
});

/** The profiles by rank, then the controls. */
function rankedFirst(table: BoardTable): Profile | null {
  if (table.profile === null) return null;
  const { ranked, controls } = standingGroups(table);
  const order = new Map([...ranked, ...controls].map(({ method }, place) => [method, place]));
  const placeOf = (method: string) => order.get(method) ?? order.size;
  return {
    ...table.profile,
    lines: table.profile.lines.toSorted((a, b) => placeOf(a.method) - placeOf(b.method)),
  };
}

const columns = 5;

/** A few thresholds, spread evenly over all of them. */
function numbersOf({ thresholds, lines }: Profile, side: string): FigureNumbers {
  const last = thresholds.length - 1;
  const shown = [
    ...new Set(Array.from({ length: columns }, (_, column) => Math.round((last * column) / (columns - 1)))),
  ];
  return {
    heads: shown.map((index) => `${side} ${numberText(thresholds[index]!)}`),
    lines: lines.map(({ method, share, low, high }) => ({
      method,
      cells: shown.map((index) => ({
        value: share[index]!,
        at: thresholds[index]!,
        text: `${numberText(share[index]!)} ${intervalText({ low: low[index]!, high: high[index]! })}`,
      })),
    })),
  };
}
