import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../tasks/teams/path.ts';
import { growTree, mostEdges } from '../../../tasks/teams/tree.ts';
import { perfectJudge, type World } from '../../../tasks/teams/world.ts';
import { expectNear } from '../games/close.ts';
import { dyad, hiddenProfile } from './example-teams.ts';
import { grown } from './grown.ts';

/** A world of one agent whose menu at each step is as wide as `width` says. */
function worldOf(steps: number, width: (step: number, said: string) => number): World {
  return {
    agents: [{ id: 'solo', role: 'solo' }],
    problem: '',
    range: [0, 1],
    threshold: 1,
    noise: 'none',
    null: 'none',
    declaresErrors: false,
    judge: perfectJudge,
    authors: Array.from({ length: steps }, () => 0),
    menu(step, said) {
      const size = width(step, said.map(({ id }) => id).join(''));
      return Array.from({ length: size }, (_, place) => ({
        id: String(place),
        text: `say ${place}`,
        probability: 1 / size,
      }));
    },
    score: (said) => said.filter(({ id }) => id === '0').length / steps,
  };
}

/** A world of one agent per step, every transcript a context of its own. */
function worldOfChain(steps: number, width: number): World {
  const world = worldOf(steps, () => width);
  return {
    ...world,
    null: 'random',
    agents: world.authors.map((_, step) => ({ id: `agent ${step}`, role: 'agent' })),
    authors: world.authors.map((_, step) => step),
    menu: (step, said) =>
      world.menu(step, said).map((utterance, place) => ({ ...utterance, absent: place === 0 ? 1 : 0 })),
  };
}

describe('a tree', () => {
  it('has an end per transcript where no contexts are equal, in the order of the menus', () => {
    const tree = growTree(worldOf(3, () => 2));
    expect(tree.scores.map((score) => Math.round(score * 3))).toEqual([3, 2, 2, 1, 2, 1, 1, 0]);
    expect(pathOf(tree, ['1', '0', '1'])).toEqual([1, 2, 5]);
  });

  it('knows whether menus depend on the context, without which no message can be held fixed', () => {
    const narrowing = grown(worldOf(2, (step, said) => (step === 0 ? 2 : said === '0' ? 3 : 1)));
    expect(narrowing.tree.hasFixedMenus).toBe(false);
    expect(narrowing.along(['0', '2']).realised).toBeUndefined();
    expect(narrowing.along(['0', '2']).advantage).toHaveLength(2);
    expect(grown(worldOf(2, () => 2)).tree.hasFixedMenus).toBe(true);
  });

  it('takes menus of the same width and other texts for different ones', () => {
    const plain = worldOf(2, () => 2);
    const renamed: World = {
      ...plain,
      menu: (step, said) =>
        plain.menu(step, said).map((utterance) => ({ ...utterance, text: `${said[0]?.id ?? ''}${utterance.text}` })),
    };
    expect(growTree(renamed).hasFixedMenus).toBe(false);
  });

  it('is refused beyond 2²³ messages, counted as they are and not as the first menu promises', () => {
    const wideOnce = growTree(worldOf(3, (_, said) => (/^0*$/.test(said) ? 200 : 1)));
    expect(wideOnce.scores).toHaveLength(598);
    const three = worldOf(2, () => 3);
    const half = new Array(mostEdges / 2).fill({ id: '0', text: 'say 0', probability: 0 });
    const wideLate: World = {
      ...three,
      state: (said) => (said.length === 2 ? 'end' : said[0]!.id),
      menu: (step, said) => (step === 0 || said[0]!.id === '0' ? three.menu(step, said) : half),
    };
    expect(() => growTree(wideLate)).toThrow(
      expect.objectContaining({
        code: 'too-large',
        message:
          'this team has at least 4 distinct contexts with 8388614 messages after 2 of 2 steps; exact truth is enumerated up to 8388608 messages: use fewer steps or fewer messages per step, or have its truth sampled ("truth": { "draws": 4096 } in its file)',
      }),
    );
  });
});

describe('naming a message that cannot be said', () => {
  it('names the speaker, the step and the menu', () => {
    expect(() => pathOf(grown(dyad).tree, ['good', 'maybe'])).toThrow(
      expect.objectContaining({
        code: 'bad-question',
        message: 'actor cannot say "maybe" at step 1; its messages are right, wrong, no answer',
      }),
    );
  });
});

describe('too many coalitions for the size of the tree', () => {
  it('are refused when their worth is asked, and left out of what is true of the agents', () => {
    const { team } = grown(hiddenProfile(25));
    expect(() => team.presence()).toThrow(
      expect.objectContaining({
        code: 'too-large',
        message:
          'the worth of 2^25 coalitions on 98 messages in distinct contexts is too much to enumerate; use fewer agents, steps or messages per step',
      }),
    );
    expect(team.agents()).toEqual({});
    expect(team.values()[0]![0]).toBe(1);
  });

  it('are few where most contexts come after most authors have spoken', () => {
    const { team } = grown(worldOfChain(10, 3));
    expectNear([team.presence()!.at(-1)!], [team.values()[0]![0]!]);
  });

  it('share one worth where the agents that differ never speak', () => {
    const [step] = hiddenProfile(1).steps;
    const crowd = Array.from({ length: 12 }, (_, agent) => `holder ${agent + 1}`);
    const { team } = grown({ ...hiddenProfile(1), agents: crowd, steps: [step!] });
    expectNear(team.agents().shapley!, [0.5, ...new Array(11).fill(0)]);
  });
});
