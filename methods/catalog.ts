import type { AnyMethod } from '../harness/define.ts';
import { constantStep } from './baseline/constant-step.ts';
import { firstSpeaker } from './baseline/first-speaker.ts';
import { lastSpeaker } from './baseline/last-speaker.ts';
import { length } from './baseline/length.ts';
import { mostFrequentSpeaker } from './baseline/most-frequent-speaker.ts';
import { negatedTruth } from './baseline/negated-truth.ts';
import { oracle } from './baseline/oracle.ts';
import { random } from './baseline/random.ts';
import { shuffledTruth } from './baseline/shuffled-truth.ts';
import { turns } from './baseline/turns.ts';
import { uniform } from './baseline/uniform.ts';
import { zero } from './baseline/zero.ts';
import { creditArgmin } from './blame/credit-argmin.ts';
import { judgeAllAtOnce } from './blame/judge-all-at-once.ts';
import { judgeBinarySearch } from './blame/judge-binary-search.ts';
import { judgeHybrid } from './blame/judge-hybrid.ts';
import { judgeStepByStep } from './blame/judge-step-by-step.ts';
import { aristocrat } from './counterfactual/aristocrat.ts';
import { c3 } from './counterfactual/c3.ts';
import { c3Adaptive } from './counterfactual/c3-adaptive.ts';
import { c3NoParent } from './counterfactual/c3-no-parent.ts';
import { c3Tempered } from './counterfactual/c3-tempered.ts';
import { c3Unique } from './counterfactual/c3-unique.ts';
import { c3ValueAssisted } from './counterfactual/c3-value-assisted.ts';
import { c3ValueOnly } from './counterfactual/c3-value-only.ts';
import { firstErrorReplay } from './counterfactual/first-error-replay.ts';
import { mathShepherdHard } from './counterfactual/math-shepherd-hard.ts';
import { mathShepherdSoft } from './counterfactual/math-shepherd-soft.ts';
import { mathShepherdSoftDifference } from './counterfactual/math-shepherd-soft-difference.ts';
import { omegaPrm } from './counterfactual/omega-prm.ts';
import { vineppo } from './counterfactual/vineppo.ts';
import { gae } from './critic/gae.ts';
import { ippo } from './critic/ippo.ts';
import { mappo } from './critic/mappo.ts';
import { coma } from './decomposition/coma.ts';
import { lica } from './decomposition/lica.ts';
import { qmix } from './decomposition/qmix.ts';
import { qplex } from './decomposition/qplex.ts';
import { sqddpg } from './decomposition/sqddpg.ts';
import { vdn } from './decomposition/vdn.ts';
import { atGrpo } from './group/at-grpo.ts';
import { c3NoReplay } from './group/c3-no-replay.ts';
import { drMas } from './group/dr-mas.ts';
import { groupMean } from './group/group-mean.ts';
import { grpo } from './group/grpo.ts';
import { magrpo } from './group/magrpo.ts';
import { magrpoCross } from './group/magrpo-cross.ts';
import { rloo } from './group/rloo.ts';
import { orm } from './process/orm.ts';
import { prm } from './process/prm.ts';
import { prmDifference } from './process/prm-difference.ts';
import { prmFirstBelow } from './process/prm-first-below.ts';
import { cocoa } from './redistribution/cocoa.ts';
import { hcaReturn } from './redistribution/hca-return.ts';
import { hcaState } from './redistribution/hca-state.ts';
import { rudder } from './redistribution/rudder.ts';
import { rudderOptimal } from './redistribution/rudder-optimal.ts';
import { agentRemoval } from './removal/agent-removal.ts';
import { ccpo } from './removal/ccpo.ts';
import { banzhafExact } from './semivalue/banzhaf-exact.ts';
import { banzhafMsr } from './semivalue/banzhaf-msr.ts';
import { banzhafNormalised } from './semivalue/banzhaf-normalised.ts';
import { betaShapley } from './semivalue/beta-shapley.ts';
import { firstIn } from './semivalue/first-in.ts';
import { leaveOneOut } from './semivalue/leave-one-out.ts';
import { evaluationAligned } from './shapley/evaluation-aligned.ts';
import { kernelShap } from './shapley/kernel-shap.ts';
import { kernelShapUnbiased } from './shapley/kernel-shap-unbiased.ts';
import { leverageShap } from './shapley/leverage-shap.ts';
import { owenSampling } from './shapley/owen-sampling.ts';
import { proxyShap } from './shapley/proxy-shap.ts';
import { shapley } from './shapley/shapley.ts';
import { shapleyAntithetic } from './shapley/shapley-antithetic.ts';
import { shapleyExact } from './shapley/shapley-exact.ts';
import { shapleyOrthogonal } from './shapley/shapley-orthogonal.ts';
import { shapleyPermutation } from './shapley/shapley-permutation.ts';
import { shapleyRotation } from './shapley/shapley-rotation.ts';
import { shapleyStratified } from './shapley/shapley-stratified.ts';
import { svarm } from './shapley/svarm.ts';
import { asymmetricShapley } from './structured/asymmetric-shapley.ts';
import { myerson } from './structured/myerson.ts';
import { owenValue } from './structured/owen-value.ts';
import { weightedShapley } from './structured/weighted-shapley.ts';

/** Every method in the box. A new one is one file and one line here. */
export const methods: readonly AnyMethod[] = [
  shapley,
  shapleyExact,
  shapleyPermutation,
  shapleyAntithetic,
  shapleyRotation,
  shapleyOrthogonal,
  shapleyStratified,
  owenSampling,
  svarm,
  kernelShap,
  kernelShapUnbiased,
  leverageShap,
  proxyShap,
  leaveOneOut,
  firstIn,
  banzhafExact,
  banzhafNormalised,
  banzhafMsr,
  betaShapley,
  owenValue,
  myerson,
  asymmetricShapley,
  weightedShapley,
  agentRemoval,
  ccpo,
  c3,
  c3NoReplay,
  c3NoParent,
  c3ValueOnly,
  c3ValueAssisted,
  c3Unique,
  c3Tempered,
  c3Adaptive,
  vineppo,
  mathShepherdHard,
  mathShepherdSoft,
  mathShepherdSoftDifference,
  omegaPrm,
  firstErrorReplay,
  aristocrat,
  rloo,
  groupMean,
  grpo,
  atGrpo,
  drMas,
  magrpo,
  magrpoCross,
  gae,
  mappo,
  ippo,
  rudder,
  rudderOptimal,
  hcaState,
  hcaReturn,
  cocoa,
  vdn,
  qmix,
  qplex,
  sqddpg,
  lica,
  coma,
  prm,
  prmDifference,
  prmFirstBelow,
  orm,
  judgeAllAtOnce,
  judgeStepByStep,
  judgeBinarySearch,
  judgeHybrid,
  creditArgmin,
  evaluationAligned,
  uniform,
  random,
  lastSpeaker,
  firstSpeaker,
  mostFrequentSpeaker,
  turns,
  length,
  zero,
  constantStep,
  shuffledTruth,
  negatedTruth,
  oracle,
];
