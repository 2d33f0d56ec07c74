import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../harness/package.ts';

const rooms = ['methods', 'tasks', 'harness', 'reports'] as const;

const filesIn = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const files = rooms.flatMap(filesIn);
const textOf = (file: string) => readFileSync(join(packageRoot, file), 'utf8');

/** Every `import … from` and `export … from`, as what it names. */
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/^(?:import|export)\s[^'"]*?from\s+'([^']+)'/gms)].map(([, name]) => name!);
const roomOf = (file: string) => file.split(/[/\\]/)[0]!;
const targetOf = (file: string, name: string) => relative(packageRoot, resolve(packageRoot, file, '..', name));

/** Which rooms a file may import from, besides packages and its own. */
function allowed(file: string): readonly string[] {
  if (/^harness[/\\]cli[/\\]/.test(file)) return ['harness', 'methods', 'tasks', 'reports'];
  return {
    methods: ['methods', 'harness'],
    tasks: ['tasks', 'harness'],
    harness: ['harness'],
    reports: ['reports', 'harness'],
  }[roomOf(file)]!;
}

describe('the house', () => {
  it('has files to read', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(200);
  });

  it.each(files)('%s imports one way only', (file) => {
    for (const name of importsOf(file).filter((one) => one.startsWith('.'))) {
      const target = targetOf(file, name);
      expect(allowed(file), `${file} imports ${target}`).toContain(roomOf(target));
      expect(name, `${file} imports ${name}`).toMatch(/\.ts$/);
    }
  });

  it.each(files.filter((file) => !/^harness[/\\]cli[/\\]/.test(file)))(
    '%s does not import the command line',
    (file) => {
      for (const name of importsOf(file)) expect(targetOf(file, name)).not.toMatch(/^harness[/\\]cli/);
    },
  );

  it('makes no number from the clock or from unseeded randomness', () => {
    for (const file of files.filter((one) => /^(methods|tasks|harness[/\\](statistics|laws))/.test(one)))
      expect(textOf(file), file).not.toMatch(/Math\.random|Date\.now|new Date|performance\.now/);
  });

  it('has a README of one screen in every folder', () => {
    for (const room of [...rooms, 'test', 'docs']) {
      const lines = readFileSync(join(packageRoot, room, 'README.md'), 'utf8').split('\n').length;
      expect(lines, room).toBeLessThanOrEqual(50);
    }
  });

  it('keeps files small', () => {
    const lengths = files.map((file) => textOf(file).split('\n').length).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(70);
    expect(lengths.at(-1)).toBeLessThanOrEqual(220);
  });

  it('justifies every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    const text = readFileSync(join(packageRoot, 'CONTRIBUTING.md'), 'utf8');
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) expect(text).toContain(name);
    const used = [...files, 'index.ts'].flatMap(importsOf).join('\n');
    for (const name of Object.keys(dependencies)) expect(used, name).toContain(name);
  });

  it('lists every method and task file in its catalog', () => {
    for (const room of ['methods', 'tasks'] as const) {
      const catalog = textOf(join(room, 'catalog.ts'));
      const defining = filesIn(room).filter((file) =>
        /^export const \w+ = (defineMethod|teamTask|gameTask|fixedGameTask|whoAndWhen)\(/m.test(textOf(file)),
      );
      expect(defining.length).toBeGreaterThan(10);
      for (const file of defining) expect(catalog).toContain(`./${relative(room, file).replaceAll('\\', '/')}`);
    }
  });

  it('names each method file after its method', () => {
    for (const file of filesIn('methods')) {
      const id = /defineMethod\(\{\s+id: '([^']+)'/.exec(textOf(file))?.[1];
      if (id !== undefined) expect(file.endsWith(`/${id}.ts`), `${file} defines ${id}`).toBe(true);
    }
  });

  it('points only to files that exist', () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      'test/README.md',
      'docs/README.md',
      ...rooms.map((room) => `${room}/README.md`),
    ];
    for (const page of pages)
      for (const [, target] of readFileSync(join(packageRoot, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g))
        expect(existsSync(join(packageRoot, page, '..', target!)), `${page}: ${target}`).toBe(true);
  });
});
