/** Tokens outside of the root element: of what precedes it, of a document type's declarations and of what follows the root. */
import { endOfRun, IGNORED, LITERAL } from './names.js';
import { INCOMPLETE, Scanner } from './scanner.js';

/** A token's kind: for punctuation what is written, with `name?` and the like for a name that has its quantifier. */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'instruction'
  | 'xml'
  | 'open'
  | 'start'
  | 'name'
  | 'nmtoken'
  | 'name?'
  | 'name*'
  | 'name+'
  | '#name'
  | 'literal'
  | '%'
  | '%name'
  | '('
  | ')'
  | ')?'
  | ')*'
  | ')+'
  | '|'
  | ','
  | '['
  | ']'
  | '>'
  | '<!['
  | ']]>';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins and ends. */
  readonly at: number;
  readonly end: number;
}

const SPACES = /[ \t\r\n]+/y;
const DECLARATION = /[A-Za-z]+/y;

export class PrologScanner extends Scanner {
  /** The token at `pos`, which stays where it is. */
  token(): Token {
    const { text, pos } = this;
    const c = text[pos]!;
    switch (c) {
      case '<':
        return this.markup();
      case '"':
      case "'":
        return this.literal(c);
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        return this.make('space', this.endOfSpaces());
      case '%':
        return this.percent();
      case '#':
        return this.make('#name', this.endOfName(pos + 1));
      case ')':
        return this.close();
      case ']':
        return this.bracket();
      case '(':
      case '|':
      case ',':
      case '[':
      case '>':
        return this.make(c, pos + 1);
      default:
        return this.nameToken();
    }
  }

  /** A carriage return at the end may be the first half of a line end. */
  private endOfSpaces(): number {
    const { text, pos } = this;
    const end = endOfRun(SPACES, text, pos);
    if (end < text.length || text[end - 1] !== '\r' || this.final) return end;
    if (end - 1 === pos) throw INCOMPLETE;
    return end - 1;
  }

  private make(kind: TokenKind, end: number): Token {
    return { kind, text: this.text.slice(this.pos, end), at: this.pos, end };
  }

  private markup(): Token {
    const { text, pos } = this;
    const c = text[pos + 1];
    if (c === '?') {
      const { target, end } = this.instruction();
      return this.make(target === 'xml' ? 'xml' : 'instruction', end);
    }
    if (c !== '!') {
      const { any, plain } = this.names;
      if (endOfRun(this.hasNamespaces ? plain : any, text, pos + 1) === pos + 1) this.invalid(pos + 1);
      return this.make('start', pos + 1);
    }
    if (text[pos + 2] === '-') return this.make('comment', this.comment());
    if (text[pos + 2] === '[') return this.make('<![', pos + 3);
    const end = endOfRun(DECLARATION, text, pos + 2);
    if (end === pos + 2 || !' \t\r\n%'.includes(text[end] ?? '')) this.invalid(end);
    if (end === text.length) throw INCOMPLETE;
    return this.make('open', end);
  }

  private literal(quote: string): Token {
    const { text, pos } = this;
    let i = pos + 1;
    for (;;) {
      i = endOfRun(LITERAL, text, i);
      const c = text[i];
      if (c === quote) break;
      if (c !== '"' && c !== "'") this.invalid(i);
      i++;
    }
    const next = text[++i];
    if (next === undefined && !this.final) throw INCOMPLETE;
    return next === undefined || ' \t\r\n>%['.includes(next) ? this.make('literal', i) : this.invalid(i);
  }

  private percent(): Token {
    const { text, pos } = this;
    const next = text[pos + 1];
    if (next === undefined) throw INCOMPLETE;
    if (' \t\r\n%'.includes(next)) return this.make('%', pos + 1);
    return this.make('%name', this.expect(this.endOfName(pos + 1), ';'));
  }

  private close(): Token {
    const { text, pos } = this;
    const next = text[pos + 1];
    if (next === undefined && !this.final) throw INCOMPLETE;
    if (next === '*' || next === '?' || next === '+') return this.make(`)${next}`, pos + 2);
    return next === undefined || ' \t\r\n,|)>'.includes(next) ? this.make(')', pos + 1) : this.invalid(pos + 1);
  }

  private bracket(): Token {
    const { text, pos } = this;
    const next = text[pos + 1];
    if (next === undefined && !this.final) throw INCOMPLETE;
    if (next !== ']') return this.make(']', pos + 1);
    if (text[pos + 2] === undefined && !this.final) throw INCOMPLETE;
    return text[pos + 2] === '>' ? this.make(']]>', pos + 3) : this.make(']', pos + 1);
  }

  private nameToken(): Token {
    const { text, pos, names } = this;
    const end = endOfRun(names.token, text, pos);
    if (end === pos) this.invalid(pos);
    const isName = endOfRun(names.any, text, pos) === end;
    const next = text[end];
    if (next === undefined) {
      if (!this.final) throw INCOMPLETE;
    } else if (next === '?' || next === '*' || next === '+') {
      return isName ? this.make(`name${next}`, end + 1) : this.invalid(end);
    } else if (!' \t\r\n>),|[%'.includes(next)) this.invalid(end);
    return this.make(isName ? 'name' : 'nmtoken', end);
  }

  /** Where a section that is left out ends, with the sections in it; it begins at `pos`. */
  endOfIgnored(): number {
    const { text } = this;
    let depth = 1;
    for (let i = this.pos; ; ) {
      i = endOfRun(IGNORED, text, i);
      if (text.startsWith('<![', i)) {
        depth++;
        i += 3;
      } else if (text.startsWith(']]>', i)) {
        i += 3;
        if (--depth === 0) return i;
      } else if (text[i] === '<' || text[i] === ']') {
        if (i + 3 > text.length) throw INCOMPLETE;
        i++;
      } else this.invalid(i);
    }
  }
}
