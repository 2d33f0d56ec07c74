/** Why a diagnostic has no value, as a sentence. */
export type Undefined = { readonly reason: string };
