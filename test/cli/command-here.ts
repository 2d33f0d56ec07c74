import type { Command } from 'commander';
import type { ExitCode } from '../../harness/cli/exit.ts';

/** A command run in this process, which is quicker than the program; an error is thrown. */
export async function commandHere(
  command: (end: (code: ExitCode) => void) => Command,
  cwd: string,
  ...args: string[]
): Promise<{ code: ExitCode | undefined; out: string; err: string }> {
  const before = process.cwd();
  const writes = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const);
  let code: ExitCode | undefined;
  let [out, err] = ['', ''];
  process.chdir(cwd);
  for (const [stream] of writes)
    stream.write = (text) => {
      if (stream === process.stdout) out += text;
      else err += text;
      return true;
    };
  try {
    await command((ended) => (code = ended)).parseAsync(args, { from: 'user' });
  } finally {
    for (const [stream, write] of writes) stream.write = write;
    process.chdir(before);
  }
  return { code, out, err };
}
