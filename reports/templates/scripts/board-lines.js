// @ts-check

/**
 * @typedef {import('../../views/line-pack.ts').LinePack} LinePack
 * @typedef {import('../../views/line-pack.ts').PackedLine} PackedLine
 * @typedef {import('../../views/line-pack.ts').PackedCell} PackedCell
 */

/** The lines of a board under the titles of their groups. @param {DocumentFragment} frame @param {LinePack} pack */
function fillBoard(frame, pack) {
  for (const [place, body] of frame.querySelectorAll('table.board > tbody').entries())
    body.append(...(pack[place] ?? []).map(boardLine));
}

/** The line as standing.hbs lays it out. @param {PackedLine} line */
function boardLine([method, anchor, title, why, beatenBy, state, bar, cells]) {
  const name = made('code', {}, method);
  const who = made(
    'th',
    { scope: 'row', class: 'text' },
    anchor === null
      ? made('span', { class: 'method' }, name)
      : made('a', { class: 'method', href: `#${anchor}` }, name),
    made('span', { class: 'title' }, title),
  );
  if (why !== null) who.append(made('span', { class: 'why' }, why));
  if (beatenBy !== null)
    who.append(
      made('span', { class: 'flag' }, made('span', { 'aria-hidden': 'true' }, '⚑'), ` does not beat ${beatenBy}`),
    );
  const [rank = 0, headline = 0, ...others] = cells;
  const row = made('tr', { 'data-method': method }, boardCell(rank, 'rank'), who, boardCell(headline, 'headline'));
  if (state !== '') row.className = state;
  if (bar !== null) row.lastElementChild?.append(boardBar(bar));
  row.append(...others.map((cell) => boardCell(cell, '')));
  return row;
}

/** @param {PackedCell} cell @param {string} kind */
function boardCell(cell, kind) {
  if (cell === 0) return made('td', { class: `quiet ${kind}`.trim() }, '–');
  const [value, text] = cell;
  const own = { ...(kind === '' ? {} : { class: kind }), 'data-value': String(value) };
  if (typeof value === 'string') return made('td', own, text ?? '');
  return made('td', own, made('b', {}, numberText(value)), made('i', {}, text ?? 'no interval'));
}

/** As bar.hbs draws it. @param {string} ends */
function boardBar(ends) {
  const [zero = '', from = '', length = '', at = '', beyond = ''] = ends.split(' ');
  const svg = drawn('svg', { class: 'bar', viewBox: '-4 0 108 12', 'aria-hidden': 'true' });
  svg.append(
    drawn('path', { class: 'zero', d: `M${zero} 0v12` }),
    drawn('rect', { class: 'span', x: from, y: '4', width: length, height: '4', rx: '2' }),
  );
  const dot =
    beyond === ''
      ? drawn('circle', { class: 'dot', cx: at, cy: '6', r: '3' })
      : drawn('text', { class: 'dot', x: at, y: '10', 'text-anchor': 'middle', 'font-size': '10' });
  dot.append(beyond);
  svg.append(dot);
  return svg;
}

/** @param {string} name @param {Readonly<Record<string, string>>} attributes */
function drawn(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
