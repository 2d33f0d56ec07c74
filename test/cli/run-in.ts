import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Summary } from '../../reports/summary.ts';
import { creditbench } from './creditbench.ts';

/** A run of a few cells. */
export const small = [
  '--methods',
  'shapley-permutation,c3',
  '--tasks',
  'additive,word-problems',
  '--seeds',
  '1',
  '--instances',
  '2',
];

/** `creditbench run` in a folder, at one budget and without laws unless told otherwise. */
export const run = (cwd: string, ...args: string[]) =>
  creditbench(['run', '--budgets', '16', '--laws', '0', ...args], { cwd });
/** The summary that a run wrote. */
export const summaryOf = (folder: string): Summary =>
  JSON.parse(readFileSync(join(folder, 'report', 'summary.json'), 'utf8'));
