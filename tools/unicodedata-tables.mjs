/**
 * Writes src/runtime/stdlib/unicodedata/tables.data.ts from the `unicodedata` modules of the Pythons that we follow.
 *
 * Usage: node tools/unicodedata-tables.mjs PYTHON3 PYTHON2
 *
 * A line for each property and version: `property runs` or `property@version runs`, the latter only where that version
 * differs from Python 3's. A run is `gap[+count]:value`, gap and count in base 36, the gap counted from the end of the
 * run before.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const LISTING = `
# -*- coding: utf-8 -*-
from __future__ import print_function
import json, sys, unicodedata
char = chr if sys.version_info[0] > 2 else unichr
properties = {
    'bidirectional': lambda db, c: db.bidirectional(c),
    'category': lambda db, c: db.category(c),
    'combining': lambda db, c: str(db.combining(c)),
    'mirrored': lambda db, c: str(db.mirrored(c)),
    'east_asian_width': lambda db, c: db.east_asian_width(c),
    'decomposition': lambda db, c: db.decomposition(c),
    'decimal': lambda db, c: str(db.decimal(c, '')),
    'digit': lambda db, c: str(db.digit(c, '')),
    'numeric': lambda db, c: repr(db.numeric(c, None)) if db.numeric(c, None) is not None else '',
}
databases = {'': unicodedata, '@3.2.0': unicodedata.ucd_3_2_0} if sys.version_info[0] > 2 else {'@5.2.0': unicodedata}
for suffix, db in databases.items():
    for name, get in properties.items():
        print(name + suffix, json.dumps([get(db, char(code)) for code in range(0x110000)], separators=(',', ':')))
`;

/** Values by property name (and version), one for each code. */
function listing(python) {
  const text = execFileSync(python, ['-c', LISTING], { encoding: 'utf8', maxBuffer: 1 << 29 });
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const space = line.indexOf(' ');
        return [line.slice(0, space), JSON.parse(line.slice(space + 1))];
      }),
  );
}

/** Runs of values that are not `usual(code)`. */
function runs(values, usual) {
  const found = [];
  let end = 0;
  for (let code = 0; code < values.length; ) {
    const value = values[code];
    let next = code + 1;
    if (value === usual(code)) {
      code = next;
      continue;
    }
    while (next < values.length && values[next] === value && values[next] !== usual(next)) next++;
    const count = next - code;
    found.push(`${(code - end).toString(36)}${count > 1 ? `+${count.toString(36)}` : ''}:${value}`);
    end = code = next;
  }
  return found.join('|');
}

const [python3, python2] = process.argv.slice(2);
const tables = new Map([...listing(python3), ...listing(python2)]);
const DEFAULTS = { category: null, combining: '0', mirrored: '0', east_asian_width: 'N', numeric: null };
const lines = [];
for (const [name, values] of tables) {
  const [property, version] = name.split('@');
  const now = tables.get(property);
  if (version !== undefined) lines.push(`${name} ${runs(values, (code) => now[code])}`);
  // Categories and numeric values of today are in src/runtime/text.
  else if (!['category', 'numeric', 'digit', 'decimal'].includes(property))
    lines.push(`${name} ${runs(values, () => DEFAULTS[property] ?? '')}`);
}
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
const packed = brotliCompressSync(lines.join('\n'), { params }).toString('base64');
writeFileSync(
  new URL('../src/runtime/stdlib/unicodedata/tables.data.ts', import.meta.url),
  '/** Properties of characters: Brotli in base64; written by tools/unicodedata-tables.mjs, never by hand. */\n' +
    `export const PACKED_TABLES =\n  '${packed}';\n`,
);
