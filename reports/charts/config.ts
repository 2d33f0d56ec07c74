import type { Config } from 'vega-lite';

/** Colours are names that the style sheet gives a value in light, in dark and on paper. */
export const colours = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  faint: 'var(--faint)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
} as const;

export const chartConfig: Config = {
  // The page names a chart and describes it; what vega would add repeats every number.
  aria: false,
  background: 'transparent',
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: colours.muted,
    titleColor: colours.muted,
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    domainColor: colours.rule,
    tickColor: colours.rule,
    gridColor: colours.rule,
    gridOpacity: 0.6,
    tickSize: 3,
  },
};
