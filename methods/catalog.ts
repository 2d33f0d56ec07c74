import type { AnyMethod } from '../harness/define.ts';
import { constantStep } from './baseline/constant-step.ts';
import { lastSpeaker } from './baseline/last-speaker.ts';
import { oracle } from './baseline/oracle.ts';
import { random } from './baseline/random.ts';
import { shuffledTruth } from './baseline/shuffled-truth.ts';
import { uniform } from './baseline/uniform.ts';
import { c3 } from './counterfactual/c3.ts';
import { vineppo } from './counterfactual/vineppo.ts';
import { gae } from './critic/gae.ts';
import { mappo } from './critic/mappo.ts';
import { groupMean } from './group/group-mean.ts';
import { grpo } from './group/grpo.ts';
import { magrpo } from './group/magrpo.ts';
import { rloo } from './group/rloo.ts';
import { prm } from './process/prm.ts';
import { prmDifference } from './process/prm-difference.ts';
import { leaveOneOut } from './semivalue/leave-one-out.ts';
import { evaluationAligned } from './shapley/evaluation-aligned.ts';
import { shapleyExact } from './shapley/shapley-exact.ts';
import { shapleyPermutation } from './shapley/shapley-permutation.ts';

/** Every method in the box. A new one is one file and one line here. */
export const methods: readonly AnyMethod[] = [
  shapleyExact,
  shapleyPermutation,
  leaveOneOut,
  c3,
  vineppo,
  rloo,
  groupMean,
  grpo,
  magrpo,
  gae,
  mappo,
  prm,
  prmDifference,
  evaluationAligned,
  uniform,
  random,
  lastSpeaker,
  constantStep,
  shuffledTruth,
  oracle,
];
