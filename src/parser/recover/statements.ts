/** Where the statements of a text begin and end, found without its grammar: it need not be a program. */

/** A logical line: a simple statement, or the header of a compound one with what follows the colon. */
export interface Statement {
  /** First and last line, counted from 1. */
  readonly first: number;
  readonly last: number;
  /** The whitespace before it. */
  readonly indent: string;
  /** Its first line without that. */
  readonly text: string;
  /** Whether its brackets never close. */
  readonly isOpen: boolean;
}

const OPENERS = '([{';
const CLOSERS = ')]}';

/** A line that begins so, no deeper than a statement whose brackets are open, is not a part of that. */
const KEYWORD =
  /^(?:@|(?:assert|async|break|class|continue|def|del|elif|except|finally|global|import|nonlocal|pass|raise|return|try|while|with)\b)/;
const ANY_STATEMENT = /^[\p{L}_@]/u;

/** The logical lines of a text, in order. */
export function statementsOf(lines: readonly string[]): Statement[] {
  const found: Statement[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const text = line.trimStart();
    if (text === '' || text.startsWith('#')) {
      at++;
      continue;
    }
    const indent = line.slice(0, line.length - text.length);
    const { end, isOpen } = endOf(lines, at, indent);
    found.push({ first: at + 1, last: end + 1, indent, text, isOpen });
    at = end + 1;
  }
  return found;
}

/** The index of the statement's last line; where brackets never close, of the one before the next statement. */
function endOf(lines: readonly string[], start: number, indent: string): { end: number; isOpen: boolean } {
  const scan = new Scan();
  let likely: number | undefined;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > start && scan.isBetween) {
      const text = line.trimStart();
      const isOutside = text !== '' && line.length - text.length <= indent.length;
      if (isOutside && KEYWORD.test(text)) return { end: likely ?? at - 1, isOpen: true };
      if (isOutside && ANY_STATEMENT.test(text)) likely ??= at - 1;
    }
    if (scan.endsWith(line)) return { end: at, isOpen: false };
  }
  return { end: (scan.isBetween ? likely : undefined) ?? lines.length - 1, isOpen: scan.isBetween };
}

/** What is open at the end of a line. */
class Scan {
  private depth = 0;
  /** The quotes of a string that goes on. */
  private quotes = '';

  /** Inside of brackets, but not of a string. */
  get isBetween(): boolean {
    return this.quotes === '' && this.depth > 0;
  }

  /** Reads a line; whether the statement ends with it. */
  endsWith(line: string): boolean {
    let at = 0;
    while (at < line.length) {
      const char = line[at]!;
      if (this.quotes !== '') at = this.inString(line, at);
      else if (char === '#') break;
      else if (char === '"' || char === "'") {
        this.quotes = line.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
        at += this.quotes.length;
      } else {
        if (OPENERS.includes(char)) this.depth++;
        else if (CLOSERS.includes(char) && this.depth > 0) this.depth--;
        at++;
      }
    }
    const goesOn = line.endsWith('\\');
    // A string in single quotes ends with its line, whether it is closed or not.
    if (this.quotes.length === 1 && !goesOn) this.quotes = '';
    return this.quotes === '' && this.depth === 0 && !goesOn;
  }

  /** The place behind the next part of a string. */
  private inString(line: string, at: number): number {
    if (line[at] === '\\') return at + 2;
    if (!line.startsWith(this.quotes, at)) return at + 1;
    const end = at + this.quotes.length;
    this.quotes = '';
    return end;
  }
}
