import type { SourceText } from '../source.js';
import { C, continuesName, invalidNameCharacter, isDigit, isLineEnd, isPrintable, startsName } from './characters.js';
import { expressionColon, type FString, openFString, scanFString } from './fstrings.js';
import { scanNumber2, scanNumber3 } from './numbers.js';
import { type Bracket, TokenizerState, TokenizerStop } from './state.js';
import { scanString } from './strings.js';
import { CLOSING, KEYWORDS, LONG_OPERATORS, OPENING, T, type TokenizerError, type TokenizerResult } from './token.js';

const MAX_INDENTS = 100;
const MAX_BRACKETS = 200;
const TAB_SIZE = 8;

export class Tokenizer extends TokenizerState {
  private readonly keywords: ReadonlySet<string>;
  private readonly longOperators: ReadonlySet<string>;
  private readonly indents: number[] = [0];
  /** The same indents with a tab counted as one column: both must agree on every comparison. */
  private readonly altIndents: number[] = [0];
  private atLineStart = true;

  constructor(
    source: SourceText,
    dialect: 2 | 3,
    private readonly isFile: boolean,
    /** Brackets need not match: for who takes a text apart that is no program. */
    private readonly isLoose = false,
  ) {
    super(source, dialect, isFile);
    this.keywords = KEYWORDS[dialect];
    this.longOperators = LONG_OPERATORS[dialect];
  }

  run(): TokenizerResult {
    let error: TokenizerError | null = null;
    try {
      while (this.next());
    } catch (stop) {
      if (!(stop instanceof TokenizerStop)) throw stop;
      error = stop.error;
      this.push(T.Error, stop.at, stop.at);
    }
    return { tokens: this.tokens, comments: this.comments, error, inFString: this.fstrings.length > 0 };
  }

  /** Reads one token or the white space before it; false at the end of the text. */
  private next(): boolean {
    const fstring = this.fstrings.at(-1);
    if (fstring?.inText) {
      scanFString(this, fstring);
      return true;
    }
    if (this.atLineStart && !this.lineStart()) return true;
    this.skipBlanks();
    const start = this.pos;
    if (start >= this.text.length) return this.endOfText();
    const unit = this.text.charCodeAt(start);
    if (startsName(unit)) this.nameOrPrefixedString(start);
    else if (isDigit(unit) || (unit === C.Dot && isDigit(this.text.charCodeAt(start + 1)))) this.number(start);
    else if (unit === C.Quote || unit === C.DoubleQuote) scanString(this, start);
    else if (isLineEnd(unit)) this.newline(start);
    else if (unit === C.Backslash) this.lineContinuation();
    else this.operator(start);
    return true;
  }

  private endOfText(): boolean {
    if (this.brackets.length > 0) throw new TokenizerStop(null, this.pos);
    if (this.dialect === 2) this.closeLine();
    this.push(T.End, this.pos, this.pos);
    return false;
  }

  /** Python 2: a line that was continued at the end of the text ends there. */
  private closeLine(): void {
    const last = this.tokens.at(-1)?.kind;
    if (last === undefined || last === T.Newline || last === T.Dedent) return;
    this.push(T.Newline, this.pos, this.pos);
    for (let open = this.indents.length; open > 1; open--) this.push(T.Dedent, this.pos, this.pos);
  }

