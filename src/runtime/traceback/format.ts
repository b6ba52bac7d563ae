/** Tracebacks as the interpreter prints them when nothing caught an exception. */

import { seenFilename } from '../import/frozen.js';
import { showsColumns } from '../builtins/debugRanges.js';
import { lineOf } from '../builtins/exceptions.js';
import { findAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { moduleIn2 } from '../object/inPython.js';
import { PyBaseException, type PyTraceback } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { type PyType, shortTypeName } from '../object/type.js';
import { PyList, PyTuple } from '../object/values.js';
import { toUnicode2 } from '../builtins/toUnicode2.js';
import { caughtValue2 } from '../builtins/oldStyle2.js';
import { positionAt } from '../unit.js';
import { markedLines } from './carets.js';
import { sourceLines } from './sourceLines.js';
import { suggestion } from './suggestions.js';
import { syntaxErrorText } from './syntaxError.js';

export const HEADER = 'Traceback (most recent call last):\n';
const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
/** Exceptions of a group that are shown, and groups in each other. */
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;
const RECURSIVE_CUTOFF = 3;

/**
 * The whole text for an exception: chained exceptions first, each with its frames.
 * @param byInterpreter Python 2's own words for what its `traceback` says in others.
 */
export function formatTraceback(e: Py, byInterpreter = false): string {
  if (!(e instanceof PyBaseException)) return `${str(e)}\n`;
  if (rt.dialect === 2)
    return (e.tb === null ? '' : HEADER + formatFrames(e.tb, byInterpreter)) + exceptionOnly(e, byInterpreter);
  const out = new Output();
  out.exception(e);
  return out.text;
}

/** The same in the pieces that `traceback.format_exception` gives; null where there are groups, notes or SyntaxErrors in it. */
export function exceptionPieces(e: PyBaseException): string[] | null {
  const pieces: string[] = [];
  for (const [message, part] of chainOf(e, new Set())) {
    if (groupOf(part) !== null || isSyntaxError(part.c$) || findAttr(part, '__notes__') !== undefined) return null;
    if (message !== null) pieces.push(message);
    if (part.tb !== null || part.isHeaded) pieces.push(HEADER);
    pieces.push(...framePieces(part.tb), exceptionOnly(part));
  }
  return pieces;
}

/** An exception and what it was raised from, oldest first, each with the sentence that follows it before the next. */
function chainOf(e: PyBaseException, seen: Set<Py>): [string | null, PyBaseException][] {
  const parts: [string | null, PyBaseException][] = [];
  for (let at: PyBaseException | null = e; at !== null; ) {
    seen.add(at);
    const { cause, context } = at as { cause: Py; context: Py };
    let [message, next]: [string | null, PyBaseException | null] = [null, null];
    if (cause !== null && !seen.has(cause)) [message, next] = [CAUSE, cause];
    else if (cause === null && context != null && !at.suppressContext && !seen.has(context))
      [message, next] = [CONTEXT, context];
    parts.push([message, at]);
    at = next;
  }
  return parts.reverse();
}

/** The text while it is written: inside of groups each line has a margin. */
class Output {
  text = '';
  private depth = 0;
  private needsClose = false;
  private readonly seen = new Set<Py>();

  private emit(text: string, margin = '|'): void {
    const before = this.depth === 0 ? '' : `${'  '.repeat(this.depth)}${margin} `;
    this.text += before === '' ? text : text.replace(/^(?!$(?![\s\S]))/gm, before);
  }

  exception(e: PyBaseException): void {
    for (const [message, part] of chainOf(e, this.seen)) {
      if (message !== null) this.emit(message);
      const inner = groupOf(part);
      if (inner === null) {
        if (part.tb !== null || part.isHeaded) this.emit(HEADER);
        if (part.tb !== null) this.emit(formatFrames(part.tb));
        this.emit(exceptionOnly(part));
      } else if (this.depth > MAX_GROUP_DEPTH) this.emit(`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`);
      else this.group(part, inner);
    }
  }

  private group(e: PyBaseException, exceptions: readonly Py[]): void {
    const isTop = this.depth === 0;
    if (isTop) this.depth++;
    if (e.tb !== null) {
      this.emit(`Exception Group ${HEADER}`, isTop ? '+' : '|');
      this.emit(formatFrames(e.tb));
    }
    this.emit(exceptionOnly(e));
    const count = Math.min(exceptions.length, MAX_GROUP_WIDTH + 1);
    this.needsClose = false;
    for (let i = 0; i < count; i++) {
      const isLast = i === count - 1;
      // The last one's own last exception may close the box for both.
      if (isLast) this.needsClose = true;
      const isCut = i >= MAX_GROUP_WIDTH;
      this.text += `${'  '.repeat(this.depth)}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`;
      this.depth++;
      if (isCut)
        this.emit(
          `and ${exceptions.length - MAX_GROUP_WIDTH} more exception${exceptions.length - MAX_GROUP_WIDTH > 1 ? 's' : ''}\n`,
        );
      else this.exception(exceptions[i]);
      if (isLast && this.needsClose) {
        this.text += `${'  '.repeat(this.depth)}+------------------------------------\n`;
        this.needsClose = false;
      }
      this.depth--;
    }
    if (isTop) this.depth = 0;
  }
}

/** The exceptions of a group. */
function groupOf(e: PyBaseException): readonly Py[] | null {
  if (!e.c$.mro.some((cls) => cls.qualname === 'BaseExceptionGroup' && !cls.isHeap)) return null;
  const exceptions = findAttr(e, 'exceptions');
  return exceptions instanceof PyTuple ? exceptions.items : null;
}

/** The entries of a traceback; the fourth and later repetitions of a line are counted instead. */
export const formatFrames = (tb: PyTraceback | null, byInterpreter = false, withMarks = true): string =>
  framePieces(tb, byInterpreter, withMarks).join('');

function framePieces(tb: PyTraceback | null, byInterpreter = false, withMarks = true): string[] {
  const parts: string[] = [];
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (rt.dialect === 3 && count > RECURSIVE_CUTOFF) {
      const more = count - RECURSIVE_CUTOFF;
      parts.push(`  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`);
    }
  };
  for (let t = tb; t !== null; t = t.next) {
    const line = lineOf(t);
    const key = `${t.code.unit.filename}:${line}:${t.code.name}`;
    if (key === last) count++;
    else {
      flush();
      last = key;
      count = 1;
    }
    if (rt.dialect === 2 || count <= RECURSIVE_CUTOFF) parts.push(formatFrame(t, line, byInterpreter, withMarks));
  }
  flush();
  return parts;
}

