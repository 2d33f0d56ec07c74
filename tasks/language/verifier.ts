/** The number that a text gives as its answer: the last "answer is N", commas between thousands allowed; undefined where it gives none. */
export function readAnswer(text: string): number | undefined {
  // No digit, "/3" or ".5" may follow: half of a number is no answer.
  const last = [...text.matchAll(/answer is (-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d/]|[.,]\d)/gi)].at(-1);
  return last === undefined ? undefined : Number(last[1]!.replaceAll(',', ''));
}

/** 1 if the text's answer is exactly `answer`, 0 if it is another or none. */
export function verify(text: string, answer: number): 0 | 1 {
  return readAnswer(text) === answer ? 1 : 0;
}
