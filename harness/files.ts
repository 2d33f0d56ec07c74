import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ZodType, z } from 'zod';
import { CreditbenchError } from './errors.ts';

/** The text of a file. @throws CreditbenchError `bad-file` naming the file, where it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CreditbenchError('bad-file', `${path}: ${reasonOf(error)}`);
  }
}

/** The JSON value of a file. @throws CreditbenchError `bad-file` naming the file and the place of the fault. */
export function readJson(path: string): unknown {
  return parseJson(readText(path), basename(path));
}

export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CreditbenchError('bad-file', `${file}: not JSON: ${reasonOf(error)}`);
  }
}

/** `value` as the schema sees it. @throws CreditbenchError naming `file`, the path inside it, what was found and what was expected. */
export function parseWith<Schema extends ZodType>(schema: Schema, value: unknown, file: string): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const issue = deepest(result.error.issues[0]!);
  throw badFile(file, issue.path, describe(issue));
}

/** The error for something wrong at `path` inside `file`. */
export function badFile(file: string, path: readonly PropertyKey[], message: string): CreditbenchError {
  const where = pathText(path);
  return new CreditbenchError('bad-file', where === '' ? `${file}: ${message}` : `${file}: ${where}: ${message}`);
}

/** `["terms", 2, "members"]` as `terms[2].members`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

type Issue = z.core.$ZodIssue;

/** The issue of the best-matching branch of a union, with its full path. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const [best] = branches.toSorted((a, b) => b[0]!.path.length - a[0]!.path.length);
  if (best === undefined) return issue;
  return deepest({ ...best[0]!, path: [...issue.path, ...best[0]!.path] });
}

function describe(issue: Issue): string {
  const message = issue.message.replace(/^Invalid input: /, '').replace(/^./, (first) => first.toLowerCase());
  if (!('input' in issue) || issue.input === undefined) return message;
  const found = brief(issue.input);
  return message.endsWith(` ${found}`) ? message : `${message}, found ${found}`;
}

/** A value as one short quoted line. */
export function brief(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** What the system says of a file, in plain words where it is common. */
export function reasonOf(error: unknown): string {
  const { code, message = String(error) } = error as NodeJS.ErrnoException;
  return (
    {
      ENOENT: 'no such file',
      EISDIR: 'is a folder',
      ENOTDIR: 'is a file',
      EEXIST: 'is a file',
      EACCES: 'may not be opened',
    }[code ?? ''] ?? message
  );
}
