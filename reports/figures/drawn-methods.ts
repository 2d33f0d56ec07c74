import { plural } from '../number-text.ts';

/** So many methods are drawn at most, the first in rank: more lines or rows than these nobody can tell apart. */
export const mostDrawn = 12;

/** That a figure leaves methods out, in words, and where those are found; nothing where it draws them all. */
export function leftOutWords(methods: number, where: string): string[] {
  if (methods <= mostDrawn) return [];
  return [`Drawn are the ${mostDrawn} best of ${plural(methods, 'method')}; the numbers of all stand in ${where}.`];
}
