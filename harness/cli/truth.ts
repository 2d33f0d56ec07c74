import { basename } from 'node:path';
import { Command } from 'commander';
import { type BlameReason, type ExactTruth, truthOfGame, truthOfTeam } from '../../tasks/exact-truth.ts';
import { parseGame } from '../../tasks/games/file.ts';
import { kindOf } from '../../tasks/task-of-file.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import { CreditbenchError } from '../errors.ts';
import { badFile, brief, readJson } from '../files.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { readMessages, requireOnePerStep } from './open-input.ts';
import { columns, print, printJson } from './output.ts';
import { synergyOf, synergyText } from './synergy.ts';

type Flags = { messages?: string; synergy?: true; json?: true };

export function truthCommand(end: (code: ExitCode) => void): Command {
  return new Command('truth')
    .description('exact credit of a game or a finite team, every estimand')
    .argument('<file>', 'a *.game.json or *.team.json')
    .option('--messages <ids>', 'what was said, one id per step, for the truth of that transcript')
    .option('--synergy', 'pair interactions, variance by order, and whether the core is empty; up to 12 agents')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench truth my.team.json --messages good,right\n')
    .action((file: string, { messages, synergy, json }: Flags) => {
      const truth = truthOf(file, readMessages(messages));
      const together = synergy === true ? synergyOf(file) : undefined;
      if (json) printJson(together === undefined ? truth : { ...truth, synergy: together });
      else print([truthText(truth), ...(together === undefined ? [] : ['', synergyText(together)])].join('\n'));
      end(exitCode.done);
    });
}

function truthOf(path: string, messages: readonly string[] | undefined): ExactTruth {
  const value = readJson(path);
  const file = basename(path);
  const kind = kindOf(value);
  if (kind === 'game') {
    if (messages !== undefined) throw new CreditbenchError('bad-usage', '--messages goes with a team; a game has none');
    return truthOfGame(parseGame(value, file));
  }
  if (kind !== 'team') throw badFile(file, ['kind'], `${brief(kind)} has no exact truth; expected "game" or "team"`);
  const world = parseTeam(value, file);
  if (messages !== undefined) requireOnePerStep(messages, world.authors.length);
  return truthOfTeam(world, messages, file);
}

const blameTexts: Record<BlameReason, string> = {
  none: 'none, the episode succeeded',
  undetermined: 'undetermined, it failed without a declared error',
  chance: 'not known, the outcome is a coin flip',
};
const perAgent = ['shapley', 'banzhaf', 'removal', 'realised'] as const;

function truthText({ agents, worth, messages, estimands, unknown }: ExactTruth): string {
  const known = perAgent.flatMap((estimand) => {
    const found = estimands[estimand];
    return found === undefined ? [] : [{ estimand, ...found, credit: withoutDust(found.credit) }];
  });
  const lines = [
    columns(
      [
        ['agent', ...known.map(({ estimand }) => estimand)],
        ...agents.map((agent, index) => [agent, ...known.map(({ credit }) => numberText(credit[index]!))]),
        ['sum', ...known.map(({ total }) => numberText(total))],
        ['origin', ...known.map(({ origin }) => origin)],
        ...(known.some(({ standardErrors }) => standardErrors !== undefined)
          ? [['largest standard error', ...known.map(({ standardErrors }) => largest(standardErrors))]]
          : []),
      ],
      known.map((_, index) => index + 1),
    ),
  ];
  if (worth !== undefined) lines.push(`v(∅) = ${numberText(worth.empty)}, v(N) = ${numberText(worth.grand)}`);
  else if (unknown !== undefined) lines.push(`agents: ${unknown}`);
  else if (estimands.shapley === undefined)
    lines.push('no presence game: not every step says what happens when its agent is absent');
  if (messages !== undefined && estimands.advantage !== undefined) lines.push('', messageText(messages, estimands));
  return lines.join('\n');
}

function messageText(messages: readonly string[], { advantage, ...estimands }: ExactTruth['estimands']): string {
  const { credit, values, total, outcome, standardErrors } = advantage!;
  const table = columns(
    [
      ['step', 'message', 'V before', 'advantage', ...(standardErrors ? ['standard error'] : [])],
      ...messages.map((id, step) => [
        String(step),
        id,
        numberText(values[step]!),
        numberText(credit[step]!),
        ...(standardErrors ? [numberText(standardErrors[step]!)] : []),
      ]),
      ['', 'sum', '', numberText(total)],
    ],
    [0, 2, 3, 4],
  );
  const error = estimands['first-error'];
  const blame =
    error === undefined
      ? 'first error: the team declares no errors'
      : error.step === null
        ? `first error: ${blameTexts[error.reason]}`
        : `first error: step ${error.step}, ${error.agent}`;
  return `${table}\noutcome ${numberText(outcome)}\n${blame}`;
}

/** Rounding residue of an exact 0 prints as 0; the JSON keeps every digit. */
function withoutDust(values: readonly number[]): number[] {
  const largest = Math.max(...values.map(Math.abs));
  return values.map((value) => (Math.abs(value) <= 1e-12 * largest ? 0 : value));
}

function largest(standardErrors: readonly number[] | undefined): string {
  return standardErrors === undefined ? '' : numberText(Math.max(...standardErrors));
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(10)));
}
