/** The largest number of tables (k!)^N that are enumerated. */
const mostTables = 1e6;

/** Whether all arrangements of `tasks` rows of `methods` ranks are few enough to be enumerated. */
export function isEnumerable(tasks: number, methods: number): boolean {
  let tables = 1;
  for (let method = 2; method <= methods && tables <= mostTables; method++) tables *= method ** tasks;
  return tables <= mostTables;
}

/**
 * The share of all arrangements of every row's ranks whose squared deviations of the column sums from their mean add up to at
 * least those observed. Doubled mid-ranks, so that all sums are whole numbers. Friedman (1937), statistics.md §5.1.
 */
export function permutedConcordance(doubledRanks: readonly Float64Array[]): number {
  const [first, ...rest] = doubledRanks;
  if (first === undefined) throw new RangeError('no rows to permute');
  const columns = first.map((_, column) => doubledRanks.reduce((sum, row) => sum + row[column]!, 0));
  const middle = doubledRanks.length * (first.length + 1);
  const observed = spread(columns, middle);
  const arranged = rest.map(arrangements);
  let [reached, tables] = [0, 0];
  const visit = (row: number, sums: Float64Array): void => {
    if (row < arranged.length) {
      for (const ranks of arranged[row]!)
        visit(
          row + 1,
          sums.map((sum, column) => sum + ranks[column]!),
        );
      return;
    }
    tables++;
    if (spread(sums, middle) >= observed) reached++;
  };
  // The first row may stand still: arranging the columns of the whole table changes nothing.
  visit(0, first);
  return reached / tables;
}

function spread(columns: Float64Array, middle: number): number {
  return columns.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

/** The different orders of a row; each stands for equally many permutations. */
function arrangements(row: Float64Array): Float64Array[] {
  if (row.length === 0) return [new Float64Array(0)];
  return [...new Set(row)].flatMap((lead) => {
    const place = row.indexOf(lead);
    return arrangements(row.filter((_, other) => other !== place)).map((rest) => Float64Array.of(lead, ...rest));
  });
}
