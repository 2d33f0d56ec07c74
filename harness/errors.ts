import { closest, distance } from 'fastest-levenshtein';

/** Every way creditbench tells a user that something given to it is wrong. */
export type ErrorCode =
  | 'bad-usage'
  | 'bad-file'
  | 'unknown-name'
  | 'bad-options'
  | 'bad-credit'
  | 'bad-question'
  | 'over-budget'
  | 'undeclared-probe'
  | 'refused'
  | 'too-large'
  | 'bad-journal'
  | 'busy-folder';

/** The one error class: lower case, no final stop, values quoted; where, what was found, what was expected. */
export class CreditbenchError extends Error {
  override readonly name = 'CreditbenchError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** `unknown method "shaply"; did you mean "shapley"? methods are …` */
export function unknownName(kind: string, name: string, known: readonly string[]): CreditbenchError {
  const nearest = known.length > 0 ? closest(name, [...known]) : undefined;
  const isNear = nearest !== undefined && distance(name, nearest) <= Math.max(2, name.length / 3);
  const hint = isNear ? `; did you mean "${nearest}"?` : ';';
  return new CreditbenchError('unknown-name', `unknown ${kind} "${name}"${hint} ${kind}s are ${known.join(', ')}`);
}
