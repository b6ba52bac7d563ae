/** Quoted-printable (RFC 1521). */

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

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9;
const isBreak = (byte: number | undefined): boolean => byte === 10 || byte === 13;
const escaped = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Whether the byte stands there as a number, given the one after it and how much of its line is written. */
function mustQuote(c: number, next: number | undefined, line: number, { tabs, text, header }: QuotedOptions): boolean {
  if (c > 126 || c === 61 || (header && c === 95)) return true;
  if (c === 46) return line === 0 && (next === undefined || isBreak(next));
  if (isBreak(c)) return !text;
  if (isSpace(c)) return tabs || next === undefined;
  return c < 33;
}

/** Lines of at most 76 characters; a byte before the end of a line may be one more, one that is quoted may not. */
export function encodeQuoted(data: Uint8Array, options: QuotedOptions): Uint8Array {
  const newline = data.includes(10) && data[data.indexOf(10) - 1] === 13 ? '\r\n' : '\n';
  let out = '';
  let line = 0;
  const add = (piece: string, mayBreak: boolean): void => {
    if (mayBreak && line + piece.length >= MAX_LINE) {
      out += `=${newline}`;
      line = 0;
    }
    out += piece;
    line += piece.length;
  };
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    const next = data[i + 1];
    if (mustQuote(c, next, line, options)) add(escaped(c), true);
    else if (options.text && (c === 10 || (c === 13 && next === 10))) {
      // White space before the end of a line must not be lost.
      const last = out.charCodeAt(out.length - 1);
      if (isSpace(last)) out = out.slice(0, -1) + escaped(last);
      out += newline;
      line = 0;
      if (c === 13) i++;
    } else add(options.header && c === 32 ? '_' : String.fromCharCode(c), next !== undefined && next !== 10);
  }
  return Uint8Array.from(out, (char) => char.charCodeAt(0));
}
