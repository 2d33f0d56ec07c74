// @ts-check

/** What stands above the tables. @param {HTMLElement} list @param {CaseData} data @param {Case} one */
function caseFacts(list, data, one) {
  const { instance, seed, budget, outcome, version } = one;
  const facts = [
    ['Task', `${data.tasks[one.task]?.id}, version ${version}`],
    ['Instance', instance],
    ['Seed', String(seed)],
    ['Budget', budget === null ? 'no limit' : `${budget.toLocaleString('en-US')} evaluator calls`],
    ['Outcome', numberText(outcome)],
  ];
  const lines = facts.map(([name = '', text = '']) =>
    caseElement('div', {}, caseElement('dt', {}, name), caseElement('dd', { dir: 'auto' }, text)),
  );
  list.replaceChildren(...lines);
}

/** An agent in words: its name, and its role where that is another. @param {Case} one @param {number} agent */
function caseAgent(one, agent) {
  const role = one.roles[agent] ?? `agent ${agent}`;
  const name = one.transcript?.agents[agent] ?? role;
  return name === role ? role : `${name} (${role})`;
}

/** Who blames whom, one line per side that blames. @param {HTMLElement} list @param {Case} one @param {CaseSides} sides */
function caseBlame(list, one, sides) {
  const lines = caseShown(sides).flatMap(([name, { label, blame }]) => {
    if (!blame) return [];
    return [
      caseElement('li', { 'data-side': name }, caseElement('strong', {}, label), `: ${caseBlameText(one, blame)}`),
    ];
  });
  list.replaceChildren(...lines);
  list.hidden = lines.length === 0;
}

/** @param {Case} one @param {Blame} blame */
function caseBlameText(one, { step, agent, reason }) {
  if (reason === 'undetermined') return 'it failed, and no declared error explains it';
  if (step === null) return 'no first error';
  return `first error at step ${step}${agent === null ? '' : `, by ${caseAgent(one, agent)}`}`;
}

/** Where two sides are furthest apart. @param {Case} one @param {Gap} gap @param {Side} first @param {Side} second */
function caseGapPlace(one, gap, first, second) {
  if (gap.part === 'agents') return caseAgent(one, gap.place);
  if (gap.part === 'messages') return `step ${gap.place}, ${caseAgent(one, one.authors[gap.place] ?? -1)}`;
  if (gap.share === 0) return `both: ${first.blame ? caseBlameText(one, first.blame) : ''}`;
  return [first, second].map(({ label, blame }) => `${label}: ${blame ? caseBlameText(one, blame) : ''}`).join('; ');
}

/** @param {Case} one @param {Gap} gap @param {Side} first @param {Side} second */
function caseGapText(one, gap, first, second) {
  const place = caseGapPlace(one, gap, first, second);
  if (gap.part === 'blame') return gap.share === 0 ? `no difference, ${place}` : `they differ in blame, ${place}`;
  return gap.share === 0 ? 'no difference' : `the largest difference is ${signedText(gap.difference)}, ${place}`;
}

/** Marks of blame at a message: who calls it the first error. @param {number} step @param {CaseSides} sides */
function caseMarks(step, sides) {
  return caseShown(sides)
    .filter(([, { blame }]) => blame?.step === step)
    .map(([, { label }]) => `✗ first error: ${label}`);
}

/**
 * The table of one part with the sentence above it, or the sentence alone where there is nothing to show.
 * @param {Part} part @param {Case} one @param {CaseSides} sides @param {CaseLook} look @param {string} truthName
 */
function casePart(part, one, sides, look, truthName) {
  const lines = part === 'messages' ? caseMessageLines(one, sides) : caseAgentLines(one);
  const find = (/** @type {string} */ name) =>
    /** @type {HTMLElement} the template has it */ (document.getElementById(name));
  find(`case-${part}-note`).textContent = casePartText(part, lines.length, sides, look, one.transcript !== null);
  const isSilent = caseShown(sides).every(([, side]) => !side[part]);
  find(`case-${part}-region`).hidden = lines.length === 0 || (part === 'agents' && isSilent);
  caseTable(find(`case-${part}`), part, lines, sides, look, truthName);
}

/** @param {Case} one @param {CaseSides} sides @returns {CaseLine[]} */
function caseMessageLines(one, sides) {
  return one.authors.map((author, place) => ({
    place,
    heading: `step ${place}, ${caseAgent(one, author)}`,
    said: one.transcript?.messages[place] ?? null,
    marks: caseMarks(place, sides),
  }));
}

/** @param {Case} one @returns {CaseLine[]} */
function caseAgentLines(one) {
  return one.roles.map((_, place) => ({ place, heading: caseAgent(one, place), said: null, marks: [] }));
}

/**
 * @param {Part} part @param {number} count @param {CaseSides} sides @param {CaseLook} look @param {boolean} isTold
 */
function casePartText(part, count, sides, look, isTold) {
  const noun = part === 'messages' ? 'message' : 'agent';
  if (count === 0) return 'A game has no messages: the agents are all there is.';
  const { truth, first, second } = sides;
  const silent = [first, second].flatMap(({ label, isTruth, why, [part]: numbers }) => {
    if (numbers || isTruth) return [];
    return [why === null ? `${label} gives no credit per ${noun}.` : `${label} has no credit here: ${why}.`];
  });
  const told =
    part === 'messages' && !isTold
      ? ['The journal holds no transcript of this episode, so only steps and authors are shown.']
      : [];
  const isSilent = !truth[part] && !first[part] && !second[part];
  if (isSilent)
    return [`Neither the truth nor a credit per ${noun} is known here.`, ...told, ...new Set(silent)].join(' ');
  return [
    first[part] && second[part]
      ? look.order === 'difference'
        ? 'The largest difference first.'
        : 'In the order of the transcript.'
      : 'No difference to sort by, so in the order of the transcript.',
    ...told,
    ...(truth[part] ? ['The tick on a bar is the truth.'] : [`The truth per ${noun} is not known here.`]),
    look.scale === 'own' ? 'Each column is scaled to its own largest number.' : 'All bars share one axis.',
    ...new Set(silent),
  ].join(' ');
}
