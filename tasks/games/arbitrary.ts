import fc from 'fast-check';
import type { GameFile } from './file.ts';

type UnanimityFile = Extract<GameFile, { form: 'unanimity' }>;

/** Unanimity games of 1 to 4 agents with small integers, often with planted twins and null players; they shrink to few short terms. */
export function arbitraryGame(): fc.Arbitrary<UnanimityFile> {
  return fc
    .record({
      count: fc.integer({ min: 1, max: 4 }),
      constant: fc.integer({ min: -2, max: 2 }),
      // Sets of agents are bit masks: they shrink to the first agent, where lists of names would keep the names they have.
      terms: fc.array(
        fc.record({ set: fc.integer({ min: 1, max: 15 }), coefficient: fc.integer({ min: -4, max: 4 }) }),
        { maxLength: 5 },
      ),
      idle: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15 })),
      twins: fc.option(fc.subarray(letters, { minLength: 2, maxLength: 2 })),
    })
    .map(({ count, constant, terms, idle, twins }) => {
      const agents = letters.slice(0, count);
      const drawn = terms.map(({ set, coefficient }) => ({
        members: agents.filter((_, agent) => ((set & ~idle) >> agent) & 1),
        coefficient,
      }));
      const kept = drawn.filter(({ members, coefficient }) => members.length > 0 && coefficient !== 0);
      const [one, other] = twins ?? [];
      const arePlanted = one !== undefined && other !== undefined && agents.includes(other);
      return {
        kind: 'game',
        agents,
        form: 'unanimity',
        constant,
        terms: arePlanted ? kept.flatMap((term) => twinned(term, one, other)) : kept,
      };
    });
}

const letters = ['a', 'b', 'c', 'd'];

type Term = UnanimityFile['terms'][number];

/** A term that holds neither or both of the twins stands as it is; what one of them has, its twin has too. */
function twinned(term: Term, one: string, other: string): Term[] {
  if (term.members.includes(one) === term.members.includes(other)) return [term];
  const swapped = term.members.map((member) => (member === one ? other : member === other ? one : member));
  return [term, { ...term, members: swapped.toSorted() }];
}
