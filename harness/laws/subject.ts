import type { Arbitrary } from 'fast-check';
import type { Instance } from '../contract.ts';

/** The random cases that laws are measured on. A case is the JSON value of its file, so that a counterexample can be read and run. */
export type LawSubjects = {
  readonly games: Arbitrary<GameCase>;
  readonly teams: Arbitrary<TeamCase>;
  /** The game of a file's value, `{ kind: 'game', … }`. */
  openGame(file: unknown): Instance;
  /** One episode, `{ team, messages }`: the value of a team file and the message ids that were said. */
  openTeam(file: TeamCase): Instance;
};
export type GameCase = { readonly kind: 'game'; readonly agents: readonly string[] };
export type TeamCase = { readonly team: { readonly kind: 'team' }; readonly messages: readonly string[] };
