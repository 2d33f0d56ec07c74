import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { mustScore, selected, unlimited } from '../cells.ts';
import { compare } from '../comparison.ts';
import { printLines } from '../print-lines.ts';
import { shipped } from '../shipped.ts';

const { agentNames } =
  await shipped<typeof import('../../../tasks/games/agent-names.ts')>('tasks/games/agent-names.ts');
const { gameInstance } = await shipped<typeof import('../../../tasks/games/instance.ts')>('tasks/games/instance.ts');
const { randomOf } = await shipped<typeof import('../../../harness/random.ts')>('harness/random.ts');
const { randomTerms } =
  await shipped<typeof import('../../../tasks/games/random-terms.ts')>('tasks/games/random-terms.ts');
const { shapleyExact } = await shipped<typeof import('../../../methods/shapley/shapley-exact.ts')>(
  'methods/shapley/shapley-exact.ts',
);
const { unanimity } = await shipped<typeof import('../../../tasks/games/forms/unanimity.ts')>(
  'tasks/games/forms/unanimity.ts',
);

type Answer = { readonly seconds: number; readonly credit: readonly number[]; readonly version: string };

/** A Python with shapiq in it; the one command that makes it: python3 -m venv .peers && .peers/bin/pip install shapiq */
const python = process.env['PEERS_PYTHON'] ?? '.peers/bin/python';
const rounds = 7;

const peer = spawn(python, ['test/bench/peers/exact_shapiq.py'], { stdio: ['pipe', 'pipe', 'inherit'] });
peer.on('error', () => {
  process.stderr.write(
    `no ${python}; make it with: python3 -m venv .peers && .peers/bin/pip install shapiq (or set PEERS_PYTHON)\n`,
  );
  process.exit(2);
});
const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();

async function ask(question: object): Promise<Answer> {
  peer.stdin.write(`${JSON.stringify(question)}\n`);
  const { value, done } = await answers.next();
  if (done === true) throw new Error(`${python} ended; is shapiq installed in it?`);
  return JSON.parse(value);
}

const lines = [];
for (const size of [10, 12, 14, 16]) {
  const agents = agentNames(size);
  const terms = randomTerms(randomOf('bench', 'peers', size), agents, 60);
  const question = {
    agents: size,
    terms: terms.map(({ members, coefficient }) => ({
      members: members.map((name) => agents.indexOf(name)),
      coefficient,
    })),
  };
  const game = unanimity({ agents, terms });
  const instance = gameInstance('unanimity', game);
  const method = selected(shapleyExact);
  const [ours, theirs]: [number[], number[]] = [[], []];
  let version = '';
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await mustScore(method, instance, unlimited);
    ours.push((performance.now() - start) / 1000);
    const answer = await ask(question);
    theirs.push(answer.seconds);
    version = answer.version;
    const off = Math.max(...answer.credit.map((credit, agent) => Math.abs(credit - game.shapley()[agent]!)));
    if (off > 1e-9) throw new Error(`the two Shapley values of ${size} agents differ by ${off}`);
  }
  const note = `baseline: ExactComputer of shapiq ${version}, the game vectorised in numpy; both evaluate all 2^${size} coalitions`;
  lines.push({
    what: `exact Shapley end to end, n = ${size}`,
    unit: 'seconds' as const,
    ...compare(ours, theirs),
    note,
  });
}
peer.stdin.end();
process.stdout.write(printLines(lines));
