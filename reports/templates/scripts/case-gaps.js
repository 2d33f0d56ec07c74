// @ts-check

/**
 * Where two sides are furthest apart; `share` is of the largest number of the two, and 1 where they blame different steps.
 * @typedef {{ part: Part | 'blame', place: number, difference: number, share: number }} Gap
 */

/** One number minus another; what is rounding residue, below 10⁻¹² of either, is 0. @param {number} a @param {number} b */
function caseMinus(a, b) {
  const difference = a - b;
  return Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)) ? 0 : difference;
}

/** The size of a difference, to 12 digits: what is equal but for rounding keeps its order. @param {number} difference */
function caseSize(difference) {
  return Number(Math.abs(difference).toPrecision(12));
}

/**
 * The part they are furthest apart on of the parts that both speak of: messages before agents before blame.
 * @param {Side} first @param {Side} second @param {string | null} only @returns {Gap | null}
 */
function caseGap(first, second, only = null) {
  for (const part of /** @type {const} */ (['messages', 'agents'])) {
    const [a, b] = [first[part], second[part]];
    if ((only !== null && only !== part) || !a || !b || a.length !== b.length || a.length === 0) continue;
    const differences = a.map((value, place) => caseMinus(value, b[place] ?? 0));
    const sizes = differences.map(caseSize);
    const place = sizes.indexOf(Math.max(...sizes));
    const largest = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
    const difference = differences[place] ?? 0;
    return { part, place, difference, share: largest === 0 ? 0 : Math.abs(difference) / largest };
  }
  if ((only !== null && only !== 'blame') || !first.blame || !second.blame) return null;
  if (first.blame.reason === 'undetermined' || second.blame.reason === 'undetermined') return null;
  const apart = first.blame.step !== second.blame.step || first.blame.agent !== second.blame.agent;
  return { part: 'blame', place: first.blame.step ?? -1, difference: 0, share: apart ? 1 : 0 };
}

/** @param {Side} side @param {string} part */
function caseSpeaks(side, part) {
  return side[/** @type {Part | 'blame'} the parts of a side */ (part)] !== null;
}

/**
 * Who leads a board that the episode belongs to and has a credit here, the message board before others, and the part it is about.
 * @param {CaseData} data @param {Case} one @returns {{ method: string, part: string } | null}
 */
function caseLeader(data, one) {
  const isMessages = (/** @type {{ board: string }} */ { board }) => Number(board === 'message');
  const leaders = [...(data.tasks[one.task]?.leaders ?? [])].sort((a, b) => isMessages(b) - isMessages(a));
  const ranked = leaders.map(({ board, method }) => ({
    method: data.methods[method]?.name ?? '',
    part: casePartOf[board],
  }));
  const others = one.credits
    .map(([method]) => data.methods[method])
    .flatMap((method) => (method && !method.control ? [method.name] : []))
    .flatMap((method) => ['messages', 'agents', 'blame'].map((part) => ({ method, part })));
  return [...ranked, ...others].find(({ method, part }) => caseSpeaks(caseSide(data, one, method, null), part)) ?? null;
}

/**
 * Of the methods that are no controls, the one furthest from `first` on the part its board is about; the truth where there is no other.
 * @param {CaseData} data @param {Case} one @param {string} first
 */
function caseOpponent(data, one, first) {
  const leader = caseLeader(data, one);
  const own = caseSide(data, one, first, caseEstimand(data, one, first, null));
  const part = leader?.method === first ? leader.part : null;
  let furthest = { method: caseTruth, share: -1 };
  for (const [method] of one.credits) {
    const { name = '', control = true } = data.methods[method] ?? {};
    if (control || name === first) continue;
    const gap = caseGap(own, caseSide(data, one, name, null), part);
    if (gap && gap.share > furthest.share) furthest = { method: name, share: gap.share };
  }
  return first === caseTruth && furthest.share < 0 ? (leader?.method ?? caseTruth) : furthest.method;
}

/**
 * The episode to open with: where the leader and its opponent are furthest apart, one with messages if there is any.
 * @param {CaseData} data
 */
function caseTelling(data) {
  let best = { one: data.cases[0] ?? null, worth: -1 };
  for (const one of data.cases) {
    const first = caseLeader(data, one)?.method ?? caseTruth;
    const estimand = caseEstimand(data, one, first, null);
    const gap = caseGap(
      caseSide(data, one, first, estimand),
      caseSide(data, one, caseOpponent(data, one, first), estimand),
    );
    const worth = (gap?.share ?? 0) + (one.authors.length > 0 ? 3 : 0);
    if (worth > best.worth) best = { one, worth };
  }
  return best.one;
}

/**
 * The episodes on which both sides speak, those where they are furthest apart first.
 * @param {CaseData} data @param {readonly Case[]} cases @param {string} first @param {string} second @param {string | null} asked
 */
function caseGaps(data, cases, first, second, asked) {
  return cases
    .flatMap((one) => {
      const estimand = caseEstimand(data, one, first === caseTruth ? second : first, asked);
      const gap = caseGap(caseSide(data, one, first, estimand), caseSide(data, one, second, estimand));
      return gap ? [{ one, gap }] : [];
    })
    .sort((a, b) => b.gap.share - a.gap.share);
}