  private lineEnd(from: number): number {
    let at = from;
    while (at < this.text.length && !isLineEnd(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** Spaces and a comment. */
  private skipBlanks(): void {
    const { text } = this;
    let at = this.pos;
    for (let unit = text.charCodeAt(at); unit === C.Space || unit === C.Tab || unit === C.FormFeed; ) {
      unit = text.charCodeAt(++at);
    }
    if (text.charCodeAt(at) === C.Hash) {
      const start = at;
      while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
      this.comments.push({ start, end: at });
    }
    this.pos = at;
  }

  /** Measures the indentation of a line. False for a blank line, which is skipped with its end. */
  private lineStart(): boolean {
    this.atLineStart = false;
    const { text } = this;
    let column = 0;
    let altColumn = 0;
    let continued = 0;
    for (;;) {
      const unit = text.charCodeAt(this.pos);
      if (unit === C.Space) {
        column++;
        altColumn++;
      } else if (unit === C.Tab) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        altColumn++;
      } else if (unit === C.FormFeed) {
        column = 0;
        altColumn = 0;
      } else if (unit === C.Backslash && this.dialect === 3) {
        // A line continued inside its indentation has the indentation of its first part.
        continued ||= column;
        this.lineContinuation();
        continue;
      } else break;
      this.pos++;
    }
    const unit = text.charCodeAt(this.pos);
    if (unit === C.Hash || isLineEnd(unit)) {
      this.skipBlanks();
      this.pos = this.afterLineEnd(this.pos);
      this.atLineStart = true;
      return false;
    }
    if (this.brackets.length === 0) this.indentation(continued || column, continued || altColumn);
    return true;
  }

  private indentation(column: number, altColumn: number): void {
    const { indents, altIndents, pos } = this;
    if (column > indents.at(-1)!) {
      if (indents.length >= MAX_INDENTS) this.indentError('too many levels of indentation', 'IndentationError');
      if (altColumn <= altIndents.at(-1)!) this.inconsistent();
      indents.push(column);
      altIndents.push(altColumn);
      this.push(T.Indent, this.lineOffset(pos), pos);
      return;
    }
    let dedents = 0;
    while (column < indents.at(-1)!) {
      indents.pop();
      altIndents.pop();
      dedents++;
    }
    if (column !== indents.at(-1)!) this.badDedent();
    if (altColumn !== altIndents.at(-1)!) this.inconsistent();
    for (; dedents > 0; dedents--) this.push(T.Dedent, pos, pos);
  }

  private inconsistent(): void {
    // Python 2 takes a tab for eight columns and asks no more.
    if (this.dialect === 3) this.indentError('inconsistent use of tabs and spaces in indentation', 'TabError');
  }

  private afterLineEnd(at: number): number {
    return this.text.charCodeAt(at) === C.Return && this.text.charCodeAt(at + 1) === C.Newline ? at + 2 : at + 1;
  }

  private newline(start: number): void {
    this.pos = this.afterLineEnd(start);
    // Inside brackets a line end means nothing, and the next line has no indentation.
    if (this.brackets.length > 0) return;
    this.atLineStart = true;
    // The token begins with the comment before it.
    const comment = this.comments.at(-1);
    this.push(T.Newline, comment?.end === start ? comment.start : start, this.pos);
  }

  /** `\` at the end of a line; anything after it is an error. */
  lineContinuation(): void {
    const after = this.pos + 1;
    if (!isLineEnd(this.text.charCodeAt(after))) {
      const message = 'unexpected character after line continuation character';
      if (this.dialect === 2) this.fail(message, this.lineEnd(after) + 1, 'SyntaxError', after);
      this.stop(message, after + 1, 0);
    }
    if (!this.isFile && this.dialect === 3 && after >= this.source.text.length) {
      this.stop('unexpected character after line continuation character', after, 0);
    }
    this.pos = this.afterLineEnd(after);
    if (this.pos < this.text.length || this.dialect === 2) return;
    if (this.brackets.length > 0) throw new TokenizerStop(null, this.pos);
    this.stop('unexpected EOF while parsing', after + 1, -1);
  }

  private number(start: number): void {
    this.pos = this.dialect === 3 ? scanNumber3(this, start) : scanNumber2(this, start);
    this.push(T.Number, start, this.pos);
  }

  private nameOrPrefixedString(start: number): void {
    const { text } = this;
    let at = start;
    while (at - start < 3 && isPrefixLetter(text.charCodeAt(at))) at++;
    const unit = text.charCodeAt(at);
    if (at > start && (unit === C.Quote || unit === C.DoubleQuote)) {
      const prefix = text.slice(start, at).toLowerCase();
      if (this.dialect === 3 ? PREFIXES_3.has(prefix) : PREFIXES_2.has(prefix)) {
        if (prefix.includes('f')) openFString(this, start, at);
        else scanString(this, start, at);
        return;
      }
    }
    this.name(start);
  }

  private name(start: number): void {
    const { text } = this;
    let at = start;
    let ascii = true;
    for (let unit = text.charCodeAt(at); continuesName(unit); unit = text.charCodeAt(++at)) {
      if (unit >= 128) ascii = false;
    }
    this.pos = at;
    let name = text.slice(start, at);
    if (!ascii) name = this.unicodeName(name, start);
    this.push(this.keywords.has(name) ? T.Keyword : T.Name, start, this.pos, name);
  }

  private unicodeName(name: string, start: number): string {
    if (this.dialect === 2) this.nonAsciiInPython2(start);
    const bad = invalidNameCharacter(name);
    if (bad >= 0) {
      const character = String.fromCodePoint(name.codePointAt(bad)!);
      this.badCharacter(character, start + bad);
    }
    return name.normalize('NFKC');
  }

  private nonAsciiInPython2(start: number): never {
    let at = start;
    while (this.text.charCodeAt(at) < 128) at++;
    // Its first byte is what does not fit.
    this.fail2('invalid syntax', at, start, 1);
  }

  private badCharacter(character: string, at: number): never {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const cursor = at + character.length;
    if (isPrintable(character)) this.fail(`invalid character '${character}' (U+${code})`, cursor);
    this.fail(`invalid non-printable character U+${code}`, cursor);
  }

  private operator(start: number): void {
    const first = this.text[start]!;
    const fstring = this.fstrings.at(-1);
    if (fstring && first === ':' && expressionColon(fstring)) {
      fstring.inText = true;
      fstring.inSpec = true;
      this.pushOperator(':', start);
      return;
    }
    const long = this.longOperator(start);
    if (long) {
      this.pushOperator(long, start);
      return;
    }
    if (first in OPENING) this.open(first, start);
    else if (first in CLOSING) this.close(first, start);
    else if (!isPrintable(first)) this.badCharacter(first, start);
    this.pushOperator(first, start);
  }

  /** The operator of two or three characters at `start`, if there is one. */
  private longOperator(start: number): string | null {
    const { text, longOperators } = this;
    const three = text.slice(start, start + 3);
    if (longOperators.has(three)) return three;
    const two = three.slice(0, 2);
    return longOperators.has(two) ? two : null;
  }

  private pushOperator(text: string, start: number): void {
    this.pos = start + text.length;
    this.push(T.Op, start, this.pos, text);
  }

  private open(text: string, start: number): void {
    if (this.dialect === 3 && this.brackets.length >= MAX_BRACKETS) this.fail('too many nested parentheses', start + 1);
    this.brackets.push({ text, start });
    const fstring = this.fstrings.at(-1);
    if (fstring) fstring.depth++;
  }

  private close(text: string, start: number): void {
    if (this.dialect === 2) {
      this.brackets.pop();
      return;
    }
    const fstring = this.fstrings.at(-1);
    const after = start + 1;
    if (fstring && fstring.depth === 0 && text === '}') this.fail("f-string: single '}' is not allowed", after);
    const opening = this.brackets.pop();
    if (!this.isLoose) {
      if (!opening) this.fail(`unmatched '${text}'`, after);
      if (OPENING[opening.text] !== text) this.mismatch(text, start, opening, fstring);
    }
    if (!fstring) return;
    fstring.depth--;
    if (fstring.depth < 0) this.fail(`f-string: unmatched '${text}'`, after);
    if (text === '}' && fstring.depth === fstring.expressions.at(-1)) {
      fstring.expressions.pop();
      fstring.inText = true;
      fstring.inSpec = false;
    }
  }

  private mismatch(text: string, start: number, opening: Bracket, fstring: FString | undefined): never {
    const after = start + 1;
    if (fstring && opening.text === '{' && fstring.depth - 1 === fstring.expressions.at(-1)) {
      this.fail(`f-string: unmatched '${text}'`, after);
    }
    const openLine = this.source.position(opening.start).line;
    const where = openLine === this.source.position(start).line ? '' : ` on line ${openLine}`;
    this.fail(`closing parenthesis '${text}' does not match opening parenthesis '${opening.text}'${where}`, after);
  }
}

const PREFIXES_3: ReadonlySet<string> = new Set(['r', 'b', 'u', 'f', 'rb', 'br', 'rf', 'fr']);
const PREFIXES_2: ReadonlySet<string> = new Set(['r', 'b', 'u', 'br', 'ur']);

function isPrefixLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower === 98 || lower === 102 || lower === 114 || lower === 117;
}

/**
 * Splits a text into tokens; never throws on bad input. `isFile` is false for what `eval` and a prompt read, `isLoose` lets
 * brackets be without their other half.
 */
export function tokenize(source: SourceText, dialect: 2 | 3, isFile = true, isLoose = false): TokenizerResult {
  return new Tokenizer(source, dialect, isFile, isLoose).run();
}
