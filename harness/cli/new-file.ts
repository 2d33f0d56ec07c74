import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CreditbenchError } from '../errors.ts';
import { reasonOf } from '../files.ts';
import { chunked, type Sink } from './sink.ts';

/** A file that appears whole or not at all: it is written beside its place and moved there at the end. @throws CreditbenchError `bad-usage` where it cannot be written */
export function newFile(path: string): Sink {
  const beside = `${path}.${process.pid}.new`;
  // Moving a file over a device would replace the device.
  if (existsSync(path) && !statSync(path).isFile()) throw notWritable(path, 'is a folder or a device');
  if (!existsSync(dirname(path))) throw notWritable(path, 'no such folder');
  const file = orNotWritable(path, () => openSync(beside, 'wx'));
  let isOpen = true;
  let isKept = false;
  const chunks = chunked((text) => {
    orNotWritable(path, () => writeFileSync(file, text));
    return undefined;
  });
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    isWanted: () => true,
    write: async (text) => chunks.add(text),
    async keep() {
      chunks.end();
      close();
      orNotWritable(path, () => renameSync(beside, path));
      isKept = true;
    },
    discard() {
      close();
      if (!isKept) rmSync(beside, { force: true });
    },
  };
}

function orNotWritable<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    throw notWritable(path, reasonOf(error));
  }
}

function notWritable(path: string, reason: string): CreditbenchError {
  return new CreditbenchError('bad-usage', `${path}: ${reason}; expected a file to write to`);
}
