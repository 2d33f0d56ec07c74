export type Element = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
};

const name = '[A-Za-z_][\\w.-]*';
const tag = new RegExp(`^<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>`);

/** A document as a strict reader of XML sees it; throws where it is not well-formed. Comments, sections and types are not read. */
export function parseXml(text: string): Element {
  const forbidden = [...text].find((character) => !isAllowed(character.codePointAt(0)!));
  if (forbidden !== undefined) throw new Error(`${JSON.stringify(forbidden)}, which XML forbids`);
  let rest = text.replace(/^<\?xml [^?]*\?>\s*/, '');
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  while (rest !== '') {
    const match = tag.exec(rest);
    if (match === null) {
      const words = /^[^<]+/.exec(rest)?.[0];
      if (words === undefined) throw new Error(`no tag at ${rest.slice(0, 40)}`);
      unescaped(words);
      rest = rest.slice(words.length);
      continue;
    }
    rest = rest.slice(match[0].length);
    if (match[1] === '/') {
      if (open.pop()?.name !== match[2] || open.length === 0) throw new Error(`</${match[2]}> closes another element`);
      continue;
    }
    const pairs = [...match[3]!.matchAll(new RegExp(`(${name})="([^"]*)"`, 'g'))];
    const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key!, unescaped(value!)]));
    if (Object.keys(attributes).length < pairs.length) throw new Error(`<${match[2]}> has an attribute twice`);
    const element: Element = { name: match[2]!, attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (match[4] !== '/') open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (root.children.length !== 1) throw new Error(`${root.children.length} roots`);
  return root.children[0]!;
}

function unescaped(text: string): string {
  if (text.replace(/&#\d+;/g, '').includes('&')) throw new Error(`a bare & in ${text}`);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** The characters of XML 1.0. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}
