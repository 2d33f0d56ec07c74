import { Command } from 'commander';
import { runCell } from '../cell.ts';
import type { Credit, Episode } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import type { Spent } from '../meter.ts';
import { randomOf } from '../random.ts';
import { resolveMethod } from '../resolve-suite.ts';
import { catalogs } from './catalogs.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { openInput, readMessages } from './open-input.ts';
import { columns, print, printJson } from './output.ts';
import { readCount } from './read-number.ts';

type Flags = { method: string; input: string; messages?: string; budget?: string; seed: string; json?: true };

export function assignCommand(end: (code: ExitCode) => void): Command {
  return new Command('assign')
    .description('one method on one game, team or transcript')
    .requiredOption('--method <method>', 'an id with options, or a file: c3[fanout=2x4], ./my-method.ts')
    .requiredOption('--input <file>', 'a *.game.json, *.team.json or *.episode.json')
    .option('--messages <ids>', 'what was said in a team, one id per step; an episode is drawn where it is not given')
    .option('--budget <n>', 'evaluator calls; no limit where it is not given')
    .option('--seed <n>', 'of the episode and of the method', '0')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench assign --method shapley-exact --input my.game.json\n')
    .action(async (flags: Flags) => end(await assign(flags)));
}

async function assign(flags: Flags): Promise<ExitCode> {
  const seed = readCount('--seed', flags.seed, 0);
  const budget = flags.budget === undefined ? Number.POSITIVE_INFINITY : readCount('--budget', flags.budget, 1);
  const found = await resolveMethod(flags.method, catalogs);
  const [selected] = found;
  if (selected === undefined || found.length > 1)
    throw new CreditbenchError('bad-usage', `${flags.method} defines ${found.length} methods; expected one`);
  const instance = openInput(flags.input, readMessages(flags.messages), seed);
  const random = randomOf('assign', instance.id, flags.budget ?? 'unlimited', seed);
  const result = await runCell(selected, instance, budget, random);
  if (result.status !== 'scored') {
    if (result.status === 'skipped') throw new CreditbenchError('refused', `${selected.name}: ${result.reason}`);
    process.stderr.write(`creditbench: ${selected.name} failed: ${result.reason}\n`);
    return exitCode.incomplete;
  }
  const { episode } = instance;
  if (flags.json)
    printJson({
      method: selected.name,
      agents: episode.agents.map(({ id }) => id),
      messages: episode.messages.map(({ agent, text }) => ({ agent: episode.agents[agent]!.id, text })),
      outcome: episode.outcome,
      credit: plain(result.credit),
      spent: result.spent,
    });
  else print(creditText(selected.name, episode, result.credit, result.spent));
  return exitCode.done;
}

function plain({ agents, messages, ...blame }: Credit) {
  return { ...(agents && { agents: [...agents] }), ...(messages && { messages: [...messages] }), ...blame };
}

function creditText(name: string, { agents, messages }: Episode, credit: Credit, spent: Spent): string {
  const parts = [name];
  if (credit.agents !== undefined)
    parts.push(columns([['agent', 'credit'], ...agents.map(({ id }, i) => [id, numberText(credit.agents![i]!)])], [1]));
  if (credit.messages !== undefined)
    parts.push(
      columns(
        [
          ['step', 'agent', 'message', 'credit'],
          ...messages.map(({ agent, text }, step) => [
            String(step),
            agents[agent]!.id,
            brief(text),
            numberText(credit.messages![step]!),
          ]),
        ],
        [0, 3],
      ),
    );
  if (credit.firstError !== undefined)
    parts.push(credit.firstError === null ? 'first error: none' : `first error: step ${credit.firstError}`);
  const { evaluations, messages: generated, judgements, tokens } = spent;
  parts.push(`spent: ${evaluations} evaluations, ${generated} messages, ${judgements} judgements, ${tokens} tokens`);
  return parts.join('\n\n');
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(10)));
}
