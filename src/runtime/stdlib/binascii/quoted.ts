/** Quoted-printable (RFC 1521). */
import { ByteWriter } from '../../text/codecs/bytes.js';
import { unitAt } from '../../text/units.js';

const hexDigit = (byte: number): number => Number.parseInt(String.fromCharCode(byte), 16);
const isHex = (byte: number | undefined): byte is number =>
  byte !== undefined && /[0-9a-fA-F]/.test(String.fromCharCode(byte));

export function decodeQuoted(data: Uint8Array, header: boolean): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < data.length; ) {
    const c = data[i]!;
    if (c === 61) {
      i++;
      if (i >= data.length) break;
      if (data[i] === 10 || data[i] === 13) {
        // A soft line break: the rest of the line goes too.
        if (data[i] !== 10) while (i < data.length && data[i] !== 10) i++;
        if (i < data.length) i++;
      } else if (data[i] === 61) {
        out.push(61);
        i++;
      } else if (isHex(data[i]) && isHex(data[i + 1])) {
        out.push(hexDigit(data[i]!) * 16 + hexDigit(data[i + 1]!));
        i += 2;
      } else out.push(61);
    } else {
      out.push(header && c === 95 ? 32 : c);
      i++;
    }
  }
  return Uint8Array.from(out);
}

export interface QuotedOptions {
  readonly tabs: boolean;
  readonly text: boolean;
  readonly header: boolean;
}

const MAX_LINE = 76;
const EQUALS = 61;
const DIGITS = '0123456789ABCDEF';

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9;
const isBreak = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/** Whether the byte stands there as a number, given the one after it and how much of its line is written. */
function mustQuote(c: number, next: number | undefined, line: number, { tabs, text, header }: QuotedOptions): boolean {
  if (c > 126 || c === EQUALS || (header && c === 95)) return true;
  if (c === 46) return line === 0 && (next === undefined || isBreak(next));
  if (isBreak(c)) return !text;
  if (isSpace(c)) return tabs || next === undefined;
  return c < 33;
}

/** Lines under construction. */
class QuotedWriter {
  private readonly out = new ByteWriter(64);
  /** Length of the line so far. */
  line = 0;
  constructor(private readonly hasReturn: boolean) {}
  private makeRoom(size: number): void {
    if (this.line + size < MAX_LINE) return;
    this.out.byte(EQUALS);
    this.newline();
  }
  newline(): void {
    if (this.hasReturn) this.out.byte(13);
    this.out.byte(10);
    this.line = 0;
  }
  plain(byte: number, mayBreak: boolean): void {
    if (mayBreak) this.makeRoom(1);
    this.out.byte(byte);
    this.line++;
  }
  private number(byte: number): void {
    this.out.byte(EQUALS);
    this.out.byte(unitAt(DIGITS, byte >> 4));
    this.out.byte(unitAt(DIGITS, byte & 15));
  }
  quoted(byte: number): void {
    this.makeRoom(3);
    this.number(byte);
    this.line += 3;
  }
  /** White space before the end of a line must not be lost. */
  keepSpace(): void {
    const last = this.out.last;
    if (!isSpace(last)) return;
    this.out.length--;
    this.number(last!);
  }
  finish(): Uint8Array {
    return this.out.finish();
  }
}

/** Lines of at most 76 characters; a byte before the end of a line may be one more, one that is quoted may not. */
export function encodeQuoted(data: Uint8Array, options: QuotedOptions): Uint8Array {
  const firstBreak = data.indexOf(10);
  const writer = new QuotedWriter(firstBreak > 0 && data[firstBreak - 1] === 13);
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    const next = i + 1 < data.length ? data[i + 1]! : undefined;
    if (mustQuote(c, next, writer.line, options)) writer.quoted(c);
    else if (options.text && (c === 10 || (c === 13 && next === 10))) {
      writer.keepSpace();
      writer.newline();
      if (c === 13) i++;
    } else writer.plain(options.header && c === 32 ? 95 : c, next !== undefined && next !== 10);
  }
  return writer.finish();
}
