import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../harness/package.ts';

/** What the compiler says of TypeScript texts that import the package as a user would; empty where their types hold. */
export function typeErrorsOf(files: Readonly<Record<string, string>>): string {
  // Inside the package, where `creditbench` is itself.
  const folder = mkdtempSync(join(packageRoot, 'test', 'types-'));
  try {
    const paths = Object.entries(files).map(([name, text]) => {
      const path = join(folder, `${name}.ts`);
      writeFileSync(path, text);
      return path;
    });
    const flags = ['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--module', 'nodenext', '--target', 'es2023'];
    const tsc = join(packageRoot, 'node_modules', '.bin', 'tsc');
    const rest = ['--skipLibCheck', '--types', 'node', '--allowImportingTsExtensions', '--ignoreConfig'];
    return spawnSync(tsc, [...flags, ...rest, ...paths], { cwd: packageRoot, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
