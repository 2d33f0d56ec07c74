import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import { CreditbenchError } from './errors.ts';
import { packageRoot } from './package.ts';

let isReady = false;

/** The exports of a user's module, TypeScript or JavaScript, wherever it lies. @throws CreditbenchError `bad-file` */
export async function loadModule(path: string): Promise<Record<string, unknown>> {
  const file = resolve(path);
  if (!existsSync(file)) throw new CreditbenchError('bad-file', `${path}: no such file`);
  if (!isReady) {
    // Modules are registered bottom-up: tsx asks our fallback, which asks Node.
    module.register(fallbackHook());
    register();
    isReady = true;
  }
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : `it threw a ${typeof error}`;
    throw new CreditbenchError('bad-file', `${path}: does not load: ${text.replace(/\s+/g, ' ')}`);
  }
}

/** What results depend on when they depend on a file: the first 12 digits of its SHA-256. */
export function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}

/**
 * A user's TypeScript file is a module whatever its folder says, and one outside any project may import `creditbench` and
 * `zod` all the same: it gets ours.
 */
function fallbackHook(): string {
  const ours = JSON.stringify(pathToFileURL(join(packageRoot, 'package.json')).href);
  const code = `
    export async function resolve(name, context, next) {
      const found = await next(name, context).catch((error) => {
        if (!/^(creditbench|zod)(\\/|$)/.test(name)) throw error;
        return next(name, { ...context, parentURL: ${ours} });
      });
      const isTypeScript = /\\.m?ts(\\?|$)/.test(found.url) && !found.url.includes('/node_modules/');
      return isTypeScript ? { ...found, format: 'module' } : found;
    }`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
