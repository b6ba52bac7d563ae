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

export function encodeQuoted(data: Uint8Array, { tabs, text, header }: QuotedOptions): Uint8Array {
  const newline = data.includes(10) && data[data.indexOf(10) - 1] === 13 ? '\r\n' : '\n';
  let out = '';
  let line = 0;
  const add = (piece: string, breakAfter: boolean): void => {
    if (breakAfter && line + piece.length >= MAX_LINE) {
      out += `=${newline}`;
      line = 0;
    }
    out += piece;
    line += piece.length;
  };
  for (let i = 0; i < data.length; i++) {
    const c = data[i]!;
    const next = data[i + 1];
    const atEnd = next === undefined || next === 10 || (next === 13 && data[i + 2] === 10);
    const isBreak = text && (c === 10 || (c === 13 && next === 10));
    if (isBreak) {
      // White space before the end of a line must not be lost.
      if (c === 13) i++;
      out += newline;
      line = 0;
      continue;
    }
    const isSpace = c === 32 || c === 9;
    const mustQuote =
      c > 126 ||
      c === 61 ||
      (header && c === 95) ||
      (c === 46 && line === 0 && (next === undefined || next === 10 || next === 13)) ||
      (!text && (c === 13 || c === 10)) ||
      (isSpace && (tabs || (atEnd && text) || next === undefined)) ||
      (c < 33 && c !== 13 && c !== 10 && !isSpace) ||
      (c === 13 && text);
    if (mustQuote && !(isSpace && header && c === 32 && !tabs))
      add(`=${c.toString(16).toUpperCase().padStart(2, '0')}`, next !== 10);
    else add(header && c === 32 ? '_' : String.fromCharCode(c), !atEnd);
  }
  return Uint8Array.from(out, (char) => char.charCodeAt(0));
}
