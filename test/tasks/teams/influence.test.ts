import { describe, expect, it } from 'vitest';
import { influenceAt } from '../../../tasks/teams/influence.ts';
import { contextAt, pathOf } from '../../../tasks/teams/path.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { expectNear } from '../games/close.ts';
import { dyad } from './example-teams.ts';
import { grown } from './grown.ts';

/** Entropy of a coin, in nats. */
const entropy = (p: number) => (p === 0 || p === 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p));

describe('the exact influence of a message on the next one', () => {
  it('of a relay is the capacity-like difference of two coin entropies', () => {
    const { tree } = grown(relayWorld([0.3, 0.2, 0.05]));
    const mixed = 0.7 * 0.8 + 0.3 * 0.2;
    expectNear([influenceAt(tree, 0, 0, 'policy')!], [entropy(mixed) - entropy(0.2)]);
    expectNear([influenceAt(tree, 0, 0, 'uniform')!], [entropy(0.5) - entropy(0.2)]);
  });

  it('is nothing where the next speaker does not listen, and all of it where it copies', () => {
    expectNear([influenceAt(grown(relayWorld([0.3, 0.5])).tree, 0, 0, 'policy')!], [0]);
    expectNear([influenceAt(grown(relayWorld([0.3, 0])).tree, 0, 0, 'policy')!], [entropy(0.3)]);
  });

  it('leaves out what only the null says', () => {
    const { tree } = grown(dyad);
    const context = contextAt(tree, pathOf(tree, []), 0);
    const said = [0.4, 0.4, 0.2];
    const right = [0.8, 0.5, 0.2];
    const mean = said.reduce((sum, chance, index) => sum + chance * right[index]!, 0);
    const noise = said.reduce((sum, chance, index) => sum + chance * entropy(right[index]!), 0);
    expectNear([influenceAt(tree, 0, context, 'policy')!], [entropy(mean) - noise]);
  });

  it('is not defined at the last step', () => {
    expect(influenceAt(grown(relayWorld([0.3])).tree, 0, 0, 'policy')).toBeUndefined();
  });
});
