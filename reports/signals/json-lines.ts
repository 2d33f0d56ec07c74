/** One JSON object per line, each with its line end, made as it is asked for. */
export function* jsonLines<Item, Row extends object>(
  items: Iterable<Item>,
  rowsOf: (item: Item) => Iterable<Row>,
): Generator<string, void, undefined> {
  for (const item of items) for (const row of rowsOf(item)) yield `${JSON.stringify(row)}\n`;
}
