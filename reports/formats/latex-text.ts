import { plainText } from './plain-text.ts';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '"': '\\textquotedbl{}',
  '−': '$-$',
  '–': '--',
  '\ufffd': '?',
  '×': '$\\times$',
  '↓': '$\\downarrow$',
  '↑': '$\\uparrow$',
  '→': '$\\to$',
  '±': '$\\pm$',
  α: '$\\alpha$',
  '…': '\\ldots{}',
};

/** Text that LaTeX sets as it is. */
export function latexText(text: string): string {
  return [...plainText(text)].map((character) => commands[character] ?? character).join('');
}

/** A name in typewriter. */
export function latexCode(text: string): string {
  return `\\texttt{${latexText(text)}}`;
}
