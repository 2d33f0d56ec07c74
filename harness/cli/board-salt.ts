import { sha256 } from '../../reports/board/canonical-json.ts';
import { CreditbenchError } from '../errors.ts';
import { readText } from '../files.ts';

const leastLength = 32;

/** The secret salt of a keeper's file, which is never written anywhere. @throws CreditbenchError `bad-file` where it could be guessed from its hash */
export function readSalt(path: string): string {
  const salt = readText(path).trim();
  if (salt.length >= leastLength) return salt;
  throw new CreditbenchError(
    'bad-file',
    `${path}: a salt of ${salt.length} characters could be guessed from its hash; expected at least ${leastLength}, e.g. of openssl rand -hex 32`,
  );
}

/** What a board publishes of its secret salt. */
export function commitmentOf(salt: string): string {
  return sha256(salt);
}

/** The salt that a board is committed to. @throws CreditbenchError `bad-usage` */
export function saltOfBoard(path: string | undefined, commitment: string | null): string {
  if (commitment === null)
    throw new CreditbenchError('bad-usage', 'the board has no secret salt; it was made without --salt-file');
  if (path === undefined)
    throw new CreditbenchError('bad-usage', '--secret needs --salt-file with the salt that the board was made with');
  const salt = readSalt(path);
  if (commitmentOf(salt) === commitment) return salt;
  throw new CreditbenchError('bad-usage', `${path}: is another salt; its SHA-256 is not the one in board.json`);
}
