/**
 * Writes src/parser/unicode/names.data.ts from the character names of a CPython.
 *
 * Usage: node test/parser/unicode-names.mjs PYTHON
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const LISTING = `
import unicodedata
for code in range(0x110000):
    name = unicodedata.name(chr(code), None)
    if name is not None:
        print('%X' % code, name)
`;

const python = process.argv[2] ?? 'python3';
const listing = execFileSync(python, ['-c', LISTING], { encoding: 'utf8', maxBuffer: 1 << 26 });
const lines = [];
let previous = 0;
for (const line of listing.trim().split('\n')) {
  const [code, ...words] = line.split(' ');
  const name = words.join(' ');
  if (name.startsWith('HANGUL SYLLABLE ') || name.startsWith('CJK UNIFIED IDEOGRAPH-')) continue;
  const value = Number.parseInt(code, 16);
  const step = value - previous;
  previous = value;
  const short = name.endsWith(`-${code}`) ? name.slice(0, -code.length) : name;
  lines.push(step === 1 ? short : `${step.toString(16)} ${short}`);
}
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24 };
const packed = brotliCompressSync(lines.join('\n'), { params }).toString('base64');
const header =
  '/** Character names of Unicode 15.1: Brotli in base64; written by test/parser/unicode-names.mjs, never by hand. */\n';
const target = new URL('../../src/parser/unicode/names.data.ts', import.meta.url);
writeFileSync(target, `${header}export const PACKED_NAMES =\n  '${packed}';\n`);
