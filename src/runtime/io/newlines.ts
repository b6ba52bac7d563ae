/**
 * Line endings of text files.
 * Spec: https://docs.python.org/3/library/io.html#io.TextIOWrapper (newline)
 */

const SEEN_CR = 1;
const SEEN_LF = 2;
const SEEN_CRLF = 4;

/** Finds, and may translate, the endings \r, \n and \r\n in a text that comes in parts. */
export class UniversalNewlines {
  /** A \r at the end of the last part, kept until it is known whether a \n follows. */
  pendingCr = false;
  seen = 0;

  constructor(readonly translates: boolean) {}

  /** The next part of the text, with a final \r held back unless `isFinal`. */
  process(part: string, isFinal: boolean): string {
    let text = part;
    if (this.pendingCr && (text !== '' || isFinal)) {
      text = `\r${text}`;
      this.pendingCr = false;
    }
    if (text.endsWith('\r') && !isFinal) {
      text = text.slice(0, -1);
      this.pendingCr = true;
    }
    if (text === '') return text;
    if (!text.includes('\r')) {
      if ((this.seen & SEEN_LF) === 0 && text.includes('\n')) this.seen |= SEEN_LF;
      return text;
    }
    this.note(text);
    return this.translates ? text.replace(/\r\n?/g, '\n') : text;
  }

  private note(text: string): void {
    if (text.includes('\r\n')) this.seen |= SEEN_CRLF;
    if (/\r(?!\n)/.test(text)) this.seen |= SEEN_CR;
    if (/(?<!\r)\n/.test(text)) this.seen |= SEEN_LF;
  }

  reset(): void {
    this.seen = 0;
    this.pendingCr = false;
  }

  /** The endings found so far, as `newlines` lists them. */
  found(): string[] {
    const all: [number, string][] = [
      [SEEN_CR, '\r'],
      [SEEN_LF, '\n'],
      [SEEN_CRLF, '\r\n'],
    ];
    return all.filter(([bit]) => (this.seen & bit) !== 0).map(([, ending]) => ending);
  }
}

/** What a file's `newline` argument means. */
export interface NewlineMode {
  /** As given: null, '', '\n', '\r' or '\r\n'. */
  readonly given: string | null;
  /** Every kind of ending ends a line when reading. */
  readonly isUniversal: boolean;
  /** Endings are read as '\n'. */
  readonly translatesRead: boolean;
  /** Lines end with '\n' and nothing else, once decoded. */
  readonly endsWithLf: boolean;
  /** What '\n' is written as; undefined: as it is. */
  readonly written: string | undefined;
}

/** What a valid `newline` argument means on this system, where '\n' ends lines. */
export function newlineMode(given: string | null): NewlineMode {
  return {
    given,
    isUniversal: given === null || given === '',
    translatesRead: given === null,
    endsWithLf: given === null || given === '\n',
    written: given === '\r' || given === '\r\n' ? given : undefined,
  };
}

export const isNewline = (text: string): boolean => ['', '\n', '\r', '\r\n'].includes(text);

/**
 * Where the line that begins at `start` ends, in UTF-16 units; -1 if its end is not in the text.
 * With universal endings that are not translated, a '\r' at the end of the text counts as one.
 */
export function lineEnd(text: string, start: number, mode: NewlineMode): number {
  if (mode.endsWithLf) return text.indexOf('\n', start) + 1 || -1;
  if (!mode.isUniversal) {
    const at = text.indexOf(mode.given!, start);
    return at < 0 ? -1 : at + mode.given!.length;
  }
  const lf = text.indexOf('\n', start);
  const cr = text.indexOf('\r', start);
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf < 0 ? -1 : lf + 1;
  return text[cr + 1] === '\n' ? cr + 2 : cr + 1;
}
