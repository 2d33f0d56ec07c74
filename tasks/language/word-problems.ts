import type { Random } from '../../harness/random.ts';
import { teamTask } from '../teams/team-task.ts';
import { fallibleJudge, scoredZeroToOne, type Utterance, type World } from '../teams/world.ts';
import { readPlan, sayPlan } from './plan-text.ts';
import { drawProblem, type Operation, type Plan, solve, type WordProblem } from './problem.ts';
import { readAnswer, verify } from './verifier.ts';

/** A scripted Reasoner and Actor on generated word problems: readable English, a finite policy, so the truth is exact. */
export const wordProblems = teamTask({
  id: 'word-problems',
  title: 'Reasoner and Actor on grade-school word problems (scripted language)',
  version: 1,
  null: 'placeholder',
  declaresErrors: true,
  draw: (random: Random) => wordProblemWorld(drawProblem(random)),
});

const noPlan = '(the reasoner is absent)';
const noAnswer = '(the actor is absent)';

/** What the Reasoner may say, and how often. A slip of the plan is an error; a vague plan is none, it only does not help. */
function plansFor({ plan }: WordProblem): Utterance[] {
  const { numbers, operations } = plan;
  const [a, b, c] = numbers;
  const say = (id: string, text: string, probability: number, isWrong = false) => ({
    id,
    text,
    probability,
    absent: 0,
    isWrong,
  });
  return [
    say('sound', sayPlan(plan), 0.5),
    say('vague', 'Read the question again and work through the numbers with care.', 0.2),
    say('wrong-operation', sayPlan({ numbers, operations: [operations[0], other(operations[1])] }), 0.2, true),
    say('misread', sayPlan({ numbers: [a, b + 1, c], operations }), 0.1, true),
    { id: 'absent', text: noPlan, probability: 0, absent: 1 },
  ];
}

function other(operation: Operation): Operation {
  return operation === 'add' ? 'subtract' : 'add';
}

/** What the Actor makes of the Reasoner's text: mostly the plan's result, sometimes an off-by-one slip, sometimes its own reading. */
function answersTo(text: string, problem: WordProblem): Map<number, number> {
  const plan = readPlan(text);
  const own = solve(problem.plan);
  const chances = new Map<number, number>();
  const add = (answer: number, chance: number) => chances.set(answer, (chances.get(answer) ?? 0) + chance);
  if (plan === undefined) {
    add(own, 0.4);
    add(sumOf(problem.plan), 0.6);
  } else {
    add(solve(plan), 0.8);
    add(solve(plan) + 1, 0.1);
    add(own, 0.1);
  }
  return chances;
}

/** The naive guess: everything added up, moved off the answer where the two meet. */
function sumOf(plan: Plan): number {
  const sum = plan.numbers.reduce((total, number) => total + number, 0);
  return sum === solve(plan) ? sum + 2 : sum;
}

export function wordProblemWorld(problem: WordProblem): World {
  const answer = solve(problem.plan);
  const plans = plansFor(problem);
  const answers = [...new Set(plans.flatMap(({ text }) => [...answersTo(text, problem).keys()]))].toSorted(
    (a, b) => a - b,
  );
  return {
    agents: [
      { id: 'reasoner', role: 'reasoner' },
      { id: 'actor', role: 'actor' },
    ],
    problem: problem.question,
    ...scoredZeroToOne,
    null: 'placeholder',
    declaresErrors: true,
    judge: fallibleJudge,
    authors: [0, 1],
    menu: (step, said) => (step === 0 ? plans : replies(said[0]!.text, problem, answers)),
    score: ([, reply]) => verify(reply!.text, answer),
  };
}

/** One reply per number anybody might come to, and silence. The Actor errs where its number is neither its plan's nor the answer. */
function replies(planText: string, problem: WordProblem, answers: readonly number[]): Utterance[] {
  const chances = answersTo(planText, problem);
  const sound = [solve(readPlan(planText) ?? problem.plan), solve(problem.plan)];
  const spoken = answers.map((number) => {
    const text = `I worked it out and got ${number}. The answer is ${number}.`;
    const isWrong = !sound.includes(readAnswer(text)!);
    return { id: String(number), text, probability: chances.get(number) ?? 0, absent: 0, isWrong };
  });
  return [...spoken, { id: 'absent', text: noAnswer, probability: 0, absent: 1 }];
}
