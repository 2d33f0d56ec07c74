import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../harness/package.ts';

/** The named functions of the page's scripts, run in order as the page runs them. */
export function loadScripts<Functions>(
  files: readonly string[],
  names: readonly (keyof Functions & string)[],
): Functions {
  const texts = files.map((file) => readFileSync(join(packageRoot, 'reports', 'templates', 'scripts', file), 'utf8'));
  // The caller names the types of the functions it asks for.
  return new Function(`'use strict';\n${texts.join('')}\nreturn { ${names.join(', ')} };`)() as Functions;
}
