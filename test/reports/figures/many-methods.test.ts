import { expect, test } from 'vitest';
import { boardSections } from '../../../reports/board-tables.ts';
import { budgetFigure } from '../../../reports/figures/budget-figure.ts';
import { criticalFigure } from '../../../reports/figures/critical-figure.ts';
import { differenceFigure } from '../../../reports/figures/difference-figure.ts';
import { drawnOnce } from '../../../reports/figures/drawn-once.ts';
import { profileFigure } from '../../../reports/figures/profile-figure.ts';
import { standaloneSvg } from '../../../reports/figures/standalone-svg.ts';
import type { Summary } from '../../../reports/summary.ts';
import { hostile } from '../example-manifest.ts';
import { largeSummary } from '../large-summary.ts';
import { manyMethods } from './many-methods.ts';

const budgets = drawnOnce(async (summary: Summary) => (await budgetFigure(boardSections(summary, 'agent')[0]!))!);
const profiles = drawnOnce(async (summary: Summary) => (await profileFigure(summary.boards.at(-1)!))!);
const [five, six] = [manyMethods(5), manyMethods(6)];

test('small multiples > five methods share a panel, six have one each', async () => {
  expect((await budgets(five)).panels).toHaveLength(1);
  expect((await budgets(six)).panels).toHaveLength(6);
  expect((await profiles(five)).panels).toHaveLength(1);
  expect((await profiles(six)).panels).toHaveLength(6);
});

test('small multiples > the panels stand in the order of the ranks and say their numbers', async () => {
  const { panels } = await budgets(six);
  expect(panels.map(({ heading }) => heading).slice(0, 2)).toEqual([
    hostile.html,
    'method-01[with=options,that=are-long]',
  ]);
  expect(panels[1]!.label).toContain('0.150 at 64 evaluator calls, 0.150 at no limit');
});

test('small multiples > profiles of more than twelve methods draw the best twelve, say so, and keep all numbers', async () => {
  const { panels, caption, numbers } = await profiles(manyMethods(14));
  expect(panels).toHaveLength(12);
  expect(panels[0]!.heading).toBe(hostile.html);
  expect(caption.join(' ')).toContain('One panel for each of the 12 best of 14 methods');
  expect(numbers!.lines).toHaveLength(15);
});

test('small multiples > lines over budgets of more than twelve methods are those of the best twelve, which it says', async () => {
  const { panels, caption } = await budgets(manyMethods(14));
  expect(panels.map(({ heading }) => heading?.slice(0, 9))).toEqual([
    hostile.html.slice(0, 9),
    ...Array.from({ length: 11 }, (_, place) => `method-${String(place + 1).padStart(2, '0')}`),
  ]);
  expect(caption).toContain(
    'Drawn are the 12 best of 14 methods; the numbers of all stand in the tables of this board.',
  );
  expect((await budgets(six)).caption.join(' ')).not.toContain('Drawn are');
});

test('rows > of more than twelve methods the best twelve are drawn, and the table keeps all mean ranks', async () => {
  const table = largeSummary(40).boards.find(({ budget }) => budget === null)!;
  const differences = (await differenceFigure(table))!;
  expect(differences.panels[0]!.label.split('; ')).toHaveLength(12);
  expect(differences.caption.join(' ')).toContain('Drawn are the 12 best of 39 methods');
  const critical = await criticalFigure(table);
  if (critical === null || 'reason' in critical) throw new Error('no diagram');
  expect(critical.panels[0]!.svg).toContain('12.3<');
  expect(critical.panels[0]!.svg).not.toContain('13.3<');
  expect(critical.numbers!.lines).toHaveLength(40);
  expect(critical.numbers!.lines[0]!.cells[1]!.text).toBe('20 others');
});

test('small multiples > a file holds all panels in three columns, with their names as text', async () => {
  const figure = await budgets(six);
  const text = standaloneSvg(figure);
  expect(text.match(/<svg x="/g)).toHaveLength(6);
  expect([...text.matchAll(/<svg x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => `${x} ${y}`)).toEqual([
    '0 38',
    '272 38',
    '544 38',
    '0 190',
    '272 190',
    '544 190',
  ]);
  expect(text).toContain('>Relative error against budget</text>');
  expect(text).toContain('>&#60;img src=x onerror=alert(1)&#62;</text>');
  expect(text).not.toMatch(/var\(|<img/);
});
