// @ts-check

// Which lines are shown, and where a text stands: `method`, `task`, `find` and `only` in the address.
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('filters'));
  const status = document.getElementById('filter-status');
  const main = document.querySelector('main');
  if (form === null || status === null || main === null) return;
  const keys = /** @type {const} */ (['method', 'task', 'find']);
  /** @param {string} key @returns {HTMLInputElement} */
  const input = (key) => /** @type {HTMLInputElement} named in navigation.hbs */ (form.elements.namedItem(key));
  const units = 'main :is(tbody tr, summary, h2, h3, li, dd, p, figcaption)';
  /** @type {Element[]} */
  let hits = [];
  let current = -1;

  const wanted = () => {
    const [method, task, find] = keys.map((key) => (creditbenchState.get(key) ?? '').toLowerCase());
    return { method: method ?? '', task: task ?? '', find: find ?? '', only: creditbenchState.get('only') !== null };
  };

  /** @param {ParentNode} part */
  const filter = (part) => {
    const { method, task, find, only } = wanted();
    const needle = only ? find : '';
    for (const fold of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('details.task')))
      fold.toggleAttribute('hidden', !isOf(fold.dataset['task'], task) || !holds(fold, needle));
    for (const body of part.querySelectorAll('tbody')) {
      let shown = 0;
      const isScores = body.parentElement?.matches('.scores') ?? false;
      for (const row of body.rows) {
        if (row.matches('.group')) continue;
        const name = isScores ? row.cells[0]?.textContent : row.dataset['method'];
        const isShown = isOf(name, method) && isOf(row.dataset['task'], task) && holds(row, needle);
        row.hidden = !isShown;
        shown += Number(isShown);
      }
      for (const row of body.rows) if (row.matches('.group')) row.hidden = shown === 0;
    }
  };

  /** What is of another method or task goes; what is of none stays. @param {string | null | undefined} own @param {string} text */
  const isOf = (own, text) => text === '' || own === null || own === undefined || own.toLowerCase().includes(text);

  /** @param {Element} element @param {string} text */
  const holds = (element, text) => text === '' || (element.textContent ?? '').toLowerCase().includes(text);

  const search = () => {
    for (const hit of hits) hit.classList.remove('hit', 'current');
    current = -1;
    const { find } = wanted();
    hits = find === '' ? [] : [...document.querySelectorAll(units)].filter((unit) => holds(unit, find));
    hits = hits.filter((hit) => hit.closest('[hidden]') === null && !hit.parentElement?.closest(units));
    for (const hit of hits) hit.classList.add('hit');
  };

  const foundText = () => {
    if (hits.length === 0) return 'found nowhere';
    if (current >= 0) return `${current + 1} of ${hits.length}`;
    return hits.length === 1 ? 'found once' : `found ${hits.length} times`;
  };

  const tell = () => {
    const { method, task, find } = wanted();
    const rows = [...document.querySelectorAll('main tbody tr:not(.group)')];
    const shown = rows.filter((row) => row.closest('[hidden]') === null).length;
    const parts = [];
    if (find !== '') parts.push(foundText());
    if (method !== '' || task !== '' || shown < rows.length) parts.push(`${shown} of ${rows.length} lines shown`);
    status.textContent = parts.join('; ');
    form.classList.toggle('active', method !== '' || task !== '' || find !== '');
  };

  /** @param {number} by */
  const step = (by) => {
    if (hits.length === 0) return;
    hits[current]?.classList.remove('current');
    current = (current + by + hits.length + (current < 0 && by < 0 ? 1 : 0)) % hits.length;
    const hit = hits[current];
    for (
      let fold = hit?.closest('details') ?? null;
      fold !== null;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true;
    hit?.classList.add('current');
    hit?.scrollIntoView({ block: 'center' });
    tell();
  };

  const show = () => {
    for (const key of keys)
      if (input(key) !== document.activeElement) input(key).value = creditbenchState.get(key) ?? '';
    input('only').checked = creditbenchState.get('only') !== null;
    filter(main);
    search();
    tell();
  };

  const nothing = JSON.stringify({ method: '', task: '', find: '', only: false });
  let shownFor = nothing;
  const showChange = () => {
    const now = JSON.stringify(wanted());
    if (now === shownFor) return;
    shownFor = now;
    show();
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let typed = '';
  form.addEventListener('input', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    clearTimeout(waiting);
    waiting = setTimeout(
      () => {
        // A word that is typed on is one step back, not one per letter.
        const isSame = typed === field.name;
        typed = field.name;
        creditbenchState.set(
          field.name,
          field.type === 'checkbox' ? (field.checked ? '1' : null) : field.value.trim(),
          isSame,
        );
      },
      field.type === 'checkbox' ? 0 : 150,
    );
  });
  form.addEventListener('focusout', () => {
    typed = '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    step(event.submitter?.id === 'find-previous' ? -1 : 1);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      step(-1);
    }
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const key of keys) input(key).value = '';
    input('only').checked = false;
    for (const key of [...keys, 'only']) creditbenchState.set(key, null, key !== 'method');
    showChange();
  });
  creditbenchState.onChange(showChange);
  creditbenchState.onDraw((part) => {
    if (shownFor === nothing) return;
    filter(part);
    search();
    tell();
  });
  form.hidden = false;
  showChange();
})();
