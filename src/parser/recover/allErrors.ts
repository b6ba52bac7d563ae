/** All syntax errors of a text, where CPython stops at the first one. */
import type { PySyntaxError } from '../errors.js';
import { type ParseOptions, type ParseResult, parseModule } from '../parse.js';
import { type Repair, repairsOf } from './repairs.js';
import { type Statement, statementsOf } from './statements.js';

/** Nobody reads more, and each one costs as much as reading the text. */
const MOST = 100;

/** The errors in the order of their lines, and what is left of the program without them (null: nothing to go on with). */
export interface AllErrors {
  readonly errors: readonly PySyntaxError[];
  readonly rest: (ParseResult & { readonly ok: true }) | null;
}

/**
 * Reads a text; for each error, goes on with something else in the place of the statement that it is in. What is then
 * said to be wrong elsewhere is wrong by itself: an error that comes from what was taken away is not reported.
 */
export function parseAll(text: string, options: ParseOptions): AllErrors {
  const errors: PySyntaxError[] = [];
  let lines = text.split(/\r\n|\r|\n/);
  let result = parseModule(text, options);
  /** The words of what was taken away. */
  const gone = new Set<string>();
  for (let turn = 0; !result.ok && turn < 2 * MOST; turn++) {
    const error = result.errors[0]!;
    if (!isConsequence(error, gone)) errors.push(error);
    const next = errors.length < MOST ? repaired(error, lines, options) : null;
    if (next === null) break;
    for (const number of next.repair.keys())
      for (const word of lines[number - 1]?.match(/[\p{L}\p{N}_]+/gu) ?? []) gone.add(word);
    ({ lines, result } = next);
  }
  errors.sort((a, b) => a.line - b.line || a.column - b.column);
  return { errors, rest: result.ok ? result : null };
}

interface Next {
  readonly repair: Repair;
  readonly lines: string[];
  readonly result: ParseResult;
}

/** The first repair that ends the trouble in the statement; null if there is none. */
function repaired(error: PySyntaxError, lines: readonly string[], options: ParseOptions): Next | null {
  if (error.type === 'MemoryError') return null;
  const statements = statementsOf(lines);
  const index = indexAt(statements, error.line);
  if (index < 0) return null;
  const { first, last } = statements[index]!;
  // What leaves another error in the place where it was one of indentation is better than nothing.
  let second: Next | null = null;
  for (const repair of candidates(error, lines, statements, index)) {
    if (![...repair].some(([number, line]) => lines[number - 1] !== line)) continue;
    const changed = lines.map((line, i) => repair.get(i + 1) ?? line);
    const next = { repair, lines: changed, result: parseModule(changed.join('\n'), options) };
    if (next.result.ok) return next;
    const { line, message } = next.result.errors[0]!;
    if (line < first || line > last) return next;
    if (message !== error.message && error.type !== 'SyntaxError') second ??= next;
  }
  return second;
}

/** The repairs of the statement; where one before has left a bracket open, first those of that one. */
function candidates(
  error: PySyntaxError,
  lines: readonly string[],
  statements: readonly Statement[],
  index: number,
): Repair[] {
  const own = repairsOf(error, lines, statements, index);
  const open = statements.findIndex(({ isOpen }) => isOpen);
  if (open < 0 || open >= index) return own;
  return [...repairsOf({ ...error, type: 'SyntaxError', message: '' }, lines, statements, open), ...own];
}

/** The statement that a line is in, or the last one before it. */
function indexAt(statements: readonly Statement[], line: number): number {
  const after = statements.findIndex(({ first }) => first > line);
  return (after < 0 ? statements.length : after) - 1;
}

/** Whether it is about a name that is missing because a statement was taken away. */
function isConsequence({ message }: PySyntaxError, gone: ReadonlySet<string>): boolean {
  const name = /^no binding for nonlocal '(.+)' found$/.exec(message)?.[1];
  return name !== undefined && gone.has(name);
}
