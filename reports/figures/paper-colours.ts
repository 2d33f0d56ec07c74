/** The style sheet's light colours, for pictures that stand alone. */
export const paperColours: Readonly<Record<string, string>> = {
  paper: '#ffffff',
  ink: '#1b1f24',
  muted: '#59616b',
  faint: '#c9cdd2',
  rule: '#dcdedf',
  accent: '#1c5d99',
  'series-1': '#1c5d99',
  'series-2': '#b84700',
  'series-3': '#00735a',
  'series-4': '#9a3d77',
  'series-5': '#6f5a00',
};
