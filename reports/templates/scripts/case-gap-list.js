// @ts-check

/**
 * Fills the list of episodes on which two sides differ most.
 * @param {CaseData} data @param {ReturnType<typeof caseGaps>} gaps @param {string} first @param {string} second @param {boolean} isAll
 */
function caseGapList(data, gaps, first, second, isAll) {
  const most = 10;
  const find = (/** @type {string} */ name) =>
    /** @type {HTMLElement} the template has it */ (document.getElementById(`case-gaps${name}`));
  const name = (/** @type {string} */ side) => (side === caseTruth ? 'the truth' : side);
  const shown = isAll ? gaps : gaps.slice(0, most);
  find('-note').textContent =
    gaps.length === 0
      ? `On none of these episodes do ${name(first)} and ${name(second)} give credit of one kind.`
      : `${name(first)} against ${name(second)}, by the largest difference on one message or agent as a share of the largest credit of either. Episodes on which one of them says nothing are left out.`;
  find('-region').hidden = gaps.length === 0;
  const heads = [
    'Episode',
    'Where',
    `${first === caseTruth ? 'truth' : 'first'} − ${second === caseTruth ? 'truth' : 'second'}`,
    'of the largest credit',
    'Outcome',
  ];
  const row = heads.map((head, at) => caseElement('th', { scope: 'col', class: at < 2 ? 'text' : '' }, head));
  const body = shown.map(({ one, gap }) => caseGapLine(data, one, gap, first, second));
  find('').replaceChildren(caseElement('thead', {}, caseElement('tr', {}, ...row)), caseElement('tbody', {}, ...body));
  find('-more').hidden = gaps.length <= most;
  find('-more').textContent = isAll ? `Show the first ${most}` : `Show all ${gaps.length}`;
}

/** @param {CaseData} data @param {Case} one @param {Gap} gap @param {string} first @param {string} second */
function caseGapLine(data, one, gap, first, second) {
  const key = caseKey(data, one);
  const link = new URLSearchParams({ case: key, 'case-first': first, 'case-second': second });
  const place = caseGapPlace(one, gap, caseSide(data, one, first, null), caseSide(data, one, second, null));
  const isBlame = gap.part === 'blame';
  return caseElement(
    'tr',
    { 'data-case': key, 'data-difference': String(gap.difference), 'data-share': String(gap.share) },
    caseElement('th', { scope: 'row', class: 'text' }, caseElement('a', { href: `#cases?${link}` }, key)),
    caseElement('td', { class: 'text' }, place),
    caseElement('td', {}, isBlame ? '–' : signedText(gap.difference)),
    caseElement('td', {}, isBlame ? '–' : `${numberText(100 * gap.share)} %`),
    caseElement('td', {}, numberText(one.outcome)),
  );
}
