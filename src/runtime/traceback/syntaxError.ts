/** A SyntaxError's own place: file, line and carets before the message. */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';

/** The text for a SyntaxError that is called `name`. */
export function syntaxErrorText(e: Py, name: string): string {
  const { x$filename: filename, x$lineno: line, x$msg: msg } = e;
  const hasLine = line !== null && line !== undefined;
  const place = hasLine ? `  File "${isGiven(filename) ? str(filename) : '<string>'}", line ${str(line)}\n` : '';
  const suffix = !hasLine && isGiven(filename) ? ` (${str(filename)})` : '';
  const message = isGiven(msg) ? str(msg) : rt.dialect === 2 ? str(e) : '<no detail available>';
  return `${place}${sourceText(e)}${name}: ${message}${suffix}\n`;
}

const isGiven = (value: Py): boolean => value !== null && value !== undefined && value !== '';

function sourceText({
  x$text: text,
  x$offset: offset,
  x$lineno: line,
  x$end_lineno: endLine,
  x$end_offset: endOffset,
}: Py): string {
  if (typeof text !== 'string') return '';
  if (rt.dialect === 2) return sourceText2(text, offset);
  const whole = text.replace(/\n+$/, '');
  const shown = whole.replace(/^[ \n\f]+/, '');
  const shownLine = `    ${shown}\n`;
  if (typeof offset !== 'number') return shownLine;
  const removed = whole.length - shown.length;
  let start = offset;
  let end = whole.length + 1;
  if (line === endLine || (line == null && endLine == null))
    end = typeof endOffset === 'number' && endOffset !== 0 ? endOffset : start;
  if (text !== '' && start > text.length) start = whole.length + 1;
  if (text !== '' && end > text.length) end = whole.length + 1;
  if (start >= end || end < 0) end = start + 1;
  const column = start - 1 - removed;
  if (column < 0) return shownLine;
  const before = shown.slice(0, column).replace(/\S/g, ' ').padEnd(Math.min(column, shown.length), ' ');
  return `${shownLine}    ${before}${'^'.repeat(end - start)}\n`;
}

/** Python 2 marks one character, at most the last one of the line. */
function sourceText2(given: string, offset: Py): string {
  let text = given;
  let at = typeof offset === 'number' ? offset : -1;
  if (at === -1) return `    ${text}${text.endsWith('\n') ? '' : '\n'}`;
  if (at > 0 && at === text.length && text.endsWith('\n')) at--;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n')) {
    at -= end + 1;
    text = text.slice(end + 1);
  }
  const shown = text.replace(/^[ \t]+/, '');
  at -= text.length - shown.length;
  return `    ${shown}${shown.endsWith('\n') ? '' : '\n'}    ${' '.repeat(Math.max(0, at - 1))}^\n`;
}
