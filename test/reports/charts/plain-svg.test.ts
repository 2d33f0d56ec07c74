import { expect, test } from 'vitest';
import { plainSvg } from '../../../reports/charts/plain-svg.ts';

const root = '<svg font-family="system-ui, sans-serif" font-size="11px" ';
const plain = (inside: string) =>
  plainSvg(`<svg class="marks" version="1.1">${inside}</svg>`).replace(`${root}class="marks">`, '').slice(0, -6);

test('plain svg > what says nothing goes, what is seen stays', () => {
  expect(
    plain(
      '<g class="mark-text" role="graphics-object"><text x2="0" opacity="1" font-size="11px" fill="red">a</text></g>',
    ),
  ).toBe('<text fill="red">a</text>');
  expect(plain('<text font-size="9px" opacity="0.5" font-family="monospace">a</text>')).toBe(
    '<text font-size="9px" opacity="0.5" font-family="monospace">a</text>',
  );
});

test('plain svg > an empty group goes and takes no end of another with it', () => {
  expect(plain('<g clip-path="url(#a)"><g transform="translate(1,2)"><path d=""/></g><g class="x"/></g><rect/>')).toBe(
    '<rect/>',
  );
  expect(plain('<g fill="none"><g><line/></g><g/></g>')).toBe('<g fill="none"><line/></g>');
});

test('plain svg > words keep what looks like an attribute', () => {
  expect(plain('<text>a role="x" opacity="1" &lt;g/&gt;</text>')).toBe(
    '<text>a role="x" opacity="1" &lt;g/&gt;</text>',
  );
});

test('plain svg > clips of the same shape are one, clips of another stay', () => {
  const clip = (id: string, width: number) => `<clipPath id="${id}"><rect width="${width}"/></clipPath>`;
  const uses = (...ids: string[]) => ids.map((id) => `<path clip-path="url(#${id})" d="M0,0"/>`).join('');
  expect(plain(`${uses('c1', 'c12', 'c3')}${clip('c1', 5)}${clip('c12', 5)}${clip('c3', 6)}`)).toBe(
    `${uses('c1', 'c1', 'c3')}${clip('c1', 5)}${clip('c3', 6)}`,
  );
});
