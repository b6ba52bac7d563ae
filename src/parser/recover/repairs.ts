/** What could stand in place of a statement that is an error, so that what follows it can be read. */
import type { PySyntaxError } from '../errors.js';
import type { Statement } from './statements.js';

/** New lines by their numbers, counted from 1. */
export type Repair = ReadonlyMap<number, string>;

/** Headers that keep what their blocks and the clauses after them may say. */
const HEADERS: readonly (readonly [RegExp, string])[] = [
  [/^if\b/, 'if True:'],
  [/^elif\b/, 'elif True:'],
  [/^else\b/, 'else:'],
  [/^(?:async\s+)?for\b/, 'for _ in ():'],
  [/^while\b/, 'while True:'],
  [/^try\b/, 'try:'],
  [/^except\s*\*/, 'except* Exception:'],
  [/^except\b/, 'except Exception:'],
  [/^finally\b/, 'finally:'],
  [/^(?:async\s+)?with\b/, 'if True:'],
  [/^async\s+def\b/, 'async def _():'],
  [/^def\b/, 'def _():'],
  [/^class\b/, 'class _:'],
  [/^match\b.*:\s*(?:#.*)?$/, 'match _:'],
  [/^case\b.*:/, 'case 0:'],
];

/** The possible repairs for the error of a statement, those first that keep most of the text. */
export function repairsOf(
  error: PySyntaxError,
  lines: readonly string[],
  statements: readonly Statement[],
  index: number,
): Repair[] {
  const statement = statements[index]!;
  if (error.type === 'TabError') return [untabbed(lines)];
  if (error.message.startsWith('expected an indented block')) return [withBlock(lines, statements[index - 1])];
  if (error.message === 'unexpected indent' || error.message.startsWith('unindent does not match'))
    return [
      ...targets(statements, index).map((target) => shifted(lines, statements, index, target)),
      without(statements.slice(index, endOfBlock(statements, index))),
    ];
  const open = openTry(statements, index);
  const own = [...asHeader(statements, index), ...removed(statements, index)];
  return open === undefined ? own : [replaced(open, 'if True:'), ...own, replaced(statement, '')];
}

/** The statement's lines give way to one text. */
function replaced({ first, last, indent }: Statement, text: string): Repair {
  const repair = new Map<number, string>();
  for (let line = first; line <= last; line++) repair.set(line, '');
  return repair.set(first, text === '' ? '' : indent + text);
}

const headerFor = (text: string): string | undefined => HEADERS.find(([start]) => start.test(text))?.[1];

/** A sound header in place of one that is not. */
function asHeader(statements: readonly Statement[], index: number): Repair[] {
  const statement = statements[index]!;
  const header = headerFor(statement.text);
  if (header === undefined) return [];
  const text = hasBlock(statements, index) ? header : `${header} pass`;
  // A clause without what it belongs to is a statement of its own.
  return [replaced(statement, text), replaced(statement, text.replace(/^.*?:/, 'if True:'))];
}

/** No statement at all: neither what belongs to it as its block, nor a decorator before it. */
function removed(statements: readonly Statement[], index: number): Repair[] {
  const block = statements.slice(index + 1, endOfBlock(statements, index + 1, statements[index]!.indent.length + 1));
  const own = replaced(statements[index]!, statements[index]!.indent === '' ? '' : 'pass');
  let start = index;
  while (start > 0 && statements[start - 1]!.text.startsWith('@')) start--;
  const alone = new Map([...own, ...without(block)]);
  return [alone, new Map([...alone, ...without(statements.slice(start, index))])];
}

const hasBlock = (statements: readonly Statement[], index: number): boolean =>
  (statements[index + 1]?.indent.length ?? 0) > statements[index]!.indent.length;

/** The index behind the statements from `index` on that are at least so deep. */
function endOfBlock(
  statements: readonly Statement[],
  index: number,
  depth = statements[index]?.indent.length ?? 0,
): number {
  let end = index;
  while (end < statements.length && statements[end]!.indent.length >= depth) end++;
  return end;
}

const without = (statements: readonly Statement[]): Repair =>
  new Map(statements.flatMap((statement) => [...replaced(statement, '')]));

/** The header with a block behind its colon. */
function withBlock(lines: readonly string[], header: Statement | undefined): Repair {
  if (header === undefined) return new Map();
  const sound = headerFor(header.text);
  if (sound !== undefined) return replaced(header, `${sound} pass`);
  return new Map([[header.last, `${lines[header.last - 1]} pass`]]);
}

/** The statement, and those that follow at its depth, under another indentation. */
function shifted(lines: readonly string[], statements: readonly Statement[], index: number, target: string): Repair {
  const { indent } = statements[index]!;
  const repair = new Map<number, string>();
  for (const statement of statements.slice(index, endOfBlock(statements, index)))
    repair.set(statement.first, target + lines[statement.first - 1]!.slice(indent.length));
  return repair;
}

/** Indentations for a statement that has a wrong one. Too deep: that of the one before. Between two depths: both. */
function targets(statements: readonly Statement[], index: number): string[] {
  const { indent } = statements[index]!;
  const outer = statements.slice(0, index).map((statement) => statement.indent);
  const previous = outer.at(-1) ?? '';
  if (indent.length > previous.length) return [previous];
  const shallower = outer.findLastIndex(({ length }) => length < indent.length);
  return [outer[shallower + 1] ?? '', outer[shallower] ?? ''];
}

function untabbed(lines: readonly string[]): Repair {
  return new Map(
    lines.map((line, i) => [i + 1, line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '        '))] as const),
  );
}

/** The `try` whose block ends before the statement, if that is none of its clauses. */
function openTry(statements: readonly Statement[], index: number): Statement | undefined {
  const { indent, text } = statements[index]!;
  for (let at = index - 1; at >= 0; at--) {
    const earlier = statements[at]!;
    if (earlier.indent.length < indent.length) return undefined;
    if (/^try\b/.test(earlier.text) && hasBlock(statements, at)) {
      const isClause = earlier.indent.length === indent.length && /^(?:except|finally)\b/.test(text);
      return isClause ? undefined : earlier;
    }
    if (earlier.indent.length === indent.length && !hasBlock(statements, at)) return undefined;
    if (/^(?:except|finally|else)\b/.test(earlier.text)) return undefined;
  }
  return undefined;
}
