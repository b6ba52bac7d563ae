/**
 * Where CPython's library defines what we have in TypeScript, for those who ask (`inspect.getsource`, `help`): line and docstring, found in
 * the library's text by the words `class` and `def` and their indentation.
 */
import { readFileSync } from 'node:fs';
import { isFile, nativePath } from '../import/paths.js';
import { moduleState, rt } from '../object/context.js';

export interface Definition {
  readonly file: string;
  /** From 1; of the first decorator, if there are any. */
  readonly line: number;
  readonly doc: string | null;
}

interface Text {
  readonly file: string;
  readonly lines: readonly string[];
}

const texts = () => moduleState('texts of the library', () => new Map<string, Text | null>());

function textOf(module: string): Text | null {
  const known = texts();
  let text = known.get(module);
  if (text === undefined) {
    const base = `${String(rt.state.get('library path'))}/${module.replaceAll('.', '/')}`;
    const file = [`${base}.py`, `${base}/__init__.py`].find(isFile);
    text = file === undefined ? null : { file, lines: readFileSync(nativePath(file), 'utf8').split('\n') };
    known.set(module, text);
  }
  return text;
}

/** The library's file for a module, or undefined. */
export const libraryFileOf = (module: string): string | undefined => textOf(module)?.file;

/** @param qualname a class or function of the module, or a method of a class (`Process.start`). */
export function definitionIn(module: string, qualname: string): Definition | null {
  const text = rt.dialect === 3 ? textOf(module) : null;
  if (text === null) return null;
  const { lines, file } = text;
  let range = { from: 0, to: lines.length };
  let at = -1;
  for (const name of qualname.split('.')) {
    at = find(lines, name, range, at < 0 ? -1 : indentOf(lines[at]!));
    if (at < 0) return null;
    range = { from: at + 1, to: endOf(lines, at) };
  }
  return { file, line: firstDecorator(lines, at) + 1, doc: docAfter(lines, at) };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);

/** The line that defines a name in a range of lines, deeper than `outer`, and where nothing but an `if` for this system stands around it. */
function find(lines: readonly string[], name: string, { from, to }: { from: number; to: number }, outer: number) {
  const pattern = new RegExp(`^(\\s*)(?:async )?(?:class|def) ${name}\\b`);
  for (let i = from; i < to; i++) {
    const found = pattern.exec(lines[i]!);
    if (found !== null && isHere(lines, i, outer)) return i;
  }
  return -1;
}

function isHere(lines: readonly string[], at: number, outer: number): boolean {
  let indent = indentOf(lines[at]!);
  for (let i = at - 1; i >= 0 && indent > 0; i--) {
    const line = lines[i]!;
    if (isBlank(line) || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    if (indent === outer) return true;
    const words = line.trim();
    if (words === 'else:') {
      while (--i >= 0 && (isBlank(lines[i]!) || indentOf(lines[i]!) > indent || !/^\s*if /.test(lines[i]!)));
      if (i < 0 || !isForWindows(lines[i]!)) return false;
    } else if (!words.startsWith('if ') || isForWindows(words)) return false;
  }
  return outer < 0;
}

const isForWindows = (line: string): boolean => line.includes("== 'win32'");

/** The line behind the block that begins at `at`. */
function endOf(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at]!);
  let i = at + 1;
  while (i < lines.length && (isBlank(lines[i]!) || /^\s*\)/.test(lines[i]!) || indentOf(lines[i]!) > indent)) i++;
  return i;
}

function firstDecorator(lines: readonly string[], at: number): number {
  let first = at;
  while (first > 0 && lines[first - 1]!.trim().startsWith('@')) first--;
  return first;
}

/** The text that the body of a definition begins with. */
function docAfter(lines: readonly string[], at: number): string | null {
  let i = at;
  while (i < lines.length && !/:\s*(#.*)?$/.test(lines[i]!)) i++;
  do i++;
  while (i < lines.length && isBlank(lines[i]!));
  const rest = lines.slice(i).join('\n');
  const found = /^\s*[rR]?(?:("""|''')([^]*?)\1|(["'])(.*?)\3)/.exec(rest);
  return found === null ? null : dedented(found[2] ?? found[4]!);
}

/** As the compiler leaves a docstring: without what all its lines but the first begin with. */
function dedented(doc: string): string {
  const [first, ...rest] = doc.split('\n');
  const margin = Math.min(...rest.filter((line) => line.trim() !== '').map(indentOf));
  return [first!.trimStart(), ...rest.map((line) => (line.trim() === '' ? '' : line.slice(margin)))].join('\n');
}
