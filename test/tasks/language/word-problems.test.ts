import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { readPlan } from '../../../tasks/language/plan-text.ts';
import { drawProblem, solve, type WordProblem } from '../../../tasks/language/problem.ts';
import { readAnswer } from '../../../tasks/language/verifier.ts';
import { wordProblemWorld } from '../../../tasks/language/word-problems.ts';
import type { Utterance } from '../../../tasks/teams/world.ts';
import { expectClose } from '../games/close.ts';
import { grown } from '../teams/grown.ts';

const problems: WordProblem[] = Array.from({ length: 400 }, (_, k) => drawProblem(randomOf('problem', k)));
/** 6 boxes with 7 shells each, 5 given away: 37. */
const boxes: WordProblem = {
  question: 'Mia has 6 boxes with 7 shells each and gives 5 away. How many shells are left?',
  plan: { numbers: [6, 7, 5], operations: ['multiply', 'subtract'] },
};

describe('a drawn problem', () => {
  it('has a positive whole answer, as has every plan for it', () => {
    for (const problem of problems)
      for (const { text } of wordProblemWorld(problem).menu(0, [])) {
        const result = solve(readPlan(text) ?? problem.plan);
        expect(Number.isInteger(result) && result > 0, `${problem.question} ${text}`).toBe(true);
      }
  });

  it('names its three numbers in the question, in the order of the plan', () => {
    for (const { question, plan } of problems)
      expect(question.match(/\d+/g)!.map(Number), question).toEqual([...plan.numbers]);
  });

  it('is a sentence and a question', () => {
    const shapes = new Set(
      problems.map(({ question }) =>
        question
          .replace(/\d+/g, 'N')
          .replace(/pencils|apples|marbles|stickers|shells|coins/g, 'things')
          .replace(/Mia|Omar|Lena|Ravi|Tom|Aisha|Juno|Pavel/g, 'Someone'),
      ),
    );
    expect([...shapes].toSorted()).toEqual([
      'Someone buys N bags of N things and finds N more. How many things does Someone have?',
      'Someone collects N things in the morning and N in the evening, on each of N days. How many things is that?',
      'Someone has N boxes with N things each and gives N away. How many things are left?',
      'Someone has N things, gets N from a friend and loses N. How many things are left?',
    ]);
  });
});

describe('the Reasoner and the Actor', () => {
  it('speak in menus whose chances, and whose chances when absent, sum to 1', () => {
    for (const problem of problems) {
      const world = wordProblemWorld(problem);
      const plans = world.menu(0, []);
      for (const menu of [plans, ...plans.map((plan) => world.menu(1, [plan]))]) {
        expectClose([sum(menu, 'probability'), sum(menu, 'absent')], [1, 1]);
        expect(new Set(menu.map(({ text }) => text)).size).toBe(menu.length);
      }
    }
  });

  it('have the same menus in every context, so that what one said can be held fixed', () => {
    for (const problem of problems.slice(0, 50)) expect(grown(wordProblemWorld(problem)).tree.hasFixedMenus).toBe(true);
  });

  it('err by one of the two whenever they fail', () => {
    for (const problem of problems) {
      const { tree, along } = grown(wordProblemWorld(problem));
      for (const [place, plan] of tree.layers[0]!.said.entries())
        for (let edge = tree.layers[1]!.first[place]!; edge < tree.layers[1]!.first[place + 1]!; edge++) {
          const reply = tree.layers[1]!.said[edge]!;
          const blame = along([plan.id, reply.id])['first-error']!;
          if (tree.scores[edge] === 1) expect(blame).toEqual({ step: null, reason: 'none' });
          else if (plan.probability > 0 && reply.probability > 0)
            expect(blame.step, `${problem.question} ${plan.text} ${reply.text}`).toBe(plan.isWrong === true ? 0 : 1);
        }
    }
  });

  it('are absent in words of their own, worth nothing without an actor', () => {
    const { team } = grown(wordProblemWorld(boxes));
    expectClose(team.presence()!, [0, 0, 0.4, 0.5 * 0.9 + 0.2 * 0.4 + 0.2 * 0.1 + 0.1 * 0.1]);
  });
});

describe('the Actor', () => {
  const world = wordProblemWorld(boxes);
  const plans = world.menu(0, []);

  it('hears the text of the Reasoner and nothing else of what it meant', () => {
    for (const plan of plans) {
      const meantOtherwise: Utterance = {
        ...plan,
        id: 'other',
        probability: 0.123,
        absent: 0,
        isWrong: plan.isWrong !== true,
      };
      expect(world.menu(1, [meantOtherwise])).toEqual(world.menu(1, [plan]));
    }
    expect(chances('vague')).toEqual(chances('absent'));
    expect(chances('sound')).not.toEqual(chances('misread'));
  });

  it('mostly follows the plan, sometimes slips by one, sometimes reads for itself', () => {
    expect(chances('sound')).toEqual({ 37: 0.9, 38: 0.1 });
    expect(chances('misread')).toEqual({ 43: 0.8, 44: 0.1, 37: 0.1 });
    expect(chances('wrong-operation')).toEqual({ 47: 0.8, 48: 0.1, 37: 0.1 });
    expect(chances('vague')).toEqual({ 37: 0.4, 18: 0.6 });
  });

  it('says one number, the same in work and answer', () => {
    for (const { text, id } of world.menu(1, [plans[0]!]).filter((reply) => reply.id !== 'absent')) {
      expect(text).toBe(`I worked it out and got ${id}. The answer is ${id}.`);
      expect(readAnswer(text)).toBe(Number(id));
    }
  });

  function chances(plan: string): Record<string, number> {
    const menu = world.menu(1, [plans.find(({ id }) => id === plan)!]);
    const said = menu.filter(({ probability }) => probability > 0);
    return Object.fromEntries(said.map(({ id, probability }) => [id, Number(probability.toFixed(12))]));
  }
});

function sum(menu: readonly Utterance[], key: 'probability' | 'absent'): number {
  return menu.reduce((total, utterance) => total + utterance[key]!, 0);
}
