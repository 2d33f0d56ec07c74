import { copyRow, emptyCoalitions } from '../../../harness/coalitions.ts';
import { strataOf } from './strata.ts';
import { type Units, withComplements } from './units.ts';

/** Every coalition of the pairs by itself, the complement after its first. */
export function unpaired({ agents, strata, coalitions, stratum, worths, complements }: Units): Units {
  return {
    agents,
    strata: strataOf(agents, false),
    coalitions: withComplements(coalitions),
    stratum: Int32Array.from({ length: 2 * stratum.length }, (_, row) => {
      const { size } = strata[stratum[row >> 1]!]!;
      return (row % 2 === 0 ? size : agents - size) - 1;
    }),
    worths: Float64Array.from({ length: 2 * stratum.length }, (_, row) =>
      row % 2 === 0 ? worths[row >> 1]! : complements![row >> 1]!,
    ),
    complements: null,
  };
}

/** Both, the first ones first. */
export function joined(first: Units, second: Units): Units {
  const count = first.stratum.length;
  const coalitions = emptyCoalitions(first.agents, count + second.stratum.length);
  for (let row = 0; row < coalitions.count; row++)
    if (row < count) copyRow(first.coalitions, row, coalitions, row);
    else copyRow(second.coalitions, row - count, coalitions, row);
  const { complements } = first;
  return {
    ...first,
    coalitions,
    stratum: appended(first.stratum, second.stratum, Int32Array),
    worths: appended(first.worths, second.worths, Float64Array),
    complements: complements === null ? null : appended(complements, second.complements!, Float64Array),
  };
}

function appended<List extends Int32Array | Float64Array>(
  some: List,
  others: List,
  Kind: new (length: number) => List,
): List {
  const all = new Kind(some.length + others.length);
  all.set(some);
  all.set(others, some.length);
  return all;
}
