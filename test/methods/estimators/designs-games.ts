import type { Instance } from '../../../harness/contract.ts';
import type { AnyMethod } from '../../../harness/define.ts';
import { banzhafMsr } from '../../../methods/semivalue/banzhaf-msr.ts';
import { owenSampling } from '../../../methods/shapley/owen-sampling.ts';
import { shapleyAntithetic } from '../../../methods/shapley/shapley-antithetic.ts';
import { shapleyOrthogonal } from '../../../methods/shapley/shapley-orthogonal.ts';
import { shapleyRotation } from '../../../methods/shapley/shapley-rotation.ts';
import { shapleyStratified } from '../../../methods/shapley/shapley-stratified.ts';
import { svarm } from '../../../methods/shapley/svarm.ts';
import { gameOf } from '../on.ts';

/** Every sampler of this folder with the options under test. */
export const samplers: readonly (readonly [name: string, method: AnyMethod, options: string])[] = [
  ['shapley-antithetic', shapleyAntithetic, ''],
  ['shapley-rotation', shapleyRotation, ''],
  ['shapley-orthogonal', shapleyOrthogonal, ''],
  ['shapley-stratified', shapleyStratified, ''],
  ['owen-sampling', owenSampling, ''],
  ['owen-sampling[quadrature=gauss]', owenSampling, 'quadrature=gauss'],
  ['owen-sampling[quadrature=random]', owenSampling, 'quadrature=random'],
  ['owen-sampling[halved=true]', owenSampling, 'halved=true'],
  ['svarm', svarm, ''],
  ['svarm[sizes=kernel]', svarm, 'sizes=kernel'],
  ['svarm[sizes=leverage]', svarm, 'sizes=leverage'],
  ['banzhaf-msr', banzhafMsr, ''],
];

export const orderSamplers = samplers.slice(0, 3);

export const names = (agents: number) => Array.from({ length: agents }, (_, agent) => `a${agent}`);

/** The exact value of what the method targets. */
export function truthOf(method: AnyMethod, instance: Instance): Float64Array {
  const truth = instance.truth();
  return method.targets.includes('banzhaf') ? truth.banzhaf! : truth.shapley!;
}

const agents = names(6);

/** Seven families of six agents: a null player, twins, a large synergy, a step, a self-dual one, an even-heavy one. */
export const games: readonly (readonly [name: string, game: Instance])[] = [
  [
    'unanimity sum with a null player and a large synergy',
    gameOf({
      agents,
      form: 'unanimity',
      constant: -3,
      terms: [
        { members: ['a0', 'a1'], coefficient: 3 },
        { members: ['a1', 'a2', 'a3'], coefficient: -2 },
        { members: ['a0', 'a1', 'a2', 'a3', 'a4'], coefficient: 5 },
        { members: ['a4'], coefficient: 1 },
      ],
    }),
  ],
  ['weighted voting', gameOf({ agents, form: 'weighted-voting', weights: [4, 3, 3, 2, 2, 2], quota: 9 })],
  ['airport', gameOf({ agents, form: 'airport', costs: [1, 2, 2, 5, 9, 12] })],
  [
    'induced subgraph',
    gameOf({
      agents,
      form: 'induced-subgraph',
      edges: [
        { between: ['a0', 'a1'], weight: 4 },
        { between: ['a0', 'a2'], weight: -2 },
        { between: ['a3', 'a4'], weight: 3 },
        { between: ['a5', 'a5'], weight: 1 },
      ],
    }),
  ],
  ['glove', gameOf({ agents, form: 'glove', left: ['a0', 'a1'], right: ['a2', 'a3', 'a4', 'a5'] })],
  ['bankruptcy', gameOf({ agents, form: 'bankruptcy', claims: [10, 20, 30, 40, 50, 60], estate: 100 })],
  ['parity', gameOf({ agents, form: 'parity' })],
];
