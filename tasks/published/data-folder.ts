import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where published data is looked for: the folder of one benchmark, or one that holds such folders by name. */
export const dataVariable = 'CREDITBENCH_DATA';

/** The folder `name` of the user's data, or the user's folder itself, whichever holds `marker`; undefined where neither does. */
export function dataFolder(name: string, marker: string): string | undefined {
  const given = process.env[dataVariable];
  if (given === undefined || given === '') return undefined;
  return [given, join(given, name)].find((folder) => existsSync(join(folder, marker)));
}
