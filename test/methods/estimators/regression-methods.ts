import { kernelShap } from '../../../methods/shapley/kernel-shap.ts';
import { kernelShapUnbiased } from '../../../methods/shapley/kernel-shap-unbiased.ts';
import { leverageShap } from '../../../methods/shapley/leverage-shap.ts';
import { proxyShap } from '../../../methods/shapley/proxy-shap.ts';
import { shapley } from '../../../methods/shapley/shapley.ts';

/** The estimators from one sample of coalitions, with their options as on the command line. */
export const sampleEstimators = [
  ['kernel-shap', kernelShap, ''],
  ['kernel-shap[paired=false]', kernelShap, 'paired=false'],
  ['kernel-shap[replacement=true]', kernelShap, 'replacement=true'],
  ['kernel-shap-unbiased', kernelShapUnbiased, ''],
  ['kernel-shap-unbiased[paired=false]', kernelShapUnbiased, 'paired=false'],
  ['leverage-shap', leverageShap, ''],
] as const;

/** Those that answer at every budget of at least 2. */
export const anyBudget = [...sampleEstimators, ['shapley', shapley, '']] as const;

export const withProxies = [
  ['proxy-shap', proxyShap, ''],
  ['proxy-shap[proxy=trees]', proxyShap, 'proxy=trees'],
  ['proxy-shap[proxy=logistic]', proxyShap, 'proxy=logistic'],
] as const;
