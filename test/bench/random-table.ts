import { shipped } from './shipped.ts';

const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');

/** v(S) by bit mask of a game without any structure, in [0, 1). */
export function randomTable(agents: number): Float64Array {
  const random = randomOf('bench', 'table', agents);
  return Float64Array.from({ length: 2 ** agents }, () => random.float());
}
