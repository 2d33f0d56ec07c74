import { plainText } from './plain-text.ts';

/** Text that Markdown shows as it is. Entities, because inside a table cell a backslash does not save every character. */
export function markdownText(text: string): string {
  return entities(plainText(text), /[\\`*_[\]<>|~&$@#]/g);
}

/** A name in code font, inside a table or outside. */
export function markdownCode(text: string): string {
  const plain = plainText(text);
  // A code span cannot hold these in a table cell, and no padding that must be seen.
  return /[`|\\]|^\s|\s$|^$/.test(plain) ? `<code>${entities(plain, /[^\w ]/gu)}</code>` : `\`${plain}\``;
}

/** A table; cells are Markdown. */
export function markdownTable(heads: readonly string[], lines: readonly (readonly string[])[], texts: number): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(heads), row(heads.map((_, index) => (index < texts ? ':--' : '--:'))), ...lines.map(row)].join('\n');
}

/** A block of code that no content can close. */
export function markdownBlock(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Parts behind a heading that opens; the empty lines make what is inside Markdown again. */
export function markdownFold(heading: string, parts: readonly string[]): string {
  return [`<details><summary>${markdownText(heading)}</summary>`, ...parts, '</details>'].join('\n\n');
}

function entities(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => `&#${character.codePointAt(0)};`);
}
