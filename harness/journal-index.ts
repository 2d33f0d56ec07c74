import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import { type Line, parsedLine, rowOf } from './journal.ts';
import { keyOf, type Row } from './row.ts';

/**
 * Where the rows of a journal lie, by task, so that a reader holds one task at a time: 16 bytes per row. Rows about no
 * task's cells or episodes (laws, diagnostics) are under `others`.
 */
export type JournalIndex = { readonly tasks: ReadonlyMap<string, Lines>; readonly others: Lines };

/** Lines in file order: byte offset, length in bytes, number from 1. Of the arrays, the first `size` count. */
export type Lines = {
  readonly size: number;
  readonly offsets: Float64Array;
  readonly bytes: Uint32Array;
  readonly numbers: Uint32Array;
};

/** Lines that are still being found. */
type Growing = { add(offset: number, bytes: number, number: number): void; lines(): Lines };

const newline = 10;
const chunkBytes = 2 ** 20;

/** Reads a journal once, without parsing what it can tell by its first fields. @throws CreditbenchError `bad-journal` */
export async function indexJournal(path: string): Promise<JournalIndex> {
  const tasks = new Map<string, Growing>();
  const others = emptyLines();
  const names = new Map<string, Growing>();
  const linesOf = (task: string) => {
    const found = tasks.get(task) ?? emptyLines();
    tasks.set(task, found);
    return found;
  };
  const file = (line: Buffer, offset: number, number: number) => {
    const name = rawTask(line);
    let lines = name === undefined ? undefined : names.get(name);
    if (lines === undefined) {
      // Rare: the first row of a task, or a line that another program wrote.
      const row = parsedLine({ text: line.toString('utf8'), number }, path);
      lines = row.kind === 'cell' || row.kind === 'episode' ? linesOf(row.task) : others;
      if (name !== undefined) names.set(name, lines);
    }
    lines.add(offset, line.length, number);
  };
  if (existsSync(path)) await eachLine(path, file);
  return { tasks: new Map([...tasks].map(([task, found]) => [task, found.lines()])), others: others.lines() };
}

/** The task's name as it is written, where the line begins as ours do. */
function rawTask(line: Buffer): string | undefined {
  const isCell = line.compare(cellStart, 0, cellStart.length, 0, Math.min(line.length, cellStart.length)) === 0;
  if (
    !isCell &&
    line.compare(episodeStart, 0, episodeStart.length, 0, Math.min(line.length, episodeStart.length)) !== 0
  )
    return undefined;
  // Inside a name a quote is escaped, so these bytes are the field.
  const start = line.indexOf('"task":"');
  const end = line.indexOf('","version":', start);
  return start < 0 || end < 0 ? undefined : line.toString('latin1', start, end);
}

const cellStart = Buffer.from('{"schema":1,"kind":"cell","method":"');
const episodeStart = Buffer.from('{"schema":1,"kind":"episode","task":"');

async function eachLine(path: string, take: (line: Buffer, offset: number, number: number) => void): Promise<void> {
  let rest: Buffer[] = [];
  let [offset, number] = [0, 0];
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      const part = chunk.subarray(start, end);
      const line = rest.length === 0 ? part : Buffer.concat([...rest, part]);
      rest = [];
      number++;
      take(line.at(-1) === carriageReturn ? line.subarray(0, -1) : line, offset, number);
      offset += line.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  // A last line without its end was being written when the run was killed.
}

const carriageReturn = 13;

/** The standing rows among these lines: of every key the latest, in file order. @throws CreditbenchError naming the damaged line */
export function* standingRowsOf(path: string, places: Lines): Generator<Row> {
  const latest = new Map<string, number>();
  for (const line of textsOf(path, places)) latest.set(keyOfText(line, path), line.number);
  const standing = latest.size === places.size ? undefined : new Set(latest.values());
  latest.clear();
  for (const line of textsOf(path, places))
    if (standing?.has(line.number) ?? true) yield rowOf(line, path);
    else parsedLine(line, path);
}

const cellFields =
  /^\{"schema":1,"kind":"cell","method":("[^"\\]*"),"task":("[^"\\]*"),"version":(\d+),"instance":("[^"\\]*"),"budget":(null|\d+),"seed":(\d+),"code":/;

/** What `keyOf` gives, without parsing the whole line where its first fields are written as ours are. */
function keyOfText(line: Line, path: string): string {
  const fields = cellFields.exec(line.text);
  if (fields === null) return keyOf(parsedLine(line, path));
  const [, method, task, version, instance, budget, seed] = fields;
  return `[${task},${version},${instance},${budget},${seed},${method}]`;
}

/** The lines at these places, read in stretches: neighbours in the file are read together. */
function* textsOf(path: string, { size, offsets, bytes, numbers }: Lines): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    for (let first = 0; first < size; ) {
      const start = offsets[first]!;
      let after = first + 1;
      const endOf = (place: number) => offsets[place]! + bytes[place]!;
      while (after < size && offsets[after]! - endOf(after - 1) < nearBytes && endOf(after) - start <= chunkBytes)
        after++;
      const stretch = Buffer.allocUnsafe(endOf(after - 1) - start);
      readSync(file, stretch, 0, stretch.length, start);
      for (; first < after; first++) {
        const from = offsets[first]! - start;
        yield { text: stretch.toString('utf8', from, from + bytes[first]!), number: numbers[first]! };
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Reading so much that nobody wants costs less than another read. */
const nearBytes = 2 ** 14;

function emptyLines(): Growing {
  let room = 64;
  let size = 0;
  let offsets = new Float64Array(room);
  let bytes = new Uint32Array(room);
  let numbers = new Uint32Array(room);
  const grown = <Column extends Float64Array | Uint32Array>(column: Column, larger: Column): Column => {
    larger.set(column);
    return larger;
  };
  return {
    add(offset, length, number) {
      if (size === room) {
        room *= 2;
        offsets = grown(offsets, new Float64Array(room));
        bytes = grown(bytes, new Uint32Array(room));
        numbers = grown(numbers, new Uint32Array(room));
      }
      offsets[size] = offset;
      bytes[size] = length;
      numbers[size++] = number;
    },
    lines: () => ({
      size,
      offsets: offsets.subarray(0, size),
      bytes: bytes.subarray(0, size),
      numbers: numbers.subarray(0, size),
    }),
  };
}
