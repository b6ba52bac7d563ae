/** "Did you mean": names like one that was not found. */

import { frameOfTraceback } from '../builtins/exceptions.js';
import { importModule } from '../import/importFunction.js';
import { stdlibNames } from '../import/stdlibNames.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import {
  AttributeError,
  ImportError,
  isInstanceOf,
  NameError,
  type PyBaseException,
  type PyTraceback,
} from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import { nearest } from '../object/nearest.js';
import type { Code } from '../object/function.js';
import type { Py } from '../object/object.js';
import { positionAt, sourceLine } from '../unit.js';

/** What is added to the message: `. Did you mean: 'x'?` and the like, or nothing. */
export function suggestion(e: PyBaseException): string {
  if (isInstanceOf(e, ImportError)) return meant(e, text(e, 'name_from'));
  const isAttribute = isInstanceOf(e, AttributeError);
  if (!isAttribute && !isInstanceOf(e, NameError)) return '';
  const name = text(e, 'name');
  if (name === null) return '';
  if (isAttribute) return meant(e, name);
  const found = meant(e, name);
  if (!stdlibNames().has(name)) return found;
  return found === '' ? `. Did you forget to import '${name}'?` : `${found} Or did you forget to import '${name}'?`;
}

function text(e: PyBaseException, field: string): string | null {
  const value = findAttr(e, field);
  return typeof value === 'string' ? value : null;
}

function meant(e: PyBaseException, name: string | null): string {
  const found = name === null ? null : suggestedName(e, name);
  return found === null ? '' : `. Did you mean: '${found}'?`;
}

/** The name that was probably meant where `name` was not found; null where none is near. */
export function suggestedName(e: PyBaseException, name: string): string | null {
  try {
    return nearestFor(e, name);
  } catch {
    return null;
  }
}

function nearestFor(e: PyBaseException, name: string): string | null {
  if (isInstanceOf(e, AttributeError))
    return nearest(visible(directory((e as Py).x$obj), name, selfOf(e.tb) === (e as Py).x$obj), name);
  if (isInstanceOf(e, ImportError)) {
    const module = importModule(text(e, 'name') ?? '', null, [], 0);
    return nearest(visible(directory(module), name, false), name);
  }
  const last = lastOf(e.tb);
  if (last === null) return null;
  const self = selfOf(last);
  if (self !== undefined && findAttr(self, name) !== undefined) return `self.${name}`;
  const frame = frameOfTraceback.current(last);
  const names = [
    ...localNames(last).filter((local) => (e as Py).unboundLocals?.includes(local) !== true),
    ...toArray(getAttr(frame, 'f_globals')),
    ...toArray(getAttr(frame, 'f_builtins')),
  ];
  return nearest(names, name);
}

function lastOf(tb: PyTraceback | null): PyTraceback | null {
  let last = tb;
  while (last?.next != null) last = last.next;
  return last;
}

/** The value of `self` in the frame where the exception came from, where it is known. */
function selfOf(tb: PyTraceback | null): Py {
  return lastOf(tb)?.self;
}

/** The local variables of the frame, but for those that cannot have a value yet: nothing above the line names them. */
function localNames(tb: PyTraceback): string[] {
  const { varnames, cellvars, freevars, index, unit, firstLine } = tb.code as Code;
  if (index === 0) return [];
  const line = tb.line ?? positionAt(unit, tb.position).line;
  const lines = [sourceLine(unit, firstLine)];
  for (let above = firstLine + 1; above < line; above++) lines.push(sourceLine(unit, above));
  leaveInnerFunctions(lines);
  const named = new Set(lines.join('\n').match(/[\p{ID_Start}_]\p{ID_Continue}*/gu));
  return [...varnames, ...cellvars].filter((name) => named.has(name)).concat(freevars);
}

/** Keeps only the name of each function that is defined in the lines, since what it names is its own. */
function leaveInnerFunctions(lines: string[]): void {
  let inside = Infinity;
  for (const [i, text] of lines.entries()) {
    if (i === 0 || text.trim() === '') continue;
    const indent = text.length - text.trimStart().length;
    if (indent > inside) lines[i] = '';
    else {
      const [, name] = /^\s*(?:async\s+)?def\s+([\p{ID_Start}_]\p{ID_Continue}*)/u.exec(text) ?? [];
      inside = name === undefined ? Infinity : indent;
      if (name !== undefined) lines[i] = name;
    }
  }
}

const directory = (o: Py): Py[] => toArray(call(rt.builtins.$dir, [o]));

/** Names with an underscore are meant only by one who writes one. */
function visible(names: Py[], wrong: string, isSelf: boolean): Py[] {
  return wrong.startsWith('_') || isSelf
    ? names
    : names.filter((name) => typeof name === 'string' && !name.startsWith('_'));
}
