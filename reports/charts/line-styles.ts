/** How one line differs from the others: by colour, by dashes and by the shape of its points, so that no one of them is needed alone. */
export type LineStyle = { readonly colour: string; readonly dash: readonly number[]; readonly shape: string };

/** The styles of lines that share a panel, in order; more lines than styles get a panel each. */
export const lineStyles: readonly LineStyle[] = [
  { colour: 'var(--series-1)', dash: [1, 0], shape: 'circle' },
  { colour: 'var(--series-2)', dash: [7, 2], shape: 'square' },
  { colour: 'var(--series-3)', dash: [3, 2], shape: 'triangle-up' },
  { colour: 'var(--series-4)', dash: [8, 2, 2, 2], shape: 'diamond' },
  { colour: 'var(--series-5)', dash: [2, 1], shape: 'cross' },
];

/** Controls are grey and dotted. */
export const controlStyle: LineStyle = { colour: 'var(--muted)', dash: [1, 3], shape: 'circle' };
