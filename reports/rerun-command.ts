import { type Manifest, runsOf } from '../harness/manifest.ts';

/** The distinct commands that made the journal, quoted for a shell; running them again makes it again. */
export function rerunCommands(manifest: Manifest): string[] {
  return [...new Set(runsOf(manifest).map(({ argv }) => commandOf(argv)))];
}

/** One run as it is typed in a shell. */
export function commandOf(argv: readonly string[]): string {
  return ['npx', 'creditbench', ...argv].map(shellWord).join(' ');
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
