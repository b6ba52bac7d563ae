/** The lines that a function of a watched text tells of (lower/3-transform/traced.ts), as the emitted text has them. */
import type { Code } from './object/function.js';
import type { Unit } from './unit.js';

const TOLD = /\$trace(?:Line|Turn)\(\$f, (\d+)/g;

/** In the order of the text; none where nobody watches. */
export function toldLines(code: Code): number[] {
  const { js } = (code.unit as Unit).compiled;
  const start = js.indexOf(`$u.code(${code.index},`);
  const end = js.indexOf('$u.code(', start + 1);
  const own = js.slice(start, end < 0 ? undefined : end);
  return [...own.matchAll(TOLD)].map(([, line]) => Number(line));
}

/** The line of a function that has just been called; a module of Python 3 is before its first one. */
export const beginning = (code: Code): number =>
  code.index === 0 && (code.unit as Unit).rt.dialect === 3 ? 0 : code.firstLine;
