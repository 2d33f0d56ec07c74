// @ts-check

/**
 * @typedef {import('../../views/pair-pack.ts').PairPack} PairPack
 * @typedef {import('../../views/pair-pack.ts').PackedPair} PackedPair
 */

const pairCounts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** The lines of a list of pairs. @param {DocumentFragment} frame @param {PairPack} pack */
function fillPairs(frame, pack) {
  frame.querySelector('tbody')?.append(...pack.pairs.map((pair) => pairRow(pack, pair)));
}

/** The line as pair-table.hbs lays it out. @param {PairPack} pack @param {PackedPair} pair */
function pairRow({ methods, verdicts }, [place, turned, one, other, verdict, numbers, instances, nonZero, more]) {
  const [first, second] = [methods[one] ?? '', methods[other] ?? ''];
  const { symbol = '', words = '' } = verdicts[verdict] ?? {};
  const [difference, low, high, p, adjusted, won] = unpackedTexts(numbers);
  const row = made(
    'tr',
    { 'data-method': `${first} ${second}`, 'data-pair': String(place) },
    made('th', { scope: 'row', class: 'text' }, made('code', {}, first)),
    made('td', { class: 'text' }, made('code', {}, second)),
    made('td', { class: 'text' }, made('span', { class: 'symbol', 'aria-hidden': 'true' }, symbol), ` ${words}`),
  );
  if (turned === 1) row.setAttribute('data-turned', '');
  const facts = [
    difference ?? '–',
    low === null || high === null ? 'none' : `[${low}, ${high}]`,
    packedP(p ?? null),
    packedP(adjusted ?? null),
    pairCounts.format(instances),
    pairCounts.format(nonZero),
    `${won} %`,
    more === null ? '–' : pairCounts.format(more),
  ];
  for (const fact of facts) row.append(made('td', {}, fact));
  return row;
}

/** As pair-words.ts: what would print as 0 says that it is not. @param {string | null} text */
function packedP(text) {
  if (text === null) return '–';
  return text === '0' ? '< 1e−12' : text;
}
