import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../harness/package.ts';
import { temporaryFolder } from './temporary.ts';

/** A folder as a user has it, with creditbench installed; vitest loads its files without our hooks. */
export function userFolder(): string {
  const folder = temporaryFolder();
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  symlinkSync(packageRoot, join(modules, 'creditbench'), 'junction');
  for (const name of ['zod', 'vitest'])
    symlinkSync(join(packageRoot, 'node_modules', name), join(modules, name), 'junction');
  return folder;
}
