/** Lines and columns, bytes to text, and which Python a text is. */
import { describe, expect, test } from 'vitest';
import { codingCookie } from '../../src/cookie.js';
import { decodeSource } from '../../src/parser/decode.js';
import { detectDialect } from '../../src/parser/detect.js';
import { parseModule } from '../../src/parser/parse.js';
import { SourceText } from '../../src/parser/source.js';
import { characterNamed } from '../../src/parser/unicode/names.js';

describe('SourceText', () => {
  const source = new SourceText('a\r\né😀b\rc\n');

  test.each([
    { offset: 0, line: 1, column: 0, utf8: 0, characters: 0 },
    { offset: 3, line: 2, column: 0, utf8: 0, characters: 0 },
    { offset: 4, line: 2, column: 1, utf8: 2, characters: 1 },
    { offset: 6, line: 2, column: 3, utf8: 6, characters: 2 },
    { offset: 8, line: 3, column: 0, utf8: 0, characters: 0 },
    { offset: 10, line: 4, column: 0, utf8: 0, characters: 0 },
  ])('offset $offset', ({ offset, line, column, utf8, characters }) => {
    expect(source.position(offset)).toEqual({ line, column });
    expect(source.utf8Column(offset)).toBe(utf8);
    expect(source.characterColumn(offset)).toBe(characters);
  });

  test('a line without its end', () =>
    expect([1, 2, 3, 4, 9].map((line) => source.line(line))).toEqual(['a', 'é😀b', 'c', '', '']));
});

describe('decodeSource', () => {
  test.each([
    { head: '# -*- coding: latin-1 -*-\n', cookie: 'latin-1' },
    { head: '#!/usr/bin/python\n# vim: set fileencoding=utf-8 :\n', cookie: 'utf-8' },
    { head: 'x = 1\n# coding: latin-1\n', cookie: null },
    { head: '\n\n# coding: latin-1\n', cookie: null },
  ])('cookie of $head', ({ head, cookie }) => expect(codingCookie(head)).toBe(cookie));

  test.each([
    { bytes: 'x = "é"', dialect: 3, text: 'x = "é"' },
    { bytes: '\u{feff}x', dialect: 3, text: 'x' },
    { bytes: '# coding: utf-8\nx = "é"', dialect: 2, text: '# coding: utf-8\nx = "é"' },
  ] as const)('$bytes in Python $dialect', ({ bytes, dialect, text }) => {
    expect(decodeSource(Buffer.from(bytes, 'utf8'), dialect)).toMatchObject({ ok: true, text });
  });

  test('Latin-1', () => {
    const bytes = Buffer.from('# coding: latin-1\nx = "é"', 'latin1');
    expect(decodeSource(bytes, 3)).toMatchObject({ ok: true, text: '# coding: latin-1\nx = "é"' });
  });

  test.each([
    {
      name: 'no cookie, Python 3',
      text: 'x = "é"',
      dialect: 3,
      message: /^Non-UTF-8 code starting with '\\xe9' in file f.py on line 1/,
    },
    {
      name: 'no cookie, Python 2',
      text: '\nx = "é"',
      dialect: 2,
      message: /^Non-ASCII character '\\xe9' in file f.py on line 2/,
    },
    { name: 'unknown', text: '# coding: foo\n', dialect: 3, message: /^encoding problem: foo$/ },
    { name: 'a zero byte', text: 'x\0', dialect: 3, message: /^source code cannot contain null bytes$/ },
  ] as const)('error: $name', ({ text, dialect, message }) => {
    const result = decodeSource(Buffer.from(text, 'latin1'), dialect, 'f.py');
    expect(result.ok ? '' : result.message).toMatch(message);
  });

  test('Python 2 keeps the bytes of the file', () => {
    const encodings = { 'utf-8': 'Ã©', 'latin-1': 'é', 'koi8-r': 'Á' };
    const letters = { 'utf-8': 'é', 'latin-1': 'é', 'koi8-r': 'а' };
    for (const [encoding, value] of Object.entries(encodings)) {
      const text = `# coding: ${encoding}\n"${letters[encoding as keyof typeof letters]}"`;
      const result = parseModule(text, { filename: 'f.py', dialect: 2, encoding });
      const [statement] = result.ok && result.module.type === 'Module' ? result.module.body : [];
      expect(statement).toMatchObject({ value: { value: { kind: 'str', value } } });
    }
  });
});

