/** Encodings of source files by their Python names, over the decoders that Node has. */
import { TextDecoder } from 'node:util';

/** The names that Python and the Encoding Standard spell differently. */
const STANDARD_NAMES: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  'mac-roman': 'macintosh',
  macroman: 'macintosh',
  cp866: 'ibm866',
  cp932: 'shift_jis',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  'euc-jis-2004': 'euc-jp',
  eucjp: 'euc-jp',
  gb2312: 'gbk',
  'big5-hkscs': 'big5',
};

function decoderOf(encoding: string): TextDecoder | null {
  const windows = /^cp(125\d|874)$/.exec(encoding);
  const iso = /^(?:iso-?8859-|latin-?)(\d+)$/.exec(encoding);
  const named = STANDARD_NAMES[encoding] ?? encoding;
  const label = windows ? `windows-${windows[1]}` : iso ? `iso-8859-${iso[1]}` : named;
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return null;
  }
}

/** Decodes bytes; null if the encoding is unknown or the bytes are not in it. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decoderOf(encoding)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

/** UTF-8 in which a byte that does not belong there becomes a lone surrogate, as Python's `surrogateescape` does. */
export function decodeUtf8Escaped(bytes: Uint8Array): string {
  const parts: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let from = 0;
  while (from < bytes.length) {
    const at = from + firstInvalidUtf8(bytes.subarray(from));
    parts.push(decoder.decode(bytes.subarray(from, at)));
    if (at < bytes.length) parts.push(String.fromCharCode(0xdc00 + bytes[at]!));
    from = at + 1;
  }
  return parts.join('');
}

/** The bytes of a text in an encoding, one character each. Inverse of the decoding functions here. */
export function encodeText(text: string, encoding: string): string {
  if (/^[\x00-\x7f]*$/.test(text) || encoding === 'latin-1') return text;
  if (encoding !== 'utf-8' && encoding !== 'ascii') {
    const table = encodingTable(encoding);
    return [...text].map((character) => table.get(character) ?? '?').join('');
  }
  return text
    .split(/([\udc80-\udcff])/)
    .map((part, index) => (index % 2 === 0 ? utf8(part) : String.fromCharCode(part.charCodeAt(0) & 0xff)))
    .join('');
}

function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The bytes of each character, found by decoding every byte and every pair of bytes. */
function encodingTable(encoding: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (let first = 0; first < 256; first++) {
    const single = decodeBytes(Uint8Array.of(first), encoding);
    if (single !== null) {
      table.set(single, String.fromCharCode(first));
      continue;
    }
    for (let second = 0; second < 256; second++) {
      const pair = decodeBytes(Uint8Array.of(first, second), encoding);
      if (pair !== null && !table.has(pair)) table.set(pair, String.fromCharCode(first, second));
    }
  }
  return table;
}

/** Index of the first byte that is not part of valid UTF-8; the length if all are. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length of the valid UTF-8 sequence at `at`, 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = leadLength(first);
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const outside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

/** How long a sequence that begins with `first` must be, 0 if none does. */
export function leadLength(first: number): number {
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}
