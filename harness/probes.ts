import type { Probe } from './contract.ts';

/** Every probe there is. */
export const probeNames = [
  'worth',
  'replay',
  'sample',
  'rollout',
  'judge',
  'critic',
  'policy',
] as const satisfies Probe[];
