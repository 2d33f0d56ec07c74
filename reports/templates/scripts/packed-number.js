// @ts-check

const packedLetters = "!#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~ ";
const packedNone = 92 * 91 - 1;
/** @type {Map<string, number>} */
const packedPlaces = new Map([...packedLetters].map((letter, place) => [letter, place]));

/**
 * The numbers of a text of packed-number.ts as they are printed; null where there is none.
 * @param {string} text
 * @returns {(string | null)[]}
 */
function unpackedTexts(text) {
  const found = [];
  for (let place = 0; place < text.length; ) {
    const length = text[place] === ' ' ? 4 : 2;
    found.push(unpackedText(text.slice(place, place + length)));
    place += length;
  }
  return found;
}

/**
 * One of them.
 * @param {string} text of two letters, or of a blank and three
 * @returns {string | null}
 */
function unpackedText(text) {
  const isLong = text.length === 4;
  const code = [...(isLong ? text.slice(1) : text)].reduce(
    (sum, letter) => 92 * sum + (packedPlaces.get(letter) ?? Number.NaN),
    0,
  );
  if (!isLong && code === packedNone) return null;
  if (code === 0) return '0';
  const isNegative = (code - 1) % 2 === 1;
  const rest = Math.floor((code - 1) / 2);
  const [mantissa, exponent] = [100 + (rest % 900), Math.floor(rest / 900) - (isLong ? 12 : 3)];
  return numberText((isNegative ? -1 : 1) * Number(`${mantissa}e${exponent - 2}`));
}
