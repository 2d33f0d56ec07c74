// @ts-check

/**
 * @typedef {import('../../views/score-pack.ts').ScorePack} ScorePack
 * @typedef {ScorePack['tables'][number]} PackedTable
 */

/** Draws what stands directly in a fold, the first time it is opened. @param {HTMLDetailsElement} fold */
function drawFold(fold) {
  drawFrame(fold);
  for (const home of [fold, ...fold.querySelectorAll('div')]) {
    const place = home.dataset['table'];
    if (place === undefined || home.closest('details') !== fold) continue;
    delete home.dataset['table'];
    home.querySelector('.waiting')?.remove();
    const pack = scorePack();
    const packed = pack?.tables[Number(place)];
    if (pack === null || packed === undefined) continue;
    home.append(...scoreTable(pack, packed));
    creditbenchState.drawn(home);
  }
}

const scorePack = (() => {
  /** @type {ScorePack | null} */
  let pack = null;
  return () => (pack ??= JSON.parse(document.getElementById('score-pack')?.textContent ?? 'null'));
})();

/** The table as score-lines.hbs lays it out. @param {ScorePack} pack @param {PackedTable} packed */
function scoreTable(pack, packed) {
  const scroll = made('div', { class: 'scroll', role: 'region', 'aria-label': packed.name, tabindex: '0' });
  const table = made('table', {
    class: packed.roles === null ? 'scores whole' : 'scores',
    id: packed.id,
    'data-board': packed.board,
    'data-estimand': packed.estimand,
    'data-task': packed.task,
    'data-budget': packed.budget,
  });
  const head = made('tr', {}, made('th', { scope: 'col', class: 'text' }, 'Method'));
  if (packed.roles !== null) head.append(made('th', { scope: 'col', class: 'text' }, 'Role'));
  for (const metric of packed.metrics) head.append(metricHead(pack, metric));
  head.append(made('th', { scope: 'col' }, 'cells scored'));
  const body = made('tbody', {});
  const texts = unpackedTexts(packed.values);
  for (const line of (pack.lists[packed.methods] ?? []).keys()) body.append(scoreLine(pack, packed, texts, line));
  table.append(made('thead', {}, head), body);
  scroll.append(table);
  if (packed.notes.length === 0) return [scroll];
  const notes = made('ul', { class: 'notes' });
  for (const { mark, text } of packed.notes) notes.append(made('li', {}, made('sup', {}, mark), ` ${text}`));
  return [scroll, notes];
}

/** @param {ScorePack} pack @param {string} metric */
function metricHead(pack, metric) {
  const { label = metric, arrow = '', words = '' } = pack.metrics[metric] ?? {};
  const head = made('th', { scope: 'col', 'data-metric': metric }, label);
  if (arrow !== '')
    head.append(
      '\u00a0',
      made('span', { class: 'arrow', 'aria-hidden': 'true', title: words }, arrow),
      made('span', { class: 'hidden' }, ` (${words})`),
    );
  return head;
}

/** @param {ScorePack} pack @param {PackedTable} packed @param {(string | null)[]} texts @param {number} line */
function scoreLine(pack, packed, texts, line) {
  const method = pack.methods[pack.lists[packed.methods]?.[line] ?? -1] ?? '';
  const role = packed.roles === null ? '' : (pack.roles[pack.lists[packed.roles]?.[line] ?? -1] ?? '');
  const row = made('tr', {}, made('th', { scope: 'row' }, method));
  if (packed.roles !== null) row.append(made('td', { class: 'text' }, role));
  for (const column of packed.metrics.keys()) {
    const place = line * packed.metrics.length + column;
    const [value = null, low = null, high = null] = texts.slice(3 * place, 3 * place + 3);
    const cell = made('td', value === null ? { class: 'quiet' } : {}, value ?? '–');
    const mark = packed.marks[place];
    if (mark !== undefined) cell.append(made('sup', {}, mark));
    if (value !== null) cell.append(made('i', {}, low === null || high === null ? 'no interval' : `[${low}, ${high}]`));
    row.append(cell);
  }
  row.append(made('td', {}, pack.cells[pack.lists[packed.cells]?.[line] ?? -1] ?? ''));
  return row;
}

/**
 * An element with its attributes and what it holds; a text stays text.
 * @param {string} name @param {Readonly<Record<string, string>>} attributes @param {...(string | Node)} children
 */
function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

document.addEventListener(
  'toggle',
  (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open) drawFold(event.target);
  },
  true,
);
