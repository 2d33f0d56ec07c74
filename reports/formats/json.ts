import type { Summary } from '../summary.ts';

/** The summary itself, one line per field and per element of a list: a third smaller than indented, and its differences can be read. */
export function renderJson(summary: Summary): string {
  const fields = Object.entries(summary).map(([name, value]) => `${JSON.stringify(name)}: ${textOf(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function textOf(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((element) => JSON.stringify(element)).join(',\n')}\n]`;
}
