/** Writes one line for people, or one JSON document for machines. Numbers in JSON are full. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}

/** Columns padded to the widest cell; numbers to the right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows.reduce<number[]>((most, row) => {
    return row.map((cell, at) => Math.max(most[at] ?? 0, cell.length));
  }, []);
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (right.includes(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
