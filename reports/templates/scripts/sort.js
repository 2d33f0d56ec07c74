// @ts-check

// Every table is sorted by the buttons in its head: rising, falling, as it was. Lines stay inside their group.
(() => {
  /** @type {WeakMap<HTMLTableElement, Map<Element, number>>} */
  const orders = new WeakMap();

  /** The key of a table in the address. @param {HTMLTableElement} table */
  const keyOf = (table) => {
    if (table.id !== '') return `sort.${table.id}`;
    const home = table.closest('[id]') ?? document.body;
    return `sort.${home.id}.${[...home.querySelectorAll('table:not([id])')].indexOf(table)}`;
  };

  /** @param {HTMLTableElement} table */
  const headsOf = (table) => {
    const rows = table.tHead?.rows ?? [];
    const row = rows.length === 1 ? rows[0] : undefined;
    return row === undefined ? [] : [...row.cells].filter((cell) => cell.colSpan === 1);
  };

  /** @param {HTMLTableElement} table */
  const equip = (table) => {
    if (orders.has(table) || table.matches('.unsorted')) return;
    const heads = headsOf(table);
    if (heads.length < 2 || (table.tBodies[0]?.rows.length ?? 0) + (table.tBodies.length - 1) < 2) return;
    orders.set(table, new Map([...table.querySelectorAll('tbody > tr')].map((row, place) => [row, place])));
    for (const head of heads) {
      if ((head.textContent ?? '').trim() === '') continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
    }
    show(table);
  };

  /** Sorts a table as the address says. @param {HTMLTableElement} table */
  const show = (table) => {
    const order = orders.get(table);
    if (order === undefined) return;
    const wanted = creditbenchState.get(keyOf(table)) ?? '';
    const column = Math.abs(Number.parseInt(wanted, 10)) - 1;
    if (wanted === (table.dataset['sorted'] ?? '')) return;
    const direction = wanted.startsWith('-') ? -1 : 1;
    const heads = headsOf(table);
    for (const [place, head] of heads.entries()) {
      if (place === column) head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    }
    if (column >= 0) table.dataset['sorted'] = wanted;
    else delete table.dataset['sorted'];
    for (const body of table.tBodies) {
      const rows = [...body.rows].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const fixed = rows.filter((row) => row.matches('.group'));
      const loose = rows.filter((row) => !row.matches('.group'));
      const sorted = column >= 0 ? sortedBy(loose, column, direction, heads[column]?.matches('.text') ?? false) : loose;
      body.append(...fixed, ...sorted);
    }
  };

  /**
   * By number where all cells that say anything are numbers, else by text; empty ones last.
   * @param {HTMLTableRowElement[]} rows @param {number} column @param {number} direction @param {boolean} isText
   */
  const sortedBy = (rows, column, direction, isText) => {
    const texts = rows.map((row) => textOf(row.cells[column]));
    const numbers = texts.map(numberOf);
    const isNumeric = !isText && texts.every((text, row) => text === '' || !Number.isNaN(numbers[row]));
    const collator = new Intl.Collator('en', { numeric: true });
    return rows
      .map((row, place) => ({ row, place, text: texts[place] ?? '', number: numbers[place] ?? 0 }))
      .toSorted((a, b) => {
        if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '') || a.place - b.place;
        const by = isNumeric ? a.number - b.number : collator.compare(a.text, b.text);
        return direction * by || a.place - b.place;
      })
      .map(({ row }) => row);
  };

  /** All the digits of a cell where it carries them, else what it shows. @param {Element | undefined} cell */
  const textOf = (cell) => {
    const value = cell?.matches('[data-value]') ? cell : cell?.querySelector('[data-value]');
    if (value instanceof HTMLElement) return value.dataset['value'] ?? '';
    const text = (cell?.querySelector('code') ?? cell?.firstChild)?.textContent ?? '';
    return /^\s*[–-]?\s*$/.test(text) ? '' : text.trim();
  };

  /** @param {string} text */
  const numberOf = (text) => Number.parseFloat(text.replaceAll('−', '-').replaceAll(/(?<=\d),(?=\d)/g, ''));

  /** Only what can be seen is given buttons; the rest when it is unfolded. @param {ParentNode} part */
  const equipWithin = (part) => {
    for (const table of part.querySelectorAll('table')) if (table.closest('details:not([open])') === null) equip(table);
  };

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.sort') : null;
    const head = button?.closest('th');
    const table = head?.closest('table');
    if (!head || !table) return;
    const column = headsOf(table).indexOf(head) + 1;
    const key = keyOf(table);
    const now = creditbenchState.get(key);
    creditbenchState.set(key, now === `${column}` ? `-${column}` : now === `-${column}` ? null : `${column}`);
  });
  document.addEventListener(
    'toggle',
    (event) => {
      if (event.target instanceof HTMLDetailsElement && event.target.open) equipWithin(event.target);
    },
    true,
  );
  creditbenchState.onDraw((part) => equipWithin(part));
  creditbenchState.onChange(() => {
    for (const table of document.querySelectorAll('table')) show(table);
  });
  equipWithin(document);
})();
