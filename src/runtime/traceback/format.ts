/** Tracebacks as the interpreter prints them when nothing caught an exception. */
import { findAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { PyBaseException, type PyTraceback } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { PyList, PyTuple } from '../object/values.js';
import { positionAt, sourceLine } from '../unit.js';
import { lineOf } from '../builtins/exceptions.js';
import { carets } from './carets.js';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** The whole text for an exception: chained exceptions first, each with its frames. */
export function formatTraceback(e: Py, seen = new Set<Py>()): string {
  if (!(e instanceof PyBaseException)) return `${str(e)}\n`;
  seen.add(e);
  if (rt.dialect === 2) return frames(e) + exceptionOnly(e);
  let before = '';
  if (e.cause !== null && !seen.has(e.cause)) before = formatTraceback(e.cause, seen) + CAUSE;
  else if (e.context !== null && e.context !== undefined && !e.suppressContext && !seen.has(e.context)) {
    before = formatTraceback(e.context, seen) + CONTEXT;
  }
  const exceptions = findAttr(e, 'exceptions');
  if (exceptions instanceof PyTuple && e.c$.mro.some((c) => c.name === 'BaseExceptionGroup')) return before + groupText(e, exceptions.items, seen);
  return before + frames(e) + exceptionOnly(e);
}

function frames(e: PyBaseException): string {
  if (e.tb === null) return '';
  return `Traceback (most recent call last):\n${formatFrames(e.tb)}`;
}

const RECURSIVE_CUTOFF = 3;

/** The entries of a traceback; the fourth and later repetitions of a line are counted instead. */
export function formatFrames(tb: PyTraceback | null): string {
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
    if (rt.dialect === 2 || count <= RECURSIVE_CUTOFF) parts.push(formatFrame(t, line));
  }
  flush();
  return parts.join('');
}

function formatFrame(t: PyTraceback, line: number): string {
  const { unit } = t.code;
  const head = `  File "${unit.filename}", line ${line}, in ${t.code.name}\n`;
  if (unit.filename.startsWith('<') && unit.filename !== '<stdin>' && unit.filename !== '<string>') return head;
  if (unit.filename === '<string>' || unit.filename === '<stdin>') return head;
  const text = sourceLine(unit, line);
  const stripped = text.trim();
  if (stripped === '') return head;
  if (rt.dialect === 2 || t.line !== null) return `${head}    ${stripped}\n`;
  return `${head}${carets(t, positionAt(unit, t.position))}`;
}

/** `ValueError: text`, with notes. */
export function exceptionOnly(e: PyBaseException): string {
  const cls = e.c$;
  const module = cls.moduleName;
  const name = rt.dialect === 2 ? cls.name : cls.qualname;
  const shown = typeof module !== 'string' || module === 'builtins' || module === 'exceptions' || (module === '__main__' && rt.dialect === 3) || rt.dialect === 2 ? name : `${module}.${name}`;
  const syntax = cls.mro.some((c) => c.name === 'SyntaxError' && !c.isHeap) ? syntaxLocation(e) : null;
  let text: string;
  try {
    text = syntax === null ? str(e) : str((e as Py).x$msg ?? '<no detail available>');
  } catch {
    text = rt.dialect === 2 ? '' : '<exception str() failed>';
  }
  const first = `${syntax ?? ''}${shown}${text === '' ? '' : `: ${text}`}\n`;
  return first + notes(e);
}

function notes(e: PyBaseException): string {
  const list = findAttr(e, '__notes__');
  if (!(list instanceof PyList || list instanceof PyTuple)) return '';
  return list.items.map((note: Py) => `${typeof note === 'string' ? note : str(note)}\n`).join('');
}

/** The file, line and caret of a SyntaxError. */
function syntaxLocation(e: Py): string {
  const { x$filename: filename, x$lineno: line, x$offset: offset, x$text: text, x$end_lineno: endLine, x$end_offset: endOffset } = e;
  if (typeof line !== 'number') return '';
  let result = `  File "${typeof filename === 'string' ? filename : '<string>'}", line ${line}\n`;
  if (typeof text !== 'string') return result;
  const stripped = text.replace(/[\r\n]+$/, '').replace(/^[ \t\f]+/, '');
  const lead = text.replace(/[\r\n]+$/, '').length - stripped.length;
  result += `    ${stripped}\n`;
  if (typeof offset !== 'number' || offset < 1) return result;
  const at = Math.max(0, offset - 1 - lead);
  let width = 1;
  if (rt.dialect === 3 && typeof endOffset === 'number' && endOffset > 0) {
    width = endLine === line ? endOffset - offset : stripped.length - at;
    if (width < 1) width = 1;
  }
  return `${result}    ${' '.repeat(at)}${'^'.repeat(width)}\n`;
}

/** An exception group: a tree in boxes, as CPython draws it. */
function groupText(e: PyBaseException, exceptions: readonly Py[], seen: Set<Py>, depth = 0): string {
  const indent = '  '.repeat(depth);
  const margin = `${indent}  | `;
  const box = (text: string) => text.replace(/^(?=.)/gm, margin).replace(/^$/gm, '');
  let out = `${indent}  + Exception Group Traceback (most recent call last):\n`;
  out += box(formatFrames(e.tb));
  out += box(exceptionOnly(e));
  exceptions.forEach((inner, i) => {
    const open = i === 0 ? `${indent}  +-+` : `${indent}    +`;
    out += `${open}---------------- ${i + 1} ----------------\n`;
    const nested = findAttr(inner, 'exceptions');
    if (nested instanceof PyTuple && inner.c$.mro.some((c: Py) => c.name === 'BaseExceptionGroup')) {
      out += groupText(inner, nested.items, seen, depth + 1).replace(new RegExp(`^${'  '.repeat(depth + 1)}  \\+ `), `${indent}    | `);
    } else out += formatTraceback(inner, seen).replace(/^(?=.)/gm, `${indent}    | `);
  });
  return `${out}${indent}    +------------------------------------\n`;
}
