// @ts-check

/**
 * @typedef {{ key: string, order: string, scale: string }} CaseLook
 * @typedef {{ truth: Side, first: Side, second: Side }} CaseSides
 * @typedef {{ place: number, heading: string, said: string | null, marks: readonly string[] }} CaseLine
 */

/**
 * @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
function caseElement(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * A bar from zero, and the truth as a tick, on an axis from `low` to `high`.
 * @param {number} value @param {number | null} truth @param {{ low: number, high: number }} axis @param {string} side
 */
function caseBar(value, truth, { low, high }, side) {
  const at = (/** @type {number} */ number) => (high > low ? (100 * (number - low)) / (high - low) : 0);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shapes = { class: 'case-bar', viewBox: '0 0 100 12', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  for (const [key, text] of Object.entries(shapes)) svg.setAttribute(key, text);
  const draw = (
    /** @type {string} */ style,
    /** @type {number} */ from,
    /** @type {number} */ width,
    y = 2,
    height = 8,
  ) => {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const place = { class: style, x: from.toFixed(2), width: width.toFixed(2), y: String(y), height: String(height) };
    for (const [key, text] of Object.entries(place)) rect.setAttribute(key, text);
    svg.append(rect);
  };
  draw(side, Math.min(at(0), at(value)), Math.abs(at(value) - at(0)));
  draw('zero', Math.min(99.3, Math.max(0, at(0) - 0.35)), 0.7, 0, 12);
  if (truth !== null) draw('tick', Math.min(98.6, Math.max(0, at(truth) - 0.7)), 1.4, 0, 12);
  return svg;
}

/** The columns of numbers: the truth, and the sides that are not the truth themselves. @param {CaseSides} sides @returns {[string, Side][]} */
function caseShown(sides) {
  return Object.entries(sides).filter(([name, { isTruth }]) => name === 'truth' || !isTruth);
}

/** `first − second`, or the truth in the place of either. @param {Pick<CaseSides, 'first' | 'second'>} sides */
function caseDifference({ first, second }) {
  return `${first.isTruth ? 'truth' : 'first'} − ${second.isTruth ? 'truth' : 'second'}`;
}

/**
 * The cells of one line: the truth, both sides, their difference.
 * @param {Part} part @param {number} place @param {CaseSides} sides
 * @param {Record<string, { low: number, high: number, by: number }>} axes
 */
function caseCells(part, place, sides, axes) {
  const cells = caseShown(sides).map(([name, side]) => {
    const value = side[part]?.[place];
    const axis = axes[name];
    if (value === undefined || !axis)
      return caseElement('td', { role: 'cell', class: 'quiet', 'data-label': name }, '–');
    const truth = name === 'truth' ? null : (sides.truth[part]?.[place] ?? null);
    const error = side.errors[part]?.[place];
    return caseElement(
      'td',
      { role: 'cell', 'data-label': name },
      caseElement('span', { class: 'number', 'data-side': name, 'data-credit': String(value) }, numberText(value)),
      ...(error === undefined
        ? []
        : [caseElement('span', { class: 'interval', 'data-error': String(error) }, `± ${numberText(error)}`)]),
      caseBar(value / axis.by, truth === null ? null : truth / (axes['truth']?.by ?? 1), axis, name),
    );
  });
  const [a, b] = [sides.first[part]?.[place], sides.second[part]?.[place]];
  if (a === undefined || b === undefined)
    return [...cells, caseElement('td', { role: 'cell', class: 'quiet', 'data-label': 'difference' }, '–')];
  const attributes = { class: 'number', 'data-side': 'difference', 'data-credit': String(caseMinus(a, b)) };
  return [
    ...cells,
    caseElement(
      'td',
      { role: 'cell', class: 'difference', 'data-label': 'difference' },
      caseElement('span', attributes, signedText(caseMinus(a, b))),
    ),
  ];
}

/**
 * What the bars of a column are divided by, and the axis they share: one for all, or each column by its own largest number.
 * @param {Part} part @param {Record<string, Side>} sides @param {string} scale
 */
function caseAxes(part, sides, scale) {
  const largest = (/** @type {readonly number[]} */ numbers) => Math.max(0, ...numbers.map(Math.abs)) || 1;
  const columns = Object.entries(sides).map(([name, side]) => {
    const numbers = side[part] ?? [];
    return { name, numbers, by: scale === 'own' ? largest(numbers) : 1 };
  });
  const all = columns.flatMap(({ numbers, by }) => numbers.map((value) => value / by));
  const axis = { low: Math.min(0, ...all), high: Math.max(0, ...all) };
  return Object.fromEntries(columns.map(({ name, by }) => [name, { ...axis, by }]));
}

/**
 * Lines with the largest difference first, or as they are; lines without a difference keep their order.
 * @param {readonly CaseLine[]} lines @param {Part} part @param {Side} first @param {Side} second @param {string} order
 */
function caseOrder(lines, part, first, second, order) {
  const [a, b] = [first[part], second[part]];
  if (order !== 'difference' || !a || !b) return lines;
  const size = (/** @type {CaseLine} */ { place }) => caseSize(caseMinus(a[place] ?? 0, b[place] ?? 0));
  return [...lines].sort((one, other) => size(other) - size(one) || one.place - other.place);
}

/**
 * Fills a table with one line per message or agent.
 * @param {HTMLElement} table @param {Part} part @param {readonly CaseLine[]} lines
 * @param {CaseSides} sides @param {CaseLook} look @param {string} truthName
 */
function caseTable(table, part, lines, sides, look, truthName) {
  const shown = caseShown(sides).some(([, side]) => side[part]) ? caseShown(sides) : [];
  const heads = [
    ['text', part === 'messages' ? 'Message' : 'Agent'],
    ...shown.map(([name, { label }]) => [name, name === 'truth' ? truthName : `${name}: ${label}`]),
    ...(shown.length > 0 ? [['difference', caseDifference(sides)]] : []),
  ];
  const axes = caseAxes(part, Object.fromEntries(shown), look.scale);
  const body = caseElement('tbody', { role: 'rowgroup' });
  for (const line of caseOrder(lines, part, sides.first, sides.second, look.order)) {
    const head = caseElement(
      'th',
      { role: 'rowheader', scope: 'row', class: 'text' },
      caseElement('strong', {}, line.heading),
    );
    for (const mark of line.marks) head.append(' ', caseElement('span', { class: 'case-mark' }, mark));
    if (line.said !== null) head.append(caseSaid(line.said));
    const attributes = { role: 'row', 'data-case': look.key, 'data-part': part, 'data-place': String(line.place) };
    const cells = shown.length > 0 ? caseCells(part, line.place, sides, axes) : [];
    body.append(caseElement('tr', attributes, head, ...cells));
  }
  const row = caseElement(
    'tr',
    { role: 'row' },
    ...heads.map(([style = '', text = '']) =>
      caseElement('th', { role: 'columnheader', scope: 'col', class: style }, text),
    ),
  );
  table.replaceChildren(caseElement('thead', { role: 'rowgroup' }, row), body);
}

/** A message in full, long ones folded. @param {string} text */
function caseSaid(text) {
  if (text.length <= 240) return caseElement('p', { class: 'said', dir: 'auto' }, text === '' ? '(empty)' : text);
  const start = `${[...text.slice(0, 160)].join('').trimEnd()} …`;
  const rest = caseElement('p', { class: 'said', dir: 'auto' }, text);
  return caseElement('details', { class: 'case-long' }, caseElement('summary', { dir: 'auto' }, start), rest);
}
