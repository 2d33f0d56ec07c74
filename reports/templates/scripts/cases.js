// @ts-check
/* global creditbenchState */

/** Shows the case viewer and keeps it in step with the link. @param {CaseData} data */
function caseViewer(data) {
  const telling = caseTelling(data);

  const find = (/** @type {string} */ name) =>
    /** @type {HTMLElement} the template has it */ (document.getElementById(`case-${name}`));
  const choice = (/** @type {string} */ name) => /** @type {HTMLSelectElement} as in the template */ (find(name));
  const read = (/** @type {string} */ name) => creditbenchState.get(name) ?? null;
  const search = /** @type {HTMLInputElement} as in the template */ (find('search'));
  const texts = data.cases.map((one) =>
    [data.tasks[one.task]?.id, one.instance, ...one.roles, one.transcript?.problem, ...(one.transcript?.messages ?? [])]
      .join('\n')
      .toLowerCase(),
  );

  /** What is shown, from the link alone. */
  function chosen() {
    const [task, words] = [read('case-task'), (read('case-search') ?? '').toLowerCase()];
    const listed = data.cases.filter(
      (one, place) => (task === null || data.tasks[one.task]?.id === task) && texts[place]?.includes(words),
    );
    const asked = listed.find((candidate) => caseKey(data, candidate) === read('case'));
    const one = asked ?? (listed.length === data.cases.length ? telling : listed[0]) ?? null;
    if (one === null) return { listed, one, first: caseTruth, second: caseTruth, estimand: null };
    const first = read('case-first') ?? caseLeader(data, one)?.method ?? caseTruth;
    const second = read('case-second') ?? caseOpponent(data, one, first);
    const estimand = caseEstimand(data, one, first === caseTruth ? second : first, read('case-truth'));
    return { listed, one, first, second, estimand };
  }

  function render() {
    const { listed, one, first, second, estimand } = chosen();
    const order = read('case-order') ?? 'difference';
    const scale = read('case-scale') ?? 'common';
    fill(
      choice('task'),
      [['', 'all tasks'], ...data.tasks.map(({ id }) => /** @type {const} */ ([id, id]))],
      read('case-task') ?? '',
    );
    if (document.activeElement !== search) search.value = read('case-search') ?? '';
    fill(
      choice('choice'),
      listed.map((each) => [caseKey(data, each), caseKey(data, each)]),
      one === null ? '' : caseKey(data, one),
    );
    choice('order').value = order;
    choice('scale').value = scale;
    find('shown').hidden = one === null;
    if (one === null) {
      find('status').textContent = 'No episode matches; choose another task or clear the search.';
      caseGapList(data, [], first, second, false);
      return;
    }
    const methods = methodChoices(one);
    fill(choice('first'), methods, first);
    fill(choice('second'), methods, second);
    const names = caseEstimands(one).map((name) => /** @type {const} */ ([name, data.estimands[name] ?? name]));
    fill(choice('truth'), names.length > 0 ? names : [['', 'not known here']], estimand ?? '');
    choice('truth').disabled = names.length < 2;
    const sides = {
      truth: caseSide(data, one, caseTruth, estimand),
      first: caseSide(data, one, first, estimand),
      second: caseSide(data, one, second, estimand),
    };
    find('status').textContent = statusText(listed, one, sides);
    const link = {
      case: caseKey(data, one),
      'case-first': first,
      'case-second': second,
      'case-truth': estimand ?? '',
      'case-order': order,
      'case-scale': scale,
    };
    find('link').setAttribute('href', `#cases?${new URLSearchParams(link)}`);
    caseFacts(find('facts'), data, one);
    caseBlame(find('blame'), one, sides);
    find('said').hidden = one.transcript === null;
    find('problem').textContent = one.transcript?.problem ?? '';
    const look = { key: caseKey(data, one), order, scale };
    const advantage = data.estimands.advantage ?? 'advantage';
    casePart('messages', one, sides, look, one.truth.advantage ? `truth: ${advantage}` : 'truth');
    casePart(
      'agents',
      one,
      sides,
      look,
      estimand === null ? 'truth' : `truth: ${data.estimands[/** @type {'shapley'} a key of it */ (estimand)]}`,
    );
    const compared = caseGap(sides.first, sides.second)?.part;
    const parts = compared === 'agents' ? ['agents-part', 'messages-part'] : ['messages-part', 'agents-part'];
    if (find('parts').firstElementChild?.id !== `case-${parts[0]}`) find('parts').append(...parts.map(find));
    const gaps = caseGaps(data, listed, first, second, read('case-truth'));
    caseGapList(data, gaps, first, second, read('case-all') !== null);
  }

  /** @param {readonly Case[]} listed @param {Case} one @param {{ first: Side, second: Side }} sides */
  function statusText(listed, one, { first, second }) {
    const place = `Episode ${listed.indexOf(one) + 1} of ${listed.length}: ${caseKey(data, one)}.`;
    const gap = caseGap(first, second);
    return gap === null
      ? `${place} ${first.label} and ${second.label} give no credit of one kind here, so there is nothing to compare.`
      : `${place} ${first.label} against ${second.label}: ${caseGapText(one, gap, first, second)}.`;
  }

  /** @param {Case} one @returns {(readonly [string, string])[]} */
  function methodChoices(one) {
    const speaking = new Set(one.credits.map(([method]) => method));
    const labelled = data.methods.map(({ name, control }, place) => {
      const remarks = [...(control ? ['control'] : []), ...(speaking.has(place) ? [] : ['no credit here'])];
      return { name, control, label: remarks.length > 0 ? `${name} (${remarks.join(', ')})` : name };
    });
    labelled.sort((a, b) => Number(a.control) - Number(b.control));
    return [[caseTruth, 'the truth'], ...labelled.map(({ name, label }) => /** @type {const} */ ([name, label]))];
  }

  /** @param {number} step */
  function move(step) {
    const { listed, one } = chosen();
    if (one === null) return;
    const next = listed[(listed.indexOf(one) + step + listed.length) % listed.length];
    if (next) creditbenchState.set('case', caseKey(data, next));
  }

  for (const name of ['first', 'second', 'truth', 'order', 'scale', 'task'])
    choice(name).addEventListener('change', () => creditbenchState.set(`case-${name}`, choice(name).value));
  choice('choice').addEventListener('change', () => creditbenchState.set('case', choice('choice').value));
  search.addEventListener('input', () => creditbenchState.set('case-search', search.value, true));
  find('previous').addEventListener('click', () => move(-1));
  find('next').addEventListener('click', () => move(1));
  find('gaps-more').addEventListener('click', () => {
    creditbenchState.set('case-all', read('case-all') === null ? '1' : null);
  });
  creditbenchState.onChange(render);
  find('viewer').hidden = false;
  render();

  /** @param {HTMLSelectElement} select @param {readonly (readonly [string, string])[]} options @param {string} value */
  function fill(select, options, value) {
    const texts = JSON.stringify(options);
    if (select.dataset['options'] !== texts) {
      select.replaceChildren(...options.map(([key, label]) => caseElement('option', { value: key }, label)));
      select.dataset['options'] = texts;
    }
    select.value = value;
  }
}

const caseDataElement = document.getElementById('case-data');
if (caseDataElement) caseViewer(caseUnpacked(JSON.parse(caseDataElement.textContent ?? '')));
