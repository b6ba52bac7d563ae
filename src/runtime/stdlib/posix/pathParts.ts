/** The accelerators of `posixpath`. */

import { fspath } from '../../io/paths.js';
import { fromLatin1, toLatin1 } from '../../object/buffer.js';
import { fn } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyBytes, PyTuple, PyUnicode } from '../../object/values.js';

/** Runs a function on the text of a path, bytes as one character each, and gives results of the same kind. */
function onText<T>(path: Py, run: (text: string, wrap: (text: string) => Py) => T): T {
  const plain = fspath(path);
  if (plain instanceof PyBytes) return run(toLatin1(plain.data), (text) => new PyBytes(fromLatin1(text)));
  if (plain instanceof PyUnicode) return run(plain.value, (text) => new PyUnicode(text));
  return run(strValue(plain)!, (text) => text);
}

/** `normpath`: without empty parts, `.` and, where the part before is known, `..`. */
function normalPath(text: string): string {
  if (text === '') return '.';
  const root = rootOf(text);
  const kept: string[] = [];
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && kept.length === 0) || kept.at(-1) === '..') kept.push(part);
    else kept.pop();
  }
  return root + kept.join('/') || '.';
}

/** Two slashes at the start mean something of their own to POSIX, three are one. */
function rootOf(text: string): string {
  if (!text.startsWith('/')) return '';
  return text.startsWith('//') && !text.startsWith('///') ? '//' : '/';
}

export const pathPartMembers = (): Members => ({
  fspath: fn('(path)', fspath),
  _path_normpath: fn('(path)', (path: Py) => onText(path, (text, wrap) => wrap(normalPath(text)))),
  _path_splitroot_ex: fn('(p, /)', (path: Py) =>
    onText(path, (text, wrap) => {
      const root = rootOf(text);
      return new PyTuple([wrap(''), wrap(root), wrap(text.slice(root.length))]);
    }),
  ),
  _inputhook: fn('()', () => null),
  _is_inputhook_installed: fn('()', () => false),
});
