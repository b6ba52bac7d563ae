import { expect, test } from 'vitest';
import { unresolvedImports } from '../../src/cli/unresolved.js';
import { parseModule } from '../../src/parser/parse.js';

function missing(text: string, dialect: 2 | 3 = 3): string[] {
  const parsed = parseModule(text, { filename: 'x.py', dialect });
  if (!parsed.ok) throw new Error('does not parse');
  return unresolvedImports(parsed.module, parsed.source, 'x.py', dialect).map(
    ({ line, message }) => `${line}: ${message.split(':')[0]}`,
  );
}

test.each<[string, string[]]>([
  ['import os, json.decoder, multiprocessing.pool', []],
  ['import mmap, _multiprocessing, _posixshmem', []],
  ['import numpy as np, sys', ["1: No module named 'numpy'"]],
  ['def f():\n    from pandas.core import x', ["2: No module named 'pandas.core'"]],
  ['from . import sibling', []],
  ['import sqlite3', ["1: No module named 'sqlite3'"]],
  ['try:\n    import numpy\nexcept ImportError:\n    import other', ["4: No module named 'other'"]],
  ['try:\n    import numpy\nexcept (KeyError, Exception):\n    pass', []],
  ['try:\n    import numpy\nexcept ValueError:\n    pass', ["2: No module named 'numpy'"]],
])('%j', (text, expected) => expect(missing(text)).toEqual(expected));

test('the library of Python 2 has names of its own', () => {
  expect(missing('import Queue, urllib2, cPickle, requests', 2)).toEqual(["1: No module named 'requests'"]);
  expect(missing('import Queue')).toEqual(["1: No module named 'Queue'"]);
});
