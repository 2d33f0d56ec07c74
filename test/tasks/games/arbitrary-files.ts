import fc from 'fast-check';
import type { GameFile } from '../../../tasks/games/file.ts';

type Form = GameFile['form'];
type Files = Record<Form, (count: number) => fc.Arbitrary<GameFile>>;

/** Files of every form with `count` agents: small integers, so that equal weights, zeros, ties and constants are common. */
export const filesOf: Files = {
  table: (count) => file(count, 'table', { values: numbers(2 ** count, -9, 9) }),
  unanimity: (count) =>
    file(count, 'unanimity', {
      constant: fc.integer({ min: -2, max: 2 }),
      terms: fc.array(
        fc.record({
          members: fc.array(fc.constantFrom(...names(count)), { maxLength: Math.min(5, 2 * count) }),
          coefficient: fc.integer({ min: -5, max: 5 }),
        }),
        { maxLength: 8 },
      ),
    }),
  'weighted-voting': (count) =>
    fc.constantFrom(1, 4, 100).chain((unit) =>
      file(count, 'weighted-voting', {
        weights: numbers(count, 0, 6).map((weights) => weights.map((weight) => weight / unit)),
        quota: fc.integer({ min: -2, max: 3 * count + 2 }).map((quota) => quota / unit),
      }),
    ),
  airport: (count) => file(count, 'airport', { costs: numbers(count, 0, 5) }),
  'induced-subgraph': (count) =>
    file(count, 'induced-subgraph', {
      edges: fc.array(
        fc.record({
          between: fc.tuple(fc.constantFrom(...names(count)), fc.constantFrom(...names(count))),
          weight: fc.integer({ min: -5, max: 5 }),
        }),
        { maxLength: 12 },
      ),
    }),
  glove: (count) =>
    fc.array(fc.constantFrom('left', 'right', 'neither'), { minLength: count, maxLength: count }).chain((sides) =>
      file(count, 'glove', {
        left: fc.constant(names(count).filter((_, agent) => sides[agent] === 'left')),
        right: fc.constant(names(count).filter((_, agent) => sides[agent] === 'right')),
      }),
    ),
  bankruptcy: (count) =>
    fc.constantFrom(1, 4, 0.1).chain((unit) =>
      file(count, 'bankruptcy', {
        claims: numbers(count, 0, 6).map((claims) => claims.map((claim) => claim / unit)),
        estate: fc.integer({ min: 0, max: 4 * count }).map((estate) => estate / unit),
      }),
    ),
  additive: (count) => file(count, 'additive', { contributions: numbers(count, -5, 5) }),
  threshold: (count) => file(count, 'threshold', { k: fc.nat(count + 1) }),
  parity: (count) => fc.constant({ kind: 'game', agents: names(count), form: 'parity' }),
};

export const forms = Object.keys(filesOf) as Form[];

export function names(count: number): string[] {
  return Array.from({ length: count }, (_, agent) => `agent ${agent}`);
}

function numbers(length: number, min: number, max: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min, max }), { minLength: length, maxLength: length });
}

function file<F extends Form, Fields extends object>(
  count: number,
  form: F,
  fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> },
) {
  return fc.record(fields).map((values) => ({ kind: 'game' as const, agents: names(count), form, ...values }));
}
