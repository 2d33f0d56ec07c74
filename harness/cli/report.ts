import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type Format, formatNames, renderReport, summariseFolder, writeReport } from '../../reports/write-report.ts';
import type { AnalysisPlan } from '../analysis-plan.ts';
import { unknownName } from '../errors.ts';
import { filesOf } from '../folder.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';

type Flags = { format?: string; out?: string; missing?: AnalysisPlan['missing']; check?: true; json?: true };

export function reportCommand(end: (code: ExitCode) => void): Command {
  return new Command('report')
    .description("everything printable, from a run's journal")
    .argument('<dir>', 'the folder of a run')
    .option('--format <list>', formatNames.join(','))
    .option('--out <dir>', 'where to write it (default: DIR/report)')
    .addOption(
      new Option(
        '--missing <policy>',
        'missing cells, instead of what the analysis plan declares; the report says so',
      ).choices(['no-rank', 'worst', 'intersect']),
    )
    .option('--check', 'write nothing; derive everything again and fail on any difference')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench report my-run --format latex,csv --out paper/tables\n')
    .action(async (folder: string, flags: Flags) => end(await report(folder, flags)));
}

async function report(folder: string, { format, out, missing, check, json }: Flags): Promise<ExitCode> {
  const wanted = readFormats(format);
  const instead = missing === undefined ? {} : { missing };
  const target = out ?? filesOf(folder).report;
  if (check) {
    const texts = await renderReport(await summariseFolder(folder, instead), wanted);
    const different = [...texts].filter(([path, text]) => textOf(join(target, path)) !== text).map(([path]) => path);
    if (json) printJson({ checked: [...texts.keys()], different });
    else
      print(
        different.length === 0 ? `${texts.size} files are what the journal says` : `different: ${different.join(', ')}`,
      );
    return different.length === 0 ? exitCode.done : exitCode.regression;
  }
  const { files } = await writeReport(folder, wanted, target, instead);
  if (json) printJson(files);
  else
    print(
      Object.values(files)
        .map((path) => resolve(path))
        .join('\n'),
    );
  return exitCode.done;
}

function readFormats(list: string | undefined): Format[] {
  if (list === undefined) return formatNames;
  return list.split(',').map((item) => {
    const known = formatNames.find((name) => name === item.trim());
    if (known === undefined) throw unknownName('format', item.trim(), formatNames);
    return known;
  });
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
