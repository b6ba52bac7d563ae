/** Columns that text takes on a terminal: East Asian wide and fullwidth characters take two (Unicode 15.1). */

/** Gaps and lengths of the ranges of wide characters, hexadecimal, one after the other. */
const WIDE =
  '1100 60 11ba 2 d 2 be 4 3 1 2 1 209 2 15 2 32 c 2b 1 13 1 d 1 8 2 11 2 5 2 8 1 5 1 15 1 7 2 1 1 4 1 2 1 7 1 4 2 1c 1 23 1 1 1 4 3 1 1 3d 3 18 1 ' +
  'e 1 35b 2 33 1 4 1 32a 1a 1 59 c d6 1a 4f 2 56 2 67 5 2b 1 5e 1 54 b 30 1 28 8 1b70 40 568d 3 37 499 1d 283 2ba4 215c 200 310 a 16 23 1 13 1 4 ' +
  '95 60 7f 7 6ff9 5 b 2 e 17f8 8 4d6 2a 9 22e7 4 1 7 1 2 1 123 f 1 1d 3 2 1 e 4 8 18c 3d08 1 ca 1 be 1 2 a 65 3 d 2c 4 9 7 2 e 6 9a 21 c 9 1 46 1 ' +
  '16 c 2b 4 5 c 11 3 1 3 47 1 1 1 bb 2 3f d 4 1 18 12 1 1a 2 d 1 56 55 30 46 6 1 3 3 2 3 4 4 b 2 7 9 e3 c 4 1 11b 2f 1 a 1 b9 70 d 3 9 7 2e 1 7 8 ' +
  'e 4 9 7 9 507 fffe 2 fffe';

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

export function isWide(codePoint: number): boolean {
  let at = 0;
  const parts = WIDE.split(' ');
  for (let i = 0; i < parts.length; i += 2) {
    at += Number.parseInt(parts[i]!, 16);
    if (codePoint < at) return false;
    at += Number.parseInt(parts[i + 1]!, 16);
    if (codePoint < at) return true;
  }
  return false;
}

/** Columns of `text`. */
export function displayWidth(text: string): number {
  if (isAscii(text)) return text.length;
  let width = 0;
  for (const char of text) width += isWide(char.codePointAt(0)!) ? 2 : 1;
  return width;
}
