import type { Config } from 'vega-lite';

/** Colours are names that the style sheet gives a value in light, in dark and on paper. */
export const colours = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  faint: 'var(--faint)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  paper: 'var(--paper)',
} as const;

/** The height of figure text in pixels, and the width of a character of it in a wide font. */
export const textSize = 11;
export const characterWidth = 6.5;

export const chartConfig: Config = {
  // The page names a chart and describes it; what vega would add repeats every number.
  aria: false,
  background: 'transparent',
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  text: { fontSize: textSize, fill: colours.ink, baseline: 'middle' },
  axis: {
    labelColor: colours.muted,
    titleColor: colours.muted,
    labelFontSize: textSize,
    titleFontSize: textSize,
    titleFontWeight: 'normal',
    domainColor: colours.rule,
    tickColor: colours.rule,
    gridColor: colours.rule,
    gridOpacity: 0.6,
    tickSize: 3,
  },
};
