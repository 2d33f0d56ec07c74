// @ts-check

// Which folds are open stands in the address as `open`, so that a link shows what its sender saw.
(() => {
  const folds = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details[id]'));
  let isPrinting = false;
  let isWaiting = false;

  const openFolds = () =>
    [...folds()]
      .filter((fold) => fold.open)
      .map(({ id }) => id)
      .join(',');

  const restore = () => {
    const open = new Set((creditbenchState.get('open') ?? '').split(','));
    for (const fold of folds()) if (fold.open !== open.has(fold.id)) fold.open = open.has(fold.id);
  };

  const record = () => {
    isWaiting = false;
    if (isPrinting) return;
    creditbenchState.set('open', openFolds(), true);
  };

  document.addEventListener(
    'toggle',
    () => {
      if (isWaiting) return;
      isWaiting = true;
      // Many folds that open at once are one change.
      setTimeout(record, 50);
    },
    true,
  );
  creditbenchState.onChange((state) => {
    if (!isWaiting && (state.get('open') ?? '') !== openFolds()) restore();
  });
  if (creditbenchState.get('open') !== null) restore();

  // Paper cannot be unfolded.
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  const unfold = () => {
    if (isPrinting) return;
    isPrinting = true;
    opened = [...document.querySelectorAll('details')].filter((fold) => !fold.open);
    for (const fold of opened) {
      fold.open = true;
      drawFold(fold);
    }
  };
  const refold = () => {
    for (const fold of opened) fold.open = false;
    opened = [];
    setTimeout(() => {
      isPrinting = false;
    }, 100);
  };
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', refold);
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? unfold() : refold()));
})();
