import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { refuseDisagreement } from '../../reports/board/agreement.ts';
import { readBoard } from '../../reports/board/board-file.ts';
import { renderSites } from '../../reports/board/render-site.ts';
import { readSite, type Site } from '../../reports/board/site.ts';
import { siteDataSchema } from '../../reports/board/site-data.ts';
import { CreditbenchError } from '../errors.ts';
import { readJson } from '../files.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';

/** What tells a site of ours: its pages are listed in it. */
const dataName = 'board.json';

type Flags = { board: string[]; out: string; json?: true };

export function boardBuildCommand(end: (code: ExitCode) => void): Command {
  return new Command('build')
    .description('a static site of one board, or of several that agree; the same bytes for the same board')
    .requiredOption('--board <dir...>', 'the folder of the board; may be given more than once')
    .requiredOption('--out <dir>', 'where the site goes; an earlier site is replaced')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench board build --board my-board --out site\n')
    .action(async (flags: Flags) => end(await build(flags)));
}

async function build({ board: folders, out, json }: Flags): Promise<ExitCode> {
  refuseDisagreement(folders.map(readBoard));
  const sites: Site[] = [];
  for (const folder of folders) sites.push(await readSite(folder));
  const pages = renderSites(sites);
  write(out, pages);
  if (json) printJson({ out: resolve(out), pages: [...pages.keys()] });
  else print(`${pages.size} files: ${join(resolve(out), 'index.html')}`);
  return exitCode.done;
}

/** Writes the site over an earlier one of ours, whose other pages go; every other file is left alone. */
function write(out: string, pages: ReadonlyMap<string, string>): void {
  const earlier = earlierPages(out);
  refuseForeign(out, pages, earlier);
  for (const path of earlier) if (!pages.has(path)) rmSync(join(out, path), { force: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

/** @throws CreditbenchError `bad-usage` where a page would go over a file that is no page of an earlier site */
function refuseForeign(out: string, pages: ReadonlyMap<string, string>, earlier: readonly string[]): void {
  const ours = new Set([...earlier, dataName]);
  const foreign = [...pages.keys()].find((path) => !ours.has(path) && existsSync(join(out, path)));
  if (foreign !== undefined)
    throw new CreditbenchError(
      'bad-usage',
      `${join(out, foreign)}: is no page of an earlier site; expected a new folder or an earlier site`,
    );
}

/** @throws CreditbenchError `bad-usage` where something else would be written over */
function earlierPages(out: string): readonly string[] {
  const [data, page] = [join(out, dataName), join(out, 'index.html')];
  if (!existsSync(data) && !existsSync(page)) return [];
  const found = existsSync(data) ? siteDataSchema.safeParse(readJson(data)) : undefined;
  if (found?.success) return found.data.files;
  throw new CreditbenchError('bad-usage', `${out}: holds something else; expected a new folder or an earlier site`);
}
