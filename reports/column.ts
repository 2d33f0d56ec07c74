/** One number per place of a task; NaN where there is none, which never leaves the summariser. */
export type Column = { set(place: number, value: number): void; get(place: number): number };

export function emptyColumn(): Column {
  let values = new Float64Array(16).fill(Number.NaN);
  return {
    set(place, value) {
      if (place >= values.length) {
        const grown = new Float64Array(2 ** Math.ceil(Math.log2(place + 1))).fill(Number.NaN);
        grown.set(values);
        values = grown;
      }
      values[place] = value;
    },
    get: (place) => values[place] ?? Number.NaN,
  };
}
