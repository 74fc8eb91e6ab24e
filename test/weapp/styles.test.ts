import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from 'sass';
import { filesBelow } from '../../config/pages';

const SRC = path.resolve(__dirname, '../../src');
/** `points__entry`, `y-note`: a page's own, and those of all pages. `y-tag--` is put together with a word later. */
const NAME = /\b(y-[a-z][\w-]*|[a-z]+__[a-z][\w-]*)/g;

/** A class without a style is a word that was mistyped, or a style that was moved away under a page. */
describe('classes and styles', () => {
  const files = filesBelow(SRC);
  const text = (ending: RegExp) => files.filter((file) => ending.test(file));
  const styled = new Set(
    text(/\.scss$/).flatMap((file) => {
      const selectors = compile(file).css.replace(/\{[^{}]*\}/g, '{}');
      return [...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name ?? '');
    }),
  );
  const named = new Set(
    text(/\.tsx?$/).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(NAME)].map(([name]) => name)),
  );
  const begun = [...named].filter((name) => name.endsWith('-'));

  it('has a style for every class that a page names', () => {
    expect([...named].filter((name) => !name.endsWith('-') && !styled.has(name))).toEqual([]);
  });

  it('has no style that nobody wears', () => {
    const own = [...styled].filter((name) => name.match(NAME)?.[0] === name);
    const idle = own.filter((name) => !named.has(name) && !begun.some((start) => name.startsWith(start)));
    expect(idle).toEqual([]);
  });
});
