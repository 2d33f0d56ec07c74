import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Line } from './bench.ts';
import { benches } from './catalog.ts';
import { markdownOf, printLines } from './print-lines.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, markdown: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});

const names = benches.map(({ name }) => name);
const stray = values.only?.find((name) => !names.includes(name));
if (stray !== undefined) {
  process.stderr.write(`unknown bench "${stray}"; benches are ${names.join(', ')}\n`);
  process.exit(2);
}

const lines: (Line & { readonly bench: string })[] = [];
for (const bench of benches.filter(({ name }) => values.only?.includes(name) ?? true)) {
  process.stderr.write(`${bench.name} …\n`);
  try {
    for (const line of await bench.lines()) lines.push({ bench: bench.name, ...line });
  } catch (error) {
    // The other benches are worth their minute all the same.
    process.exitCode = 1;
    process.stderr.write(`${bench.name} failed: ${error instanceof Error ? error.stack : error}\n`);
  }
}
const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
if (values.json === true) process.stdout.write(`${JSON.stringify({ machine, lines }, undefined, 2)}\n`);
else if (values.markdown === true)
  process.stdout.write(markdownOf(lines, `${machine.cores} × ${machine.cpu}, Node ${machine.node}`));
else process.stdout.write(printLines(lines));
