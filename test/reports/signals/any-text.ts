import fc from 'fast-check';

/** Any text a model may produce: line ends, quotes, half a surrogate pair, markup. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a\nb', '"', '\ud800', '\u2028', '', '</script><img src=x onerror=alert(1)>', 'ошибки', '{{x}}'),
);
