import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { CreditbenchError } from '../errors.ts';
import { badFile, parseJson, parseWith, readText, reasonOf } from '../files.ts';
import { auditRecordSchema } from '../signals/audit-record.ts';
import { verifyRecord } from '../signals/verify-record.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';

type Found = { readonly where: string; readonly value: unknown };
type Broken = { readonly record: string; readonly instance: string; readonly differences: readonly string[] };

/** Recomputes every number of a file of audit records, JSON lines or one JSON document. @throws CreditbenchError `bad-file` at what is no record */
export async function verifyRecords(path: string, json: boolean): Promise<ExitCode> {
  const broken: Broken[] = [];
  let count = 0;
  for await (const { where, value } of valuesOf(path)) {
    const record = parseWith(auditRecordSchema, value, where);
    const differences = verifyRecord(record);
    count++;
    if (differences.length > 0) broken.push({ record: where, instance: record.instance, differences });
    if (!json) print([`${where}: ${record.instance}: ${verdict(differences)}`, ...differences].join('\n  '));
  }
  if (count === 0) throw badFile(basename(path), [], 'holds no record');
  if (json) printJson({ records: count, broken });
  else print(`${count} records, ${broken.length} with differences`);
  return broken.length === 0 ? exitCode.done : exitCode.regression;
}

function verdict({ length }: readonly string[]): string {
  return length === 0 ? 'ok' : `${length} ${length === 1 ? 'difference' : 'differences'}`;
}

/** The values of a file with their places: of each line, or of the whole file where its first line is no value. */
async function* valuesOf(path: string): AsyncGenerator<Found, void, undefined> {
  const file = basename(path);
  let number = 0;
  let isFirst = true;
  for await (const line of linesOf(path)) {
    number++;
    if (line.trim() === '') continue;
    if (isFirst && !isJson(line)) {
      yield { where: file, value: parseJson(readText(path), file) };
      return;
    }
    isFirst = false;
    const where = `${file} line ${number}`;
    yield { where, value: parseJson(line, where) };
  }
}

async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  const input = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new CreditbenchError('bad-file', `${path}: ${reasonOf(error)}`);
  } finally {
    input.destroy();
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
