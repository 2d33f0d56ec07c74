/** A batch of coalitions as packed bit sets: row r occupies `width` 32-bit words, bit i of a row = agent i is present. */
export type Coalitions = {
  readonly agents: number;
  readonly count: number;
  /** Words per row, ⌈agents / 32⌉. */
  readonly width: number;
  readonly words: Uint32Array;
};

/** `count` empty coalitions of `agents` agents. */
export function emptyCoalitions(agents: number, count: number): Coalitions {
  const width = Math.ceil(agents / 32);
  return { agents, count, width, words: new Uint32Array(width * count) };
}

/** The grand coalition, as a batch of one row. */
export function grandCoalition(agents: number): Coalitions {
  const coalitions = emptyCoalitions(agents, 1);
  for (let agent = 0; agent < agents; agent++) include(coalitions, 0, agent);
  return coalitions;
}

/** All 2ⁿ coalitions in bit-mask order. @throws RangeError above 30 agents. */
export function allCoalitions(agents: number): Coalitions {
  if (agents > 30) throw new RangeError(`2^${agents} coalitions do not fit a table`);
  const coalitions = emptyCoalitions(agents, 2 ** agents);
  if (agents > 0) for (let mask = 0; mask < coalitions.count; mask++) coalitions.words[mask] = mask;
  return coalitions;
}

/** One row per list of members. */
export function coalitionsOf(agents: number, rows: readonly Iterable<number>[]): Coalitions {
  const coalitions = emptyCoalitions(agents, rows.length);
  rows.forEach((members, row) => {
    for (const agent of members) include(coalitions, row, agent);
  });
  return coalitions;
}

export function include({ width, words }: Coalitions, row: number, agent: number): void {
  words[row * width + (agent >>> 5)]! |= 1 << (agent & 31);
}

export function exclude({ width, words }: Coalitions, row: number, agent: number): void {
  words[row * width + (agent >>> 5)]! &= ~(1 << (agent & 31));
}

export function isMember({ width, words }: Coalitions, row: number, agent: number): boolean {
  return ((words[row * width + (agent >>> 5)]! >>> (agent & 31)) & 1) === 1;
}

/** Copies row `from` of `source` over row `to` of `target`. */
export function copyRow(source: Coalitions, from: number, target: Coalitions, to: number): void {
  const { width, words } = source;
  target.words.set(words.subarray(from * width, from * width + width), to * width);
}

/** The rows listed, in that order. */
export function selectRows(source: Coalitions, rows: ArrayLike<number>): Coalitions {
  const selected = emptyCoalitions(source.agents, rows.length);
  for (let to = 0; to < rows.length; to++) copyRow(source, rows[to]!, selected, to);
  return selected;
}

/** A key that two rows share exactly if they are the same coalition: the mask itself up to 32 agents, text beyond. */
export function rowKey({ width, words }: Coalitions, row: number): number | string {
  if (width === 1) return words[row]!;
  return words.subarray(row * width, row * width + width).join('.');
}
