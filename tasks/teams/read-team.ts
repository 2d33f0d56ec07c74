import { basename } from 'node:path';
import { parseWith, readJson } from '../../harness/files.ts';
import { checkTeamFile } from './check-team-file.ts';
import { worldOfFile } from './file-world.ts';
import { teamFileSchema } from './team-file.ts';
import type { World } from './world.ts';

/** The world of a `*.team.json`. @throws CreditbenchError naming file, place, found and expected. */
export function readTeam(path: string): World {
  return parseTeam(readJson(path), basename(path));
}

/** The world that the value of a team file describes. */
export function parseTeam(value: unknown, file: string): World {
  const team = parseWith(teamFileSchema, value, file);
  checkTeamFile(team, file);
  return worldOfFile(team, file);
}
