import { describe, expect, it } from 'vitest';
import { expectClose } from '../games/close.ts';
import { dyad } from './example-teams.ts';
import { grown } from './grown.ts';

const { team, value, along } = grown(dyad);

describe('the worked dyad', () => {
  it('is worth 14/25, and 3/10 without its reasoner', () => {
    expectClose([value()], [14 / 25]);
    expectClose(team.presence()!, [0, 0, 3 / 10, 14 / 25]);
  });

  it('has the Shapley, Banzhaf and removal values of the book', () => {
    const { shapley, banzhaf, removal } = team.agents();
    expectClose(shapley!, [13 / 100, 43 / 100]);
    expectClose(banzhaf!, [13 / 100, 43 / 100]);
    expectClose(removal!, [13 / 50, 14 / 25]);
  });

  it.each([
    ['good', 'right', [6 / 25, 1 / 5]],
    ['ok', 'right', [-3 / 50, 1 / 2]],
    ['bad', 'right', [-9 / 25, 4 / 5]],
    ['good', 'wrong', [6 / 25, -4 / 5]],
    ['ok', 'wrong', [-3 / 50, -1 / 2]],
    ['bad', 'wrong', [-9 / 25, -1 / 5]],
  ])('advantages after %s and %s', (plan, answer, advantages) => {
    expectClose(along([plan, answer]).advantage!, advantages);
  });

  it('gives the reasoner half of its advantage in the realised game, for the answer screens it off', () => {
    expectClose(along(['good', 'right']).realised!, [3 / 25, 8 / 25]);
    expectClose(along(['bad', 'wrong']).realised!, [-9 / 50, -14 / 25 + 9 / 50]);
  });

  it('blames the first declared error of a failed episode, and nobody for a success', () => {
    expect(along(['bad', 'wrong'])['first-error']).toEqual({ step: 0, agent: 0 });
    expect(along(['good', 'wrong'])['first-error']).toEqual({ step: 1, agent: 1 });
    expect(along(['bad', 'right'])['first-error']).toEqual({ step: null, reason: 'none' });
    expect(along(['good', 'no answer'])['first-error']).toEqual({ step: null, reason: 'undetermined' });
  });
});
