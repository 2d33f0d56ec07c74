import type { NullProtocol } from './contract.ts';

/** Every null protocol there is. */
export const nullProtocols = [
  'delete',
  'empty',
  'placeholder',
  'default-policy',
  'reference',
  'random',
  'pass-through',
  'zero',
  'declared',
  'none',
] as const satisfies NullProtocol[];
