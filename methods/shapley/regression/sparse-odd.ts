import { isMember } from '../../../harness/coalitions.ts';
import { shuffle } from '../../../harness/random.ts';
import type { Learner, Lesson } from './learner.ts';
import { sizeOf } from './rows.ts';
import { factorise, solveFactorised } from './symmetric-system.ts';

/** Above this the triples are too many to look through. */
export const mostAgentsForTriples = 40;

/**
 * Walsh–Fourier regression on the odd part of pairs: all single agents and the triples that matter, found by orthogonal matching
 * pursuit; how many, is what predicts a fifth of the pairs best. φ_i = −2 Σ_{T∋i} f_T/|T|.
 */
export const sparseOdd: Learner = (lesson, training, random) => {
  const { agents, count } = lesson.rows.coalitions;
  const firsts = training.filter((row) => row >= 2 && row % 2 === 0);
  const mixed = shuffle(random, Int32Array.from(firsts));
  const held = Math.floor(mixed.length / 5);
  const trial = pursue(lesson, mixed.subarray(held), mixed.subarray(0, held), Math.floor((firsts.length - agents) / 2));
  const final = pursue(lesson, firsts, new Int32Array(), trial.best);
  const shapley = new Float64Array(agents);
  for (const [at, set] of final.sets.entries())
    for (const agent of set) shapley[agent]! -= (2 * final.coefficients[at]!) / set.length;
  const values = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (const [at, set] of final.sets.entries()) sum += final.coefficients[at]! * sign(lesson, row, set);
    values[row] = sum;
  }
  return { values, shapley };
};

type Found = {
  readonly sets: readonly (readonly number[])[];
  readonly coefficients: Float64Array;
  readonly best: number;
};

function sign({ rows: { coalitions } }: Lesson, row: number, set: readonly number[]): number {
  return set.reduce((product, agent) => (isMember(coalitions, row, agent) ? -product : product), 1);
}

/** Up to `most` triples beside the single agents, with v(N) − v(∅) as one heavy row; `best`: the number that predicts `held` best. */
function pursue(lesson: Lesson, pairs: Int32Array, held: Int32Array, most: number): Found {
  const { values, rows } = lesson;
  const { agents } = rows.coalitions;
  const fits = [1, ...pairs];
  const heaviest = 100;
  const root = Float64Array.from(fits, (row) => (row === 1 ? heaviest : Math.sqrt(weightOf(lesson, row))));
  const target = Float64Array.from(
    fits,
    (row, at) => (root[at]! * (values[row]! - values[row === 1 ? 0 : row + 1]!)) / 2,
  );
  const signs = Array.from({ length: agents }, (_, agent) =>
    Float64Array.from(fits, (row) => sign(lesson, row, [agent])),
  );
  const sets: number[][] = [];
  const columns: Float64Array[] = [];
  const gram: number[][] = [];
  const sides: number[] = [];
  const chosen = new Set<number>();
  const add = (set: number[]) => {
    const column = Float64Array.from(root);
    for (const agent of set) for (let at = 0; at < column.length; at++) column[at]! *= signs[agent]![at]!;
    gram.push([...columns, column].map((other) => dot(other, column)));
    sides.push(dot(column, target));
    columns.push(column);
    sets.push(set);
  };
  for (let agent = 0; agent < agents; agent++) add([agent]);
  let best = { triples: 0, loss: Number.POSITIVE_INFINITY };
  for (;;) {
    const size = sets.length;
    const coefficients = solve(gram, sides);
    const residual = Float64Array.from(target);
    for (let at = 0; at < size; at++) axpy(-coefficients[at]!, columns[at]!, residual);
    if (held.length > 0) {
      const loss = held.reduce((sum, row) => {
        let rest = (values[row]! - values[row + 1]!) / 2;
        for (let at = 0; at < size; at++) rest -= coefficients[at]! * sign(lesson, row, sets[at]!);
        return sum + weightOf(lesson, row) * rest * rest;
      }, 0);
      if (loss < best.loss) best = { triples: size - agents, loss };
      // Well past its best.
      if (size - agents > 2 * best.triples + 40) return { sets, coefficients, best: best.triples };
    }
    const room = Math.min(most - (size - agents), Math.max(1, Math.floor(0.1 * (size - agents))));
    const isExplained = dot(residual, residual) <= 1e-24 * dot(target, target);
    if (room <= 0 || isExplained || agents < 3) return { sets, coefficients, best: best.triples };
    const triples = strongest(root, residual, signs, chosen, room);
    if (triples.length === 0) return { sets, coefficients, best: best.triples };
    for (const triple of triples) {
      chosen.add(codeOf(triple, agents));
      add(triple);
    }
  }
}

const codeOf = ([i, j, k]: readonly number[], agents: number) => (i! * agents + j!) * agents + k!;

function weightOf({ rows }: Lesson, row: number): number {
  const { agents } = rows.coalitions;
  const size = sizeOf(rows, row);
  return 1 / Math.sqrt(size * (agents - size));
}

function strongest(
  root: Float64Array,
  residual: Float64Array,
  signs: readonly Float64Array[],
  chosen: ReadonlySet<number>,
  room: number,
): number[][] {
  const agents = signs.length;
  const found: { triple: number[]; strength: number }[] = [];
  const start = residual.map((value, at) => value * root[at]!);
  const product = new Float64Array(start.length);
  for (let i = 0; i < agents; i++)
    for (let j = i + 1; j < agents; j++) {
      const [a, b] = [signs[i]!, signs[j]!];
      for (let at = 0; at < product.length; at++) product[at] = start[at]! * a[at]! * b[at]!;
      for (let k = j + 1; k < agents; k++) {
        const strength = Math.abs(dot(product, signs[k]!));
        if (found.length === room && strength <= found.at(-1)!.strength) continue;
        const triple = [i, j, k];
        if (chosen.has(codeOf(triple, agents))) continue;
        let place = found.length;
        while (place > 0 && found[place - 1]!.strength < strength) place--;
        found.splice(place, 0, { triple, strength });
        if (found.length > room) found.pop();
      }
    }
  return found.map(({ triple }) => triple);
}

function solve(gram: readonly (readonly number[])[], sides: readonly number[]): Float64Array {
  const size = sides.length;
  const matrix = new Float64Array(size * size);
  const level = gram[0]![0]!;
  for (const [i, row] of gram.entries()) {
    matrix.set(row, i * size);
    matrix[i * size + i]! += 1e-11 * level;
  }
  if (!factorise(matrix, size)) throw new RangeError('a ridge makes the system positive definite');
  return solveFactorised(matrix, size, Float64Array.from(sides));
}

function dot(some: Float64Array, others: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < some.length; at++) sum += some[at]! * others[at]!;
  return sum;
}

function axpy(factor: number, from: Float64Array, to: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at]! += factor * from[at]!;
}
