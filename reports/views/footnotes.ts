/** Remarks under one table, each lettered once. */
export type Footnotes = {
  /** The letter of a remark. */
  readonly mark: (text: string) => string;
  readonly list: () => { readonly mark: string; readonly text: string }[];
};

export function footnotes(): Footnotes {
  const marks = new Map<string, string>();
  return {
    mark: (text) => {
      const mark = marks.get(text) ?? letters(marks.size);
      marks.set(text, mark);
      return mark;
    },
    list: () => [...marks].map(([text, mark]) => ({ mark, text })),
  };
}

/** 0 is a, 25 is z, 26 is aa. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
