// @ts-check

/**
 * @typedef {import('../../views/case-data.ts').CaseData} CaseData
 * @typedef {CaseData['cases'][number]} Case
 * @typedef {'agents' | 'messages'} Part
 * @typedef {{ step: number | null, agent: number | null, reason: string | null }} Blame
 */

/**
 * The truth or a method, and what it says of one episode; `why` where it says nothing.
 * @typedef {{
 *   label: string,
 *   isTruth: boolean,
 *   agents: readonly number[] | null,
 *   messages: readonly number[] | null,
 *   errors: { agents: readonly number[] | null, messages: readonly number[] | null },
 *   blame: Blame | null,
 *   why: string | null,
 * }} Side
 */

const caseTruth = '@truth';
const casePartOf = { agent: 'agents', message: 'messages', blame: 'blame', learning: 'agents' };

/**
 * The data with its vectors as numbers: some are written as the base64 of their doubles.
 * @param {import('../../views/case-data.ts').PackedCaseData} packed @returns {CaseData}
 */
function caseUnpacked(packed) {
  return {
    ...packed,
    vectors: packed.vectors.map((vector) => (typeof vector === 'string' ? caseDoubles(vector) : vector)),
  };
}

/** @param {string} text the base64 of doubles, the low byte first */
function caseDoubles(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 8 }, (_, place) => view.getFloat64(8 * place, true));
}

/** @param {CaseData} data @param {Case} one */
function caseKey(data, one) {
  return `${data.tasks[one.task]?.id}/${one.instance}@${one.seed}`;
}

/** What a truth per agent there is, the headline first. @param {Case} one @returns {('shapley' | 'banzhaf' | 'removal' | 'realised')[]} */
function caseEstimands(one) {
  return /** @type {const} */ (['shapley', 'banzhaf', 'removal', 'realised']).filter((name) => one.truth[name]);
}

/**
 * The truth per agent to show: what is asked for, else what the method targets, else the first there is.
 * @param {CaseData} data @param {Case} one @param {string} method @param {string | null} asked
 */
function caseEstimand(data, one, method, asked) {
  const known = caseEstimands(one);
  const targets = data.methods.find(({ name }) => name === method)?.targets ?? [];
  return known.find((name) => name === asked) ?? known.find((name) => targets.includes(name)) ?? known[0] ?? null;
}

/**
 * @param {CaseData} data @param {Case} one @param {string} name a method, or `@truth` @param {string | null} estimand of the truth per agent
 * @returns {Side}
 */
function caseSide(data, one, name, estimand) {
  const none = { agents: null, messages: null };
  if (name === caseTruth) {
    const { truth } = one;
    const key = /** @type {'shapley' | null} an estimand of the truth per agent, or none */ (estimand);
    const errors = truth.standardErrors;
    const first = truth['first-error'];
    return {
      label: 'truth',
      isTruth: true,
      agents: (key && truth[key]) ?? null,
      messages: truth.advantage ?? null,
      errors: { agents: (key && errors?.[key]) ?? null, messages: errors?.advantage ?? null },
      blame: first
        ? {
            step: first.step,
            agent: first.step === null ? null : first.agent,
            reason: first.step === null ? first.reason : null,
          }
        : null,
      why: null,
    };
  }
  const place = data.methods.findIndex((method) => method.name === name);
  const credit = one.credits.find(([method]) => method === place);
  if (!credit)
    return { label: name, isTruth: false, ...none, errors: none, blame: null, why: caseAbsence(data, one, place) };
  const [, agents, messages, step, agent] = credit;
  return {
    label: name,
    isTruth: false,
    agents: data.vectors[agents] ?? null,
    messages: data.vectors[messages] ?? null,
    errors: none,
    blame:
      step === undefined
        ? null
        : { step, agent: agent ?? (step === null ? null : (one.authors[step] ?? null)), reason: null },
    why: null,
  };
}

/** @param {CaseData} data @param {Case} one @param {number} method */
function caseAbsence(data, one, method) {
  const why = data.absences[one.absence]?.find(([place]) => place === method)?.[1];
  return why ?? 'the journal holds no row of it';
}
