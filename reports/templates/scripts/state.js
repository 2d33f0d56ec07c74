// @ts-check

/**
 * What the page shows, kept in the address as `#section?key=value`: every state is a link, and back and forward work.
 * A key without a value is not in the address.
 */
const creditbenchState = (() => {
  /** @type {((state: URLSearchParams) => void)[]} */
  const listeners = [];
  /** @type {((part: Element) => void)[]} */
  const drawers = [];
  let seen = location.hash;

  /** @param {string} hash */
  const parse = (hash) => {
    const text = hash.replace(/^#/, '');
    const mark = text.indexOf('?');
    return mark < 0
      ? { section: decoded(text), state: new URLSearchParams() }
      : { section: decoded(text.slice(0, mark)), state: new URLSearchParams(text.slice(mark + 1)) };
  };

  /** @param {string} section @param {URLSearchParams} state */
  const format = (section, state) => {
    state.sort();
    const query = state.toString();
    return `#${encodeURIComponent(section)}${query === '' ? '' : `?${query}`}`;
  };

  /** @param {string} hash @param {boolean} replace */
  const go = (hash, replace) => {
    if (hash === location.hash || (hash === '#' && location.hash === '')) return false;
    history[replace ? 'replaceState' : 'pushState'](null, '', hash);
    seen = location.hash;
    return true;
  };

  const tell = () => {
    for (const listener of listeners) listener(parse(location.hash).state);
  };

  /** Brings into view what moves while what stands above it gets its height. @param {Element} target */
  const settle = (target) => {
    target.scrollIntoView();
    let top = target.getBoundingClientRect().top;
    let [frames, still] = [20, 0];
    const again = () => {
      const moved = Math.abs(target.getBoundingClientRect().top - top) >= 1;
      still = moved ? 0 : still + 1;
      if (moved) target.scrollIntoView();
      top = target.getBoundingClientRect().top;
      if (frames-- > 0 && still < 3) requestAnimationFrame(again);
    };
    // Whoever scrolls or clicks has arrived.
    for (const input of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      addEventListener(input, () => (frames = 0), { once: true, passive: true, capture: true });
    requestAnimationFrame(again);
  };

  /** The section of the address, opened where it is folded, brought into view. @param {string} section @param {boolean} focus */
  const reveal = (section, focus) => {
    const target = section === '' ? null : document.getElementById(section);
    if (target === null) return;
    for (let fold = target.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    settle(target);
    if (!focus) return;
    if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  };

  const follow = () => {
    if (location.hash === seen) return;
    seen = location.hash;
    tell();
    reveal(parse(location.hash).section, false);
  };

  addEventListener('popstate', follow);
  addEventListener('hashchange', follow);
  addEventListener('DOMContentLoaded', () => reveal(parse(location.hash).section, false));
  // Again where it stands once everything above it has its height.
  addEventListener('load', () => {
    requestAnimationFrame(() => reveal(parse(location.hash).section, false));
  });
  // A link inside the page keeps the state it says nothing about.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const wanted = parse(link.getAttribute('href') ?? '');
    const { state } = parse(location.hash);
    if (state.toString() === '' && wanted.state.toString() === '') {
      const target = document.getElementById(wanted.section);
      const fold = target?.closest('details');
      if (fold) fold.open = true;
      // The browser follows the link itself; what it passes on the way may still grow.
      if (target) requestAnimationFrame(() => settle(target));
      return;
    }
    event.preventDefault();
    for (const [key, value] of wanted.state) state.set(key, value);
    go(format(wanted.section, state), false);
    tell();
    reveal(wanted.section, true);
  });

  return {
    /** The id of the section in the address; empty where there is none. */
    section: () => parse(location.hash).section,
    /** @param {string} key @returns {string | null} */
    get: (key) => parse(location.hash).state.get(key),
    /** @param {string} key @param {string | null} value @param {boolean} [replace] without a step in the history */
    set(key, value, replace = false) {
      const { section, state } = parse(location.hash);
      if (value === null || value === '') state.delete(key);
      else state.set(key, value);
      if (go(format(section, state), replace)) tell();
    },
    /** Called after every change, also by back and forward, and not for the state the page opened with. @param {(state: URLSearchParams) => void} listener */
    onChange: (listener) => void listeners.push(listener),
    /** Called with every part of the page that a script draws later. @param {(part: Element) => void} drawer */
    onDraw: (drawer) => void drawers.push(drawer),
    /** @param {Element} part */
    drawn(part) {
      for (const drawer of drawers) drawer(part);
    },
  };
})();

/** A name from the address, as it is where it is no such name. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
