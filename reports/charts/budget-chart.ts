import type { TopLevelSpec } from 'vega-lite';
import { axisDomain, type Domain } from '../axis-domain.ts';
import { type BudgetAxis, budgetAxis } from './budget-axis.ts';
import { characterWidth, colours, textSize } from './config.ts';
import { linePanel, type PanelFrame, type PanelLabel, type PanelLine, titleRoom } from './line-panel.ts';
import { controlStyle, type LineStyle, lineStyles } from './line-styles.ts';
import type { Series } from './series.ts';
import { shortNames } from './short-names.ts';
import { spreadLabels } from './spread-labels.ts';

/** All methods over budgets in one panel, with bands and with every name at the right end of its line; controls are dotted. */
export function budgetChart(all: readonly Series[], across: string, up: string): TopLevelSpec {
  const styles = all.map(({ control }, index) => (control ? controlStyle : (lineStyles[index] ?? controlStyle)));
  const size = sized(wide, all);
  const lines = all.map((series, index) => ({
    ...lineOf(series, budgetAxis(all), styles[index] ?? controlStyle),
    width: series.control ? 1.5 : 2,
    band: !series.control,
    dots: true,
  }));
  return linePanel(
    lines.toReversed(),
    endLabels(all, styles, budgetDomain(all), size),
    frameOf(all, { across, up }, size),
  );
}

/** The panel of one method: its line and band before the faint lines of the others and the dotted, named ones of the controls. */
export function budgetPanel(all: readonly Series[], method: string): TopLevelSpec {
  const axis = budgetAxis(all);
  const controls = all.filter(({ control }) => control);
  const plain = (style: LineStyle) => (series: Series) => ({
    ...lineOf(series, axis, style),
    width: 1,
    band: false,
    dots: false,
  });
  const own: LineStyle = { colour: colours.accent, dash: [1, 0], shape: 'circle' };
  const others = all.filter((series) => !series.control && series.method !== method);
  const size = sized(small, controls);
  return linePanel(
    [
      ...others.map(plain({ ...own, colour: colours.faint })),
      ...controls.map(plain(controlStyle)),
      ...all
        .filter((series) => series.method === method)
        .map((series) => ({ ...lineOf(series, axis, own), width: 2, band: true, dots: true })),
    ],
    endLabels(
      controls,
      controls.map(() => controlStyle),
      budgetDomain(all),
      size,
    ),
    frameOf(all, { across: null, up: null }, size),
  );
}

/** The range of the panels' shared value axis. */
export function budgetDomain(all: readonly Series[]): Domain {
  return axisDomain(all.flatMap(({ points }) => points));
}

type Size = Pick<PanelFrame, 'width' | 'height' | 'padding'>;
const wide: Size = { width: 346, height: 200, padding: { left: 54, right: 0, top: 8, bottom: 36 } };
const small: Size = { width: 260, height: 96, padding: { left: 40, right: 0, top: 8, bottom: 20 } };
const longest = 20;

/** The size with room on the right for the names. */
function sized(size: Size, labelled: readonly Series[]): Size {
  const letters = Math.max(0, ...labelled.map(({ method }) => [...method].length));
  const room = Math.round(16 + characterWidth * Math.min(longest, letters));
  const { left } = size.padding;
  return { ...size, width: size.width - left - room, padding: { ...size.padding, right: room } };
}

function lineOf({ points }: Series, axis: BudgetAxis, style: LineStyle): Pick<PanelLine, 'style' | 'points'> {
  return {
    style,
    points: points.map(({ budget, value, low, high }) => ({
      x: axis.at(budget),
      value,
      low,
      high,
      joined: budget !== null,
    })),
  };
}

/** Names beside the last points, moved apart where they would overlap. */
function endLabels(
  all: readonly Series[],
  styles: readonly LineStyle[],
  { low, high }: Domain,
  { width, height }: Size,
): PanelLabel[] {
  const shown = all.flatMap(({ method, points }, index) => {
    const last = points.at(-1);
    return last === undefined ? [] : [{ method, value: last.value, style: styles[index] ?? controlStyle }];
  });
  const names = shortNames(
    shown.map(({ method }) => method),
    longest,
  );
  const wanted = shown.map(({ value }) => height * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)));
  const places = spreadLabels(wanted, textSize + 1, 0, height);
  return shown.map(({ method, style }, index) => ({
    x: width + 12,
    from: wanted[index]!,
    y: places[index]!,
    text: names.get(method) ?? method,
    colour: style.colour,
  }));
}

function frameOf(
  all: readonly Series[],
  titles: { readonly across: string | null; readonly up: string | null },
  size: Size,
): PanelFrame {
  const axis = budgetAxis(all);
  return {
    ...size,
    across: {
      scale: { type: 'log', domain: [axis.ticks[0], axis.ticks.at(-1)], nice: false, padding: 8 },
      axis: {
        title: titles.across,
        grid: false,
        values: [...axis.ticks],
        labelExpr: labels(axis),
        labelOverlap: 'greedy',
      },
    },
    up: budgetDomain(all),
    upAxis: { title: titles.up, ...titleRoom, tickCount: 4, domain: false },
  };
}

function labels({ unlimited }: BudgetAxis): string {
  return unlimited === null
    ? 'format(datum.value, ",d")'
    : `datum.value === ${unlimited} ? "∞" : format(datum.value, ",d")`;
}
