/** Where text goes, piece by piece; nothing is held back but one chunk. */
export type Sink = {
  /** False once nobody reads any more. */
  isWanted(): boolean;
  write(text: string): Promise<void>;
  /** All of it is written: now it counts. */
  keep(): Promise<void>;
  /** Gives back what the sink holds, and what was written if it was not kept. */
  discard(): void;
};

const chunkLength = 1 << 16;

/** Collects text and hands it on in pieces of at least 64 Ki characters, so that small rows cost no call each. */
export function chunked(flush: (text: string) => undefined | Promise<void>) {
  let held: string[] = [];
  let length = 0;
  const end = () => {
    const text = held.join('');
    held = [];
    length = 0;
    return flush(text);
  };
  return {
    add(text: string): undefined | Promise<void> {
      held.push(text);
      length += text.length;
      return length >= chunkLength ? end() : undefined;
    },
    end,
  };
}
