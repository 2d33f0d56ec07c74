import type { Coalitions } from '../../../harness/coalitions.ts';
import type { Rows } from './rows.ts';

export const mostLeaves = 31;
const mostNodes = 2 * mostLeaves - 1;
const fewestRows = 5;

/** One regression tree on membership, in arrays that the next tree overwrites; node 0 is the root. */
export type Tree = {
  count: number;
  /** The agent a node splits on; −1 at a leaf. */
  readonly agent: Int32Array;
  /** The child of rows without the agent; the one of rows with it follows. */
  readonly child: Int32Array;
  readonly parent: Int32Array;
  readonly mean: Float64Array;
  /** Per node: its rows in the list, and per agent how many hold it and the sum of their residuals. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly best: Int32Array;
  readonly gain: Float64Array;
};

export function emptyTree(agents: number): Tree {
  const integers = () => new Int32Array(mostNodes);
  return {
    count: 0,
    agent: integers(),
    child: integers(),
    parent: integers(),
    mean: new Float64Array(mostNodes),
    from: integers(),
    to: integers(),
    counts: new Float64Array(mostNodes * agents),
    sums: new Float64Array(mostNodes * agents),
    best: integers(),
    gain: new Float64Array(mostNodes),
  };
}

/** Grows best-first to 31 leaves of at least 5 of the listed rows; the list is reordered. Ties go to the first agent of `order`. */
export function growTree(tree: Tree, rows: Rows, residuals: Float64Array, list: Int32Array, order: Uint32Array): void {
  tree.count = 0;
  open(tree, residuals, list, 0, list.length, -1);
  histogram(tree, 0, rows, residuals, list);
  findSplit(tree, 0, order);
  for (let leaves = 1; leaves < mostLeaves; leaves++) {
    let node = -1;
    for (let one = 0; one < tree.count; one++)
      if (tree.agent[one]! < 0 && tree.gain[one]! > (node < 0 ? 0 : tree.gain[node]!)) node = one;
    if (node < 0) return;
    split(tree, node, rows, residuals, list, order);
  }
}

/** The leaf a row falls into. */
export function leafOf({ agent, child }: Tree, { width, words }: Coalitions, row: number): number {
  let node = 0;
  for (let splits = agent[0]!; splits >= 0; splits = agent[node]!)
    node = child[node]! + ((words[row * width + (splits >>> 5)]! >>> (splits & 31)) & 1);
  return node;
}

function split(
  tree: Tree,
  node: number,
  rows: Rows,
  residuals: Float64Array,
  list: Int32Array,
  order: Uint32Array,
): void {
  const { agents } = rows.coalitions;
  const agent = tree.best[node]!;
  const [from, to] = [tree.from[node]!, tree.to[node]!];
  const middle = partition(rows.coalitions, list, from, to, agent);
  tree.agent[node] = agent;
  const absent = open(tree, residuals, list, from, middle, node);
  const present = open(tree, residuals, list, middle, to, node);
  tree.child[node] = absent;
  const [small, large] = middle - from < to - middle ? [absent, present] : [present, absent];
  histogram(tree, small, rows, residuals, list);
  for (let one = 0; one < agents; one++) {
    tree.counts[large * agents + one] = tree.counts[node * agents + one]! - tree.counts[small * agents + one]!;
    tree.sums[large * agents + one] = tree.sums[node * agents + one]! - tree.sums[small * agents + one]!;
  }
  findSplit(tree, absent, order);
  findSplit(tree, present, order);
}

function open(tree: Tree, residuals: Float64Array, list: Int32Array, from: number, to: number, parent: number): number {
  const node = tree.count++;
  let sum = 0;
  for (let at = from; at < to; at++) sum += residuals[list[at]!]!;
  tree.agent[node] = -1;
  tree.parent[node] = parent;
  tree.mean[node] = sum / (to - from);
  tree.from[node] = from;
  tree.to[node] = to;
  return node;
}

function histogram(
  { counts, sums, from, to }: Tree,
  node: number,
  { start, members, coalitions: { agents } }: Rows,
  residuals: Float64Array,
  list: Int32Array,
): void {
  const base = node * agents;
  counts.fill(0, base, base + agents);
  sums.fill(0, base, base + agents);
  const last = to[node]!;
  for (let at = from[node]!; at < last; at++) {
    const row = list[at]!;
    const residual = residuals[row]!;
    const end = start[row + 1]!;
    for (let member = start[row]!; member < end; member++) {
      const agent = base + members[member]!;
      counts[agent]! += 1;
      sums[agent]! += residual;
    }
  }
}

/** The agent whose presence explains most of the squared residuals. */
function findSplit({ counts, sums, from, to, mean, best, gain }: Tree, node: number, order: Uint32Array): void {
  const total = to[node]! - from[node]!;
  const sum = mean[node]! * total;
  const ground = sum * mean[node]!;
  best[node] = -1;
  gain[node] = 0;
  if (total < 2 * fewestRows) return;
  const base = node * order.length;
  for (let place = 0; place < order.length; place++) {
    const agent = order[place]!;
    const count = counts[base + agent]!;
    if (count < fewestRows || total - count < fewestRows) continue;
    const present = sums[base + agent]!;
    const absent = sum - present;
    const found = (present * present) / count + (absent * absent) / (total - count) - ground;
    if (found > gain[node]!) {
      gain[node] = found;
      best[node] = agent;
    }
  }
}

/** Rows without the agent first; where those with it begin. */
function partition({ width, words }: Coalitions, list: Int32Array, from: number, to: number, agent: number): number {
  const [word, bit] = [agent >>> 5, agent & 31];
  let [left, right] = [from, to];
  while (left < right) {
    const row = list[left]!;
    if ((words[row * width + word]! >>> bit) & 1) {
      right--;
      list[left] = list[right]!;
      list[right] = row;
    } else left++;
  }
  return left;
}
