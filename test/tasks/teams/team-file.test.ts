import { describe, expect, it } from 'vitest';
import { edgeOf, pathOf, scoreOf } from '../../../tasks/teams/path.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import type { Tree } from '../../../tasks/teams/tree.ts';
import { expectClose } from '../games/close.ts';
import { dyad, noisyTrio } from './example-teams.ts';
import { grown } from './grown.ts';

/** Two steps of two messages; the parts of interest are given. */
function twoSteps(parts: Partial<TeamFile>): TeamFile {
  const step = { agent: 'a', messages: ['x', 'y'], policy: [{ choose: [0.5, 0.5] }] };
  return { kind: 'team', agents: ['a'], range: [0, 1], steps: [step, step], outcome: [{ score: 0 }], ...parts };
}

/** s(τ) of the four transcripts of two such steps, in the order of the menus. */
function scores(tree: Tree): number[] {
  return ['xx', 'xy', 'yx', 'yy'].map((said) => scoreOf(tree, pathOf(tree, [...said])));
}

describe('the rules of a team file', () => {
  it('are tried in order, and "*" matches any one message', () => {
    const { tree } = grown(
      twoSteps({
        outcome: [
          { when: ['x', '*'], score: 0.1 },
          { when: ['*', 'x'], score: 0.2 },
          { when: ['*', '*'], score: 0.3 },
          { score: 0.4 },
        ],
      }),
    );
    expect(scores(tree)).toEqual([0.1, 0.1, 0.2, 0.3]);
  });

  it('match everything without "when", so that later rules are never reached', () => {
    const { tree } = grown(twoSteps({ outcome: [{ score: 0.4 }, { when: ['x', 'x'], score: 1 }] }));
    expect(scores(tree)).toEqual([0.4, 0.4, 0.4, 0.4]);
  });

  it('choose the policy by what was said', () => {
    const { policy } = grown(dyad).tree.layers[1]!;
    expect(policy.slice(0, 6)).toEqual([0.8, 0.2, 0, 0.5, 0.5, 0]);
  });

  it('choose the null by what was said', () => {
    const [first, second] = dyad.steps;
    const absent = [{ when: ['good'], choose: [1, 0, 0] }, { choose: [0, 0, 1] }];
    const { team } = grown({ ...dyad, steps: [first!, { ...second!, absent }] });
    expectClose(team.presence()!, [0, 0.4, 0.3, 0.56]);
  });

  it('for absent agents may have a name, which is part of what the game is', () => {
    expect(grown(dyad).world.null).toBe('declared');
    expect(grown({ ...dyad, null: 'placeholder' }).world.null).toBe('placeholder');
  });

  it('declare errors everywhere, or only after what "when" matches', () => {
    const { along } = grown({ ...noisyTrio, noise: 'none' });
    const firstError = (...messages: string[]) => along(messages, -1)['first-error'];
    expect(firstError('bold', 'agree', 'keep')).toEqual({ step: 0, agent: 0 });
    expect(firstError('careful', 'object', 'drop')).toEqual({ step: 2, agent: 0 });
    expect(firstError('careful', 'agree', 'drop')).toEqual({ step: null, reason: 'undetermined' });
  });
});

describe('a message of a team file', () => {
  it('is said in its text and may be named by its id or its text', () => {
    const { tree } = grown(noisyTrio);
    expect(tree.layers[0]!.said.map(({ text }) => text)).toEqual(['bold', 'Let us be careful.']);
    expect(edgeOf(tree, 0, 0, 'careful')).toBe(1);
    expect(edgeOf(tree, 0, 0, 'Let us be careful.')).toBe(1);
  });

  it('is matched by its id, never by its text', () => {
    const { team } = grown(noisyTrio);
    expectClose(team.values()[1]!, [0.25 * 0.05 + 0.75 * 0.21, 0.9 * 0.29 + 0.1 * 0.27]);
  });
});

describe('the threshold of a team file', () => {
  it('is the top of the range where none is given', () => {
    expect(grown(dyad).world.threshold).toBe(1);
    expect(grown({ ...noisyTrio, threshold: undefined }).world.threshold).toBe(1);
  });

  it('is reached by an outcome equal to it', () => {
    const { along } = grown({ ...dyad, threshold: 0.5 });
    expect(along(['bad', 'wrong'], 0.5)['first-error']).toEqual({ step: null, reason: 'none' });
    expect(along(['bad', 'wrong'], 0.49)['first-error']).toEqual({ step: 0, agent: 0 });
  });
});

describe('what a team file leaves out', () => {
  it('is not true of it: no null, no presence game', () => {
    const steps = dyad.steps.map((step) => ({ ...step, absent: undefined }));
    const { world, team, along } = grown({ ...dyad, steps });
    expect(world.null).toBe('none');
    expect(team.presence()).toBeUndefined();
    expect(Object.keys(along(['good', 'right'])).toSorted()).toEqual(['advantage', 'first-error', 'realised']);
  });

  it('is not true of it: no errors, no first error', () => {
    const { world, along } = grown({ ...dyad, errors: undefined });
    expect(world.declaresErrors).toBe(false);
    expect(along(['bad', 'wrong'])['first-error']).toBeUndefined();
  });

  it('differs from an empty list of errors, with which every failure is undetermined', () => {
    expect(grown({ ...dyad, errors: [] }).along(['bad', 'wrong'])['first-error']).toEqual({
      step: null,
      reason: 'undetermined',
    });
  });
});

it('the truth of a coin-flip evaluator is about expected scores', () => {
  const { value, along } = grown(noisyTrio);
  expectClose([value()], [0.7 * (0.25 * 0.05 + 0.75 * 0.21) + 0.3 * (0.9 * 0.29 + 0.1 * 0.27)]);
  expectClose([along(['bold', 'object', 'change'], 1).advantage![2]!], [0.8 - 0.21]);
});
