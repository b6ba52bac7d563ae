/** What CPython warns about (SyntaxWarning) in a text that it compiles. */
import type { Span } from '../ast.js';
import type { SourceText } from '../source.js';

/** A warning, with the place that a SyntaxError made of it would name. */
export interface PyWarning {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The source line; null where CPython looks it up in the file. */
  readonly text: string | null;
}

/** About a span that the compiler (not the parser) sees: columns count bytes, and the line is looked up later. */
export function compilerWarning(source: SourceText, message: string, { start, end }: Span): PyWarning {
  return {
    message,
    line: source.position(start).line,
    column: source.utf8Column(start) + 1,
    endLine: source.position(end).line,
    endColumn: source.utf8Column(end) + 1,
    text: null,
  };
}

/** About a token. */
export function tokenWarning(source: SourceText, message: string, { start, end }: Span): PyWarning {
  const { line } = source.position(start);
  const endLine = source.position(end).line;
  const text = source.line(line);
  return {
    message,
    line,
    column: source.characterColumn(start) + 1,
    endLine,
    // Of a token that goes on, only the first line is looked at.
    endColumn:
      endLine === line ? source.characterColumn(end) + 1 : Math.min(source.characterColumn(end), text.length) + 1,
    text: endLine === line ? `${text}\n` : text,
  };
}

/** About a character that the tokenizer has just passed. */
export function tokenizerWarning(source: SourceText, message: string, offset: number): PyWarning {
  const { line } = source.position(offset);
  const column = source.characterColumn(offset) + 1;
  return { message, line, column, endLine: line, endColumn: column, text: source.line(line) };
}
