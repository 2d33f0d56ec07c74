import { sumUp } from './sum-up.ts';

/** A process of its own, because the most memory it ever held cannot be reset: sums up one journal and prints bytes. */
const [journal, cells] = process.argv.slice(2);
const before = peakBytes();
await sumUp(journal!, Number(cells));
process.stdout.write(JSON.stringify({ before, peak: peakBytes() }));

function peakBytes(): number {
  return 1024 * process.resourceUsage().maxRSS;
}
