import type { Writable } from 'node:stream';
import { setImmediate as immediate } from 'node:timers/promises';
import { chunked, type Sink } from './sink.ts';

/** Standard output, waiting for a slow reader; one that has left is no error. */
export function standardOutput(stream: Writable = process.stdout): Sink {
  let isRead = true;
  let goOn = () => {};
  const listeners = {
    drain: () => goOn(),
    close: () => goOn(),
    error: (error: NodeJS.ErrnoException) => {
      isRead = false;
      goOn();
      if (error.code !== 'EPIPE') throw error;
    },
  };
  for (const [event, listener] of Object.entries(listeners)) stream.on(event, listener);
  const chunks = chunked((text) => {
    if (!isRead || stream.write(text)) return undefined;
    return new Promise<void>((resolve) => (goOn = resolve));
  });
  return {
    isWanted: () => isRead,
    write: async (text) => chunks.add(text),
    async keep() {
      await chunks.end();
      // A write that failed is told of after it has returned.
      await immediate();
    },
    discard() {
      for (const [event, listener] of Object.entries(listeners)) stream.off(event, listener);
    },
  };
}
