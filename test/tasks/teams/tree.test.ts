import { describe, expect, it } from 'vitest';
import { growTree, mostTranscripts, pathOf } from '../../../tasks/teams/tree.ts';
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

describe('a tree', () => {
  it('has a leaf per transcript, in the order of the menus', () => {
    const { tree } = grown(hiddenProfile(3));
    expect([...tree.scores]).toEqual([1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(pathOf(tree, ['nothing', 'clue', 'nothing'])).toEqual([1, 2, 5]);
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

  it('is refused beyond 2²¹ transcripts, counted as they are and not as the first menu promises', () => {
    const wideOnce = growTree(worldOf(3, (_, said) => (/^0*$/.test(said) ? 200 : 1)));
    expect(wideOnce.scores).toHaveLength(598);
    const three = worldOf(2, () => 3);
    const many = new Array(mostTranscripts).fill({ id: '0', text: 'say 0', probability: 0 });
    const wideLate: World = {
      ...three,
      menu: (step, said) => (step === 0 || said[0]!.id === '0' ? three.menu(step, said) : many),
    };
    expect(() => growTree(wideLate)).toThrow(
      expect.objectContaining({
        code: 'too-large',
        message:
          'the tree of this team has at least 2097155 transcripts after 2 of 2 steps; exact truth is enumerated up to 2097152: use fewer steps or fewer messages per step',
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
  it('are refused when their worth is asked, and not before', () => {
    const { team } = grown(hiddenProfile(16));
    expect(() => team.presence()).toThrow(
      expect.objectContaining({
        code: 'too-large',
        message:
          'the worth of 2^16 coalitions on a tree of 131070 edges is too much to enumerate; use fewer agents, steps or messages per step',
      }),
    );
    expect(team.values()[0]![0]).toBe(1);
  });

  it('are more than 2^24, however small the tree', () => {
    const [step] = hiddenProfile(1).steps;
    const crowd = (count: number) => {
      const agents = Array.from({ length: count }, (_, agent) => `holder ${agent + 1}`);
      return grown({ ...hiddenProfile(1), agents, steps: [step!] }).team;
    };
    expect(() => crowd(25).presence()).toThrow('the worth of 2^25 coalitions on a tree of 2 edges is too much');
    expectNear(crowd(12).agents().shapley!, [0.5, ...new Array(11).fill(0)]);
  });
});
