import { type Coalitions, grandCoalition } from './coalitions.ts';
import type { Episode } from './contract.ts';

/** The coalitions whose deterministic worth has been paid for. */
export type Worths = {
  /** The first row of every distinct coalition of the batch that is not known yet. */
  missing(coalitions: Coalitions): number[];
  learn(coalitions: Coalitions, worths: Float64Array): void;
  of(coalitions: Coalitions): Float64Array;
};

/** Starts with v(N), the outcome of the given episode. A table where the batch is a fair share of 2ⁿ, a map elsewhere. */
export function worthsOf({ agents, outcome }: Episode, batch: number): Worths {
  const known = agents.length <= 26 && 2 ** agents.length <= 64 * batch ? table(agents.length) : map();
  known.learn(grandCoalition(agents.length), Float64Array.of(outcome));
  return known;
}

function table(agents: number): Worths {
  const worth = new Float64Array(2 ** agents);
  const mark = new Uint8Array(2 ** agents);
  return {
    missing({ count, words }) {
      const rows: number[] = [];
      for (let row = 0; row < count; row++) {
        const mask = words[row]!;
        if (mark[mask] === 0) {
          mark[mask] = 1;
          rows.push(row);
        }
      }
      for (const row of rows) mark[words[row]!] = 0;
      return rows;
    },
    learn({ count, words }, worths) {
      for (let row = 0; row < count; row++) {
        worth[words[row]!] = worths[row]!;
        mark[words[row]!] = 1;
      }
    },
    of: ({ count, words }) => {
      const worths = new Float64Array(count);
      for (let row = 0; row < count; row++) worths[row] = worth[words[row]!]!;
      return worths;
    },
  };
}

function map(): Worths {
  const worth = new Map<number | string, number>();
  return {
    missing(coalitions) {
      const seen = new Set<number | string>();
      const rows: number[] = [];
      for (let row = 0; row < coalitions.count; row++) {
        const key = keyOf(coalitions, row);
        if (worth.has(key) || seen.has(key)) continue;
        seen.add(key);
        rows.push(row);
      }
      return rows;
    },
    learn(coalitions, worths) {
      for (let row = 0; row < coalitions.count; row++) worth.set(keyOf(coalitions, row), worths[row]!);
    },
    of: (coalitions) => Float64Array.from({ length: coalitions.count }, (_, row) => worth.get(keyOf(coalitions, row))!),
  };
}

/** The row's words as the code units of a string: a key for a map, six times cheaper than text at 1000 agents. */
function keyOf({ width, words }: Coalitions, row: number): number | string {
  if (width === 1) return words[row]!;
  const units = new Uint16Array(words.buffer, words.byteOffset + 4 * row * width, 2 * width);
  // `apply` takes any array-like of numbers; its type knows lists only.
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
