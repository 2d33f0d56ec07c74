// @ts-check

/** Draws the table whose lines a fold keeps as JSON beside an empty frame, the first time it is opened. @param {HTMLDetailsElement} fold */
function drawFrame(fold) {
  const frame = fold.querySelector(':scope > template');
  const data = fold.querySelector(':scope > script');
  if (!(frame instanceof HTMLTemplateElement) || !(data instanceof HTMLScriptElement)) return;
  const part = document.importNode(frame.content, true);
  const pack = JSON.parse(data.textContent ?? '');
  if (data.dataset['draw'] === 'pairs') fillPairs(part, pack);
  else fillBoard(part, pack);
  frame.replaceWith(part);
  data.remove();
  fold.querySelector(':scope > .waiting')?.remove();
  creditbenchState.drawn(fold);
}
