import type { Bench } from './bench.ts';
import { c3Cells } from './c3-cells.ts';
import { cellOverhead } from './cell-overhead.ts';
import { exactCell } from './exact-cell.ts';
import { exactShapley } from './exact-shapley.ts';
import { journalWrite } from './journal-write.ts';
import { permutationOverhead } from './permutation-overhead.ts';
import { reportMemory } from './report-memory.ts';
import { reportTime } from './report-time.ts';
import { tableLimit } from './table-limit.ts';
import { teamTruth } from './team-truth.ts';

/** Every bench, in printing order. */
export const benches: readonly Bench[] = [
  exactShapley,
  tableLimit,
  exactCell,
  cellOverhead,
  permutationOverhead,
  c3Cells,
  teamTruth,
  journalWrite,
  reportTime,
  reportMemory,
];
