/** Credit per agent with its standard errors, or why there are none. */
export type Estimate = {
  readonly credit: Float64Array;
  readonly standardErrors: Float64Array | { readonly undefined: string };
};