function formatFrame(t: PyTraceback, line: number, byInterpreter: boolean, withMarks: boolean): string {
  const { unit } = t.code;
  const file = seenFilename(unit.filename);
  const head = `  File "${file}", line ${line}, in ${t.code.name}\n`;
  if (file !== unit.filename) return head;
  if (!withMarks || rt.dialect === 2 || t.line !== null || t.position <= 0 || !showsColumns()) {
    const source = sourceLines(unit, line, line)?.[0]?.trimStart() ?? '';
    // Python 2's interpreter shows what stands behind the statement.
    const text = rt.dialect === 2 && byInterpreter ? source : source.trimEnd();
    return text === '' ? head : `${head}    ${text}\n`;
  }
  const position = positionAt(unit, t.position);
  const lines = sourceLines(unit, line, position.endLine)?.map((text) => text.trimEnd()) ?? null;
  return lines === null ? head : head + markedLines(lines, position);
}

/** `ValueError: text`, with notes. */
export function exceptionOnly(e: PyBaseException, byInterpreter = false): string {
  const name = rt.dialect === 2 && !byInterpreter ? shortTypeName(e.c$) : shownName(e.c$);
  if (isSyntaxError(e.c$)) return syntaxErrorText(e, name) + notes(e);
  let text: string;
  try {
    text = str(caughtValue2(e));
  } catch {
    text = rt.dialect === 3 || byInterpreter ? '<exception str() failed>' : escaped(e);
  }
  if (rt.dialect === 3) text += suggestion(e);
  return `${name}${text === '' ? '' : `: ${text}`}\n${notes(e)}`;
}

const isSyntaxError = ({ mro }: PyType): boolean => mro.some((cls) => cls.qualname === 'SyntaxError' && !cls.isHeap);

/** What Python 2's `traceback` shows of a text that is no ASCII. */
function escaped(e: PyBaseException): string {
  try {
    return toUnicode2(e).value.replace(/[^\0-\x7f]/gu, (character: string) => {
      const code = character.codePointAt(0)!.toString(16);
      if (code.length <= 2) return `\\x${code}`;
      return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
    });
  } catch {
    return `<unprintable ${shortTypeName(e.c$)} object>`;
  }
}

/** The name of an exception's class before its text. */
export function shownName(cls: PyType): string {
  const module = rt.dialect === 2 ? moduleIn2(cls.moduleName) : cls.moduleName;
  if (rt.dialect === 2)
    return module === 'exceptions' || module === 'builtins' || typeof module !== 'string'
      ? shortTypeName(cls)
      : `${module}.${shortTypeName(cls)}`;
  if (module === 'builtins' || module === '__main__') return cls.qualname;
  return `${typeof module === 'string' ? module : '<unknown>'}.${cls.qualname}`;
}

function notes(e: PyBaseException): string {
  if (rt.dialect === 2) return '';
  let list: Py;
  try {
    list = findAttr(e, '__notes__');
  } catch (error) {
    return `Ignored error getting __notes__: ${error instanceof PyBaseException ? repr(error) : error}\n`;
  }
  if (list === undefined || list === null) return '';
  if (list instanceof PyList || list instanceof PyTuple)
    return list.items.map((note: Py) => `${safely(note, str, 'note str()')}\n`).join('');
  return `${safely(list, repr, '__notes__ repr()')}\n`;
}

function safely(value: Py, show: (value: Py) => string, what: string): string {
  try {
    return show(value);
  } catch {
    return `<${what} failed>`;
  }
}
