import { type Coalitions, isMember } from '../../../harness/coalitions.ts';

/** Coalitions with their members listed: those of row r are members[start[r] … start[r + 1] − 1]. */
export type Rows = {
  readonly coalitions: Coalitions;
  readonly start: Int32Array;
  readonly members: Uint32Array;
};

export function rowsOf(coalitions: Coalitions): Rows {
  const { agents, count } = coalitions;
  const start = new Int32Array(count + 1);
  const members: number[] = [];
  for (let row = 0; row < count; row++) {
    for (let agent = 0; agent < agents; agent++) if (isMember(coalitions, row, agent)) members.push(agent);
    start[row + 1] = members.length;
  }
  return { coalitions, start, members: Uint32Array.from(members) };
}

export function sizeOf({ start }: Pick<Rows, 'start'>, row: number): number {
  return start[row + 1]! - start[row]!;
}
