import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../harness/package.ts';

export const program = join(packageRoot, 'dist/harness/cli/main.js');

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the built command line as a user would. */
export function creditbench(
  args: readonly string[],
  { cwd = packageRoot, env = {} as Record<string, string> } = {},
): Ended {
  if (!existsSync(program)) throw new Error('dist is not there; run npm run build first');
  const { CREDITBENCH_DATA: _data, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...rest, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}
