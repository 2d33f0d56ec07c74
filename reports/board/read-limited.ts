import { closeSync, constants, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';
import { CreditbenchError } from '../../harness/errors.ts';
import { parseJson, reasonOf } from '../../harness/files.ts';
import type { Limits } from './board-file.ts';

export type Line = { readonly text: string; readonly number: number };

/** A whole file of at most `most` bytes. @throws CreditbenchError `refused` before it is read, where it is larger */
export function readLimited(path: string, name: string, most: number): string {
  const file = openPlain(path, name, most);
  try {
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** The lines of a file, one held at a time. @throws CreditbenchError `refused` at the first byte beyond a limit */
export async function* linesWithin(path: string, name: string, limits: Limits): AsyncGenerator<Line> {
  const input = createReadStream('', { fd: openPlain(path, name, limits.journalBytes) });
  let held: Buffer[] = [];
  let [size, number, total] = [0, 0, 0];
  // Without an encoding, a stream of bytes gives buffers.
  for await (const chunk of input as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > limits.journalBytes) throw tooLarge(name, `more than ${limits.journalBytes} bytes`);
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      held.push(chunk.subarray(from, end));
      size += end - from;
      from = end + 1;
      if (size > limits.lineBytes) throw longLine(name, number + 1, limits);
      if (++number > limits.lines) throw tooLarge(name, `more than ${limits.lines} lines`);
      yield { text: Buffer.concat(held).toString('utf8'), number };
      held = [];
      size = 0;
    }
    held.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > limits.lineBytes) throw longLine(name, number + 1, limits);
  }
  if (size > 0)
    throw refused(`${name}: line ${number + 1} is torn: its run was cut off; finish it with the same command`);
}

const newline = 10;

/** The value of a JSON text whose brackets are at most `depth` deep. @throws CreditbenchError */
export function parseLimited(text: string, where: string, depth: number): unknown {
  let open = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (isText) {
      if (character === backslash) at++;
      else if (character === quote) isText = false;
    } else if (character === quote) isText = true;
    else if (opening.has(character)) {
      if (++open > depth) throw tooLarge(where, `objects and arrays more than ${depth} deep`);
    } else if (closing.has(character)) open--;
  }
  return parseJson(text, where);
}

const [quote, backslash] = [34, 92];
const [opening, closing] = [new Set([91, 123]), new Set([93, 125])];

/** Opens what is a plain file and no link to one, within its limit. */
function openPlain(path: string, name: string, most: number): number {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refused(`${name}: ${code === 'ELOOP' ? 'is a symbolic link; expected a file' : reasonOf(error)}`);
  }
  const stat = fstatSync(file);
  const fault = stat.isFile() ? undefined : refused(`${name}: is no plain file`);
  const large = stat.size > most ? tooLarge(name, `${stat.size} bytes`, `at most ${most}`) : undefined;
  const wrong = fault ?? large;
  if (wrong === undefined) return file;
  closeSync(file);
  throw wrong;
}

function longLine(name: string, number: number, { lineBytes }: Limits): CreditbenchError {
  return tooLarge(`${name}: line ${number}`, `more than ${lineBytes} bytes`);
}

function tooLarge(where: string, found: string, expected = 'nothing so large'): CreditbenchError {
  return refused(`${where}: ${found}; the board takes ${expected}`);
}

function refused(message: string): CreditbenchError {
  return new CreditbenchError('refused', message);
}