describe('detectDialect', () => {
  test.each([
    { dialect: 2, text: 'print "a"' },
    { dialect: 2, text: 'print >>f, x' },
    { dialect: 2, text: 'print ("%s") % x' },
    { dialect: 2, text: 'try: pass\nexcept E, e: pass' },
    { dialect: 2, text: 'raise E, "x"' },
    { dialect: 2, text: 'x = `1`' },
    { dialect: 2, text: 'x = 0777' },
    { dialect: 2, text: 'x = 10L' },
    { dialect: 2, text: 'for i in xrange(3): print(i)' },
    { dialect: 2, text: 'def f((a, b)): pass' },
    { dialect: 2, text: '#!/usr/bin/env python2\nprint(1)' },
    { dialect: 3, text: 'print("a")' },
    { dialect: 3, text: 'print("a", end="")' },
    { dialect: 3, text: 'x = f"{y}"' },
    { dialect: 3, text: 'async def f(): pass' },
    { dialect: 3, text: 'def f(a: int) -> str: pass' },
    { dialect: 3, text: 'def f(*, a): pass' },
    { dialect: 3, text: 'x: int = 1' },
    { dialect: 3, text: 'try:\n  input = raw_input\nexcept NameError: pass' },
    { dialect: 3, text: 'from __future__ import print_function\nprint("a")' },
    { dialect: 3, text: 'calls = [lambda: print(1), lambda: print(2)]' },
    { dialect: 3, text: 'menu = {1: print(1), 2: None}' },
    { dialect: 3, text: 'shown = lambda x: print(x)' },
    { dialect: 2, text: 'if x[1:2]: print (a), b' },
    { dialect: 2, text: 'if (lambda: 1)(): print "a"' },
    { dialect: 3, text: '#!/usr/bin/python3\nprint(1)' },
    { dialect: 2, text: 'import time, Queue\nprint("a")' },
    { dialect: 2, text: 'from Queue import Queue\nprint("a")' },
    { dialect: 2, text: 'from itertools import izip, count\nprint("a")' },
    { dialect: 2, text: 'def f():\n  import urllib2\nimport json' },
    { dialect: 2, text: 'import sys\nprint(sys.maxint)' },
    { dialect: 2, text: 'import urllib\nx = urllib.urlencode({})' },
    { dialect: 2, text: 'print ("{}").format(1)' },
    { dialect: 2, text: 'print ("-") * 20' },
    { dialect: 2, text: 'try: import json\nexcept ImportError: json = None\nn = raw_input()' },
    { dialect: 2, text: 'import sys, Queue\nif sys.version_info[0] < 3: print(1)' },
    { dialect: 2, text: 'import sys\nif sys.version_info < (2, 7): sys.exit()\nn = raw_input()' },
    { dialect: 2, text: 'if __name__ == "__main__":\n  import Queue\n  print(1)' },
    { dialect: 3, text: 'try:\n  import Queue\nexcept ImportError:\n  import queue as Queue' },
    { dialect: 3, text: 'try:\n  from itertools import izip\nexcept ImportError:\n  izip = zip' },
    { dialect: 3, text: 'import sys\nif sys.version_info >= (3,): import queue\nelse: import Queue' },
    { dialect: 3, text: 'from multiprocessing import Queue\nprint("a")' },
    { dialect: 3, text: 'import string\nfor string.x in y: pass\nprint(string.ascii_letters)' },
    { dialect: 3, text: 'from urllib.parse import urlencode\nprint(1)' },
    { dialect: 3, text: 'import urllib.request\nurllib.request.urlopen(url)' },
    { dialect: 3, text: 'import six\nif six.PY2: text = unicode(text)' },
    { dialect: 2, text: 'import os\nos.write(w, "text")' },
    { dialect: 2, text: 'import os\nos.write(w, "%d" % 5)' },
    { dialect: 2, text: 'conn.sendall("text")' },
    { dialect: 3, text: 'import os\nos.write(w, b"text")' },
    { dialect: 3, text: 'import os\nos.write(w, "text".encode())' },
    { dialect: 3, text: 'conn.send("text")' },
    { dialect: 3, text: 'if PY3: conn.sendall(b"")\nelse: conn.sendall("")' },
  ])('$text', ({ dialect, text }) => expect(detectDialect(text)).toBe(dialect));

  test('a module of the program proves nothing by its name', () => {
    const text = 'import commands, json\nfrom exceptions import Mine\nprint("a")';
    expect(detectDialect(text)).toBe(2);
    expect(detectDialect(text, (module) => module !== 'json')).toBe(3);
  });
});

describe('characterNamed', () => {
  test.each([
    { name: 'LATIN SMALL LETTER A', character: 'a' },
    { name: 'bullet', character: '•' },
    { name: 'HANGUL SYLLABLE GAG', character: '각' },
    { name: 'CJK UNIFIED IDEOGRAPH-4E2D', character: '中' },
    { name: 'NUSHU CHARACTER-1B170', character: '\u{1b170}' },
    { name: 'BEL', character: '\x07' },
    { name: 'ALERT', character: '\x07' },
    { name: 'GRINNING FACE', character: '😀' },
    { name: 'NO SUCH CHARACTER', character: null },
  ])('$name', ({ name, character }) => expect(characterNamed(name)).toBe(character));
});
