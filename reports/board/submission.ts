import type { CellRow } from '../../harness/row.ts';
import { type About, aboutSchema } from './about.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { type Card, cardSchema } from './card.ts';
import { type SecretScores, secretScoresSchema } from './secret-scores.ts';
import {
  cellRowsIn,
  findName,
  namedByContent,
  nameOf,
  storedText,
  storedValue,
  type Texts,
  textOfRows,
} from './store.ts';
import type { SubmissionState } from './submission-state.ts';

/** A submission as it is stored. */
export type Submission = {
  readonly state: SubmissionState;
  readonly card: Card;
  readonly about: About;
  readonly rows: readonly CellRow[];
  readonly secret: SecretScores | null;
};

/** The name of a submission: the head of the hash of what its method answered, whatever else was said of it. */
export function submissionId(method: string, rows: readonly CellRow[]): string {
  const answers = rows.map((row) => {
    const { task, version, instance, budget, seed } = row;
    const answer = row.status === 'scored' ? row.credit : { [row.status]: row.reason };
    return canonicalJson([task, version, instance, budget, seed, answer]);
  });
  return sha256([method, ...answers.toSorted()].join('\n')).slice(0, 12);
}

/** What the folder of a new submission holds. */
export function textsOfSubmission(card: Card, about: About, rows: readonly CellRow[]): Texts {
  return {
    'card.json': `${JSON.stringify(card, undefined, 2)}\n`,
    ...textsOfResults(about, rows),
  };
}

/** The files that a rescoring writes anew. */
export function textsOfResults(about: About, rows: readonly CellRow[]): Texts {
  const [first, second] = [`${JSON.stringify(about, undefined, 2)}\n`, textOfRows(rows)];
  return { [namedByContent('about', 'json', first)]: first, [namedByContent('rows', 'jsonl', second)]: second };
}

/** @throws CreditbenchError `bad-file` where a stored file is not what the ledger says */
export function readSubmission(board: string, state: SubmissionState): Submission {
  const { id, digest } = state;
  const rowsName = nameOf(digest, 'rows');
  const secretName = findName(digest, 'secret');
  return {
    state,
    ...readFacts(board, state),
    rows: cellRowsIn(storedText(board, id, rowsName, digest), `submissions/${id}/${rowsName}`),
    secret: secretName === undefined ? null : storedValue(board, id, secretName, digest, secretScoresSchema),
  };
}

/** Card and provenance of a submission, its rows left alone. */
export function readFacts(board: string, { id, digest }: SubmissionState): Pick<Submission, 'card' | 'about'> {
  return {
    card: storedValue(board, id, 'card.json', digest, cardSchema),
    about: storedValue(board, id, nameOf(digest, 'about'), digest, aboutSchema),
  };
}
