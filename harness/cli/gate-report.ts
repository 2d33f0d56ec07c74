import type { Acknowledgement } from '../comparison/acknowledgement.ts';
import type { GateFinding, GateOutcome } from '../comparison/gate-findings.ts';
import type { Margins } from '../comparison/margins.ts';
import type { Look } from '../comparison/regression-lines.ts';

/** Everything a gate found: what every format prints. */
export type GateReport = {
  readonly outcome: GateOutcome;
  readonly baseline: string;
  readonly candidate: string;
  readonly alpha: number;
  readonly margins: Margins;
  readonly findings: readonly GateFinding[];
  readonly losses: Look['losses'];
  readonly unmeasured: Look['unmeasured'];
  /** Metrics given a margin on the command line that no comparison has. */
  readonly marginsUnused: readonly string[];
  readonly acknowledgementsUnused: readonly Acknowledgement[];
  readonly notes: readonly string[];
};
