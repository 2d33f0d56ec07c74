import { basename } from 'node:path';
import { parseGame } from '../../tasks/games/file.ts';
import { gameInstance } from '../../tasks/games/instance.ts';
import { parseTranscript } from '../../tasks/language/transcript.ts';
import { kindOf } from '../../tasks/task-of-file.ts';
import { drawInstance, teamInstance } from '../../tasks/teams/instance.ts';
import { openTeam } from '../../tasks/teams/open-team.ts';
import { pathOf } from '../../tasks/teams/path.ts';
import { parseTeam } from '../../tasks/teams/read-team.ts';
import { walk } from '../../tasks/teams/walk.ts';
import type { Instance } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import { badFile, brief, readJson } from '../files.ts';
import { randomOf } from '../random.ts';

/** One instance from a game, a team (the transcript given, or one drawn by the seed) or a transcript. @throws CreditbenchError */
export function openInput(path: string, messages: readonly string[] | undefined, seed: number): Instance {
  const value = readJson(path);
  const file = basename(path);
  const kind = kindOf(value);
  if (messages !== undefined && kind !== 'team')
    throw new CreditbenchError('bad-usage', `--messages goes with a team file; ${file} is ${brief(kind)}`);
  if (kind === 'game') return gameInstance(file, parseGame(value, file));
  if (kind === 'episode') return parseTranscript(value, path);
  if (kind !== 'team') throw badFile(file, ['kind'], `${brief(kind)}; expected "game", "team" or "episode"`);
  const world = parseTeam(value, file);
  if (messages !== undefined) requireOnePerStep(messages, world.authors.length);
  const { tree, team } = openTeam(world, file);
  const random = randomOf('assign', file, seed);
  if (messages === undefined) return drawInstance(file, tree, team, random);
  // The whole transcript is given; what is left to draw is the outcome of an evaluator that flips a coin.
  return teamInstance(file, tree, team, walk(tree, pathOf(tree, messages), random));
}

/** @throws CreditbenchError `bad-usage` unless there is a message for every step */
export function requireOnePerStep(messages: readonly string[], steps: number): void {
  if (messages.length !== steps)
    throw new CreditbenchError('bad-usage', `--messages names ${messages.length} messages for ${steps} steps`);
}

/** `good,right` as message ids. */
export function readMessages(text: string | undefined): string[] | undefined {
  return text?.split(',').map((id) => id.trim());
}
