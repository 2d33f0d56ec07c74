import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { potentialDifferences } from '../../../harness/signals/message-labels.ts';
import { splitCentred, splitProportional } from '../../../harness/signals/message-split.ts';
import { type PairStep, preferencePairs } from '../../../harness/signals/preference-pairs.ts';
import { classesByValue } from '../../../harness/signals/repair-classes.ts';
import { arbitraryTeam } from '../../../tasks/teams/arbitrary.ts';
import { contextAt, pathOf, scoreOf } from '../../../tasks/teams/path.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { expectNear } from '../../tasks/games/close.ts';
import { arbitraryFile } from '../../tasks/teams/arbitrary-file.ts';
import { grown } from '../../tasks/teams/grown.ts';

const teams = fc.oneof(arbitraryTeam(), arbitraryFile());

describe('on random teams', () => {
  it('potential differences are advantages over the width, and sum to s(τ) − V(h₁) over it', () => {
    fc.assert(
      fc.property(teams, ({ team, messages }) => {
        const { tree, team: truth, value, along } = grown(team);
        const width = team.range[1] - team.range[0];
        const path = pathOf(tree, messages);
        const labels = potentialDifferences(truth.along(path).values, width);
        expectNear(
          labels.map((label) => label * width),
          along(messages).advantage!,
        );
        const sum = labels.reduce((total, label) => total + label, 0);
        expectNear([sum * width], [scoreOf(tree, path) - value()]);
      }),
    );
  });

  it('pairs prefer the better of two messages the team can say at one context, never before the error', () => {
    fc.assert(
      fc.property(teams, fc.nat(), fc.constantFrom(0, 0.125), ({ team, messages }, place, epsilon) => {
        const { tree, team: truth } = grown(team);
        const path = pathOf(tree, messages);
        const values = truth.along(path).values;
        const firstError = place % path.length;
        const steps = stepsAlong(grown(team), path);
        const classes = classesByValue(values, firstError, epsilon);
        for (const pair of preferencePairs(steps, classes, values, epsilon).pairs) {
          const { context, alternatives } = steps[pair.step]!;
          const worthOf = (text: string) => alternatives.find(({ message }) => message === text)!.value;
          expect(pair.step).toBeGreaterThanOrEqual(firstError);
          expect(pair.context).toBe(context);
          expect(worthOf(pair.chosen) - worthOf(pair.rejected)).toBeGreaterThan(epsilon);
          // A repair raises V by more than ε, and nothing rejected after the error does.
          if (pair.step > firstError) expect(worthOf(pair.rejected) - values[pair.step]!).toBeLessThanOrEqual(epsilon);
        }
      }),
    );
  });

  it('an agent that pads the transcript gains nothing', () => {
    fc.assert(
      fc.property(teams, fc.double({ min: -1, max: 1, noNaN: true }), ({ team }, label) => {
        const credit = grown(team).team.agents().shapley!;
        const long = padded(team);
        const paddedCredit = grown(long).team.agents().shapley!;
        expectNear(paddedCredit, credit);
        const authors = long.steps.map(({ agent }) => long.agents.indexOf(agent));
        const labels = authors.map((_, step) => (step === authors.length - 1 ? label : 0.5));
        for (const { rewards } of [
          splitCentred(paddedCredit, authors, labels, 0.3),
          splitProportional(paddedCredit, authors, labels, 2),
        ]) {
          const own = [...rewards].filter((_, step) => authors[step] === 0);
          expectNear([own.reduce((sum, reward) => sum + reward, 0)], [credit[0]!]);
        }
      }),
    );
  });
});

/** The transcript of a path with every message of its menus, by value. */
function stepsAlong({ tree, team }: ReturnType<typeof grown>, path: readonly number[]): PairStep[] {
  return tree.layers.map(({ first, end, said, next }, step) => {
    const context = contextAt(tree, path, step);
    return {
      context: `${step}: ${context}`,
      message: said[path[step]!]!.text,
      alternatives: said.slice(first[context]!, end[context]!).map(({ text }, place) => ({
        message: text,
        value: team.values()[step + 1]![next[first[context]! + place]!]!,
      })),
    };
  });
}

/** The team whose first agent adds an empty message to the end, present or not. */
function padded(team: TeamFile): TeamFile {
  const always = [{ choose: [1] }];
  const pad = { agent: team.agents[0]!, messages: ['pad'], policy: always, absent: always };
  return {
    ...team,
    steps: [...team.steps, pad],
    outcome: team.outcome.map(({ when, score }) => (when === undefined ? { score } : { when: [...when, '*'], score })),
  };
}
