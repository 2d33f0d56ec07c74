/** Coalitions per call of `worth`, about. */
export const rowsPerBatch = 2 ** 16;

/** Repeats are free but not endless: nothing walks more than this many coalitions for each that the budget allows. */
export const rowsPerCall = 32;
