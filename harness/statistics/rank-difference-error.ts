import { checkCount } from './check-values.ts';

/** √(k(k + 1)/(6N)), the standard error of the difference of two mean ranks of k methods over N ≥ 1 tasks when all are alike. Demšar (2006). */
export function rankDifferenceError(methods: number, tasks: number): number {
  checkCount(tasks, 'tasks');
  return Math.sqrt((methods * (methods + 1)) / (6 * tasks));
}
