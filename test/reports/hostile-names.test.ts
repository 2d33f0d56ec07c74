import { expect, test } from 'vitest';
import { renderCsv } from '../../reports/formats/csv.ts';
import { latexText } from '../../reports/formats/latex-text.ts';
import { markdownBlock, markdownCode, markdownText } from '../../reports/formats/markdown-text.ts';
import { renderHtml } from '../../reports/page.ts';
import { renderBoards } from '../../reports/terminal.ts';
import { hostile } from './example-manifest.ts';
import { exampleSummary } from './example-summary.ts';

test("html > a name is never an element, and there is no script but the page's own", async () => {
  const whole = await renderHtml(exampleSummary);
  const html = whole.replace(/<script(?: type="application\/json" id="[\w-]+")?>.*?<\/script>/gs, '');
  expect(whole.match(/<script>/g)).toHaveLength(1);
  expect(html).toContain('&lt;img src');
  expect(html).not.toMatch(/<(img|script|iframe|object|link)\b|<b>(?![−\d])/i);
  expect(html).not.toMatch(/(src|href)="(?!#|figures\/[a-z0-9-]+\.svg")/);
  expect(html).not.toMatch(/url\((?!#)/);
});

test('html > a name is text in a chart too, where all methods share one', async () => {
  const boards = exampleSummary.boards.filter(({ budget, estimand }) => budget === null && estimand === 'shapley');
  const html = await renderHtml({ ...exampleSummary, boards });
  const chart = html.slice(html.indexOf('class="marks"'), html.indexOf('</svg>', html.indexOf('class="marks"')));
  expect(chart).toContain(hostile.html.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
});

test('markdown > no character of a text starts markup', () => {
  expect(markdownText('a|b <b> *c* [d](e) `f`\ng')).toBe(
    'a&#124;b &#60;b&#62; &#42;c&#42; &#91;d&#93;(e) &#96;f&#96; g',
  );
  expect(markdownCode(hostile.html)).toBe(`\`${hostile.html}\``);
  expect(markdownCode('a`|b')).toBe('<code>a&#96;&#124;b</code>');
  expect(markdownBlock('``` x', 'json')).toBe('````json\n``` x\n````');
});

test('latex > every special character is a command', () => {
  expect(latexText('\\end{table} 5% a_b #1 $x^2$ ~&')).toBe(
    '\\textbackslash{}end\\{table\\} 5\\% a\\_b \\#1 \\$x\\textasciicircum{}2\\$ \\textasciitilde{}\\&',
  );
});

test.each(['=1+1', '+1', '-1', '@a', '\tx'])('csv > a spreadsheet takes %j for text', (method) => {
  const [score] = exampleSummary.scores;
  const line = renderCsv({ boards: [], scores: [{ ...score!, method, value: -0.5 }] }).split('\n')[1];
  expect(line).toContain(`"'${method}"`);
  expect(line).toContain(',-0.5,');
});

test('csv > quotes, commas and line breaks stay inside their cell', () => {
  const [score] = exampleSummary.scores;
  expect(renderCsv({ boards: [], scores: [{ ...score!, method: 'a,"b"\nc' }] })).toContain(',"a,""b""\nc",');
});

test('terminal > a name cannot steer the terminal', () => {
  const [table] = exampleSummary.boards;
  const standings = table!.standings.map((standing) => ({ ...standing, method: '\u001b[2J\u009b31m\u202ex\r' }));
  const text = renderBoards({ ...exampleSummary, boards: [{ ...table!, standings }] }, 120);
  expect(text).toContain('�[2J�31m�x');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});

test('html > is the same text every time', async () => {
  expect(await renderHtml(exampleSummary)).toBe(await renderHtml(exampleSummary));
});
