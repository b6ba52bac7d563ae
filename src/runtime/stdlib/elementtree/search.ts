/** `find`, `findtext`, `findall` and `iterfind`: a plain tag is looked for here, a path by `xml.etree.ElementPath`. */
import { call } from '../../object/call.js';
import { equals } from '../../object/equality.js';
import { method } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { PyElement } from './element.js';
import { fromLibrary } from './state.js';

/** Whether a path may be more than a tag: wildcards of namespaces, or a sign of paths outside of braces. */
function isPath(path: Py): boolean {
  const text = strValue(path);
  if (text === undefined) return true;
  if (!/[/*[@.]/.test(text) && !text.startsWith('{}')) return false;
  if (text.length >= 3 && (text.startsWith('{}') || text.startsWith('{*}'))) return true;
  return /[/*[@.]/.test(text.replace(/\{[^}]*(?:\}|$)/g, ''));
}

const byPath = (name: string, args: Py[]): Py => call(fromLibrary('xml.etree.ElementPath', name), args);

function firstChild(self: PyElement, tag: Py): PyElement | undefined {
  const { children } = self;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (equals(child.tag, tag)) return child;
  }
  return undefined;
}

function find(self: PyElement, path: Py, namespaces: Py = null): Py {
  if (namespaces !== null || isPath(path)) return byPath('find', [self, path, namespaces]);
  return firstChild(self, path) ?? null;
}

function findText(self: PyElement, path: Py, fallback: Py = null, namespaces: Py = null): Py {
  if (namespaces !== null || isPath(path)) return byPath('findtext', [self, path, fallback, namespaces]);
  const child = firstChild(self, path);
  return child === undefined ? fallback : (child.text ?? '');
}

function findAll(self: PyElement, path: Py, namespaces: Py = null): Py {
  if (namespaces !== null || isPath(path)) return byPath('findall', [self, path, namespaces]);
  const found: Py[] = [];
  const { children } = self;
  for (let i = 0; i < children.length; i++) if (equals(children[i]!.tag, path)) found.push(children[i]!);
  return new PyList(found);
}

export const searchMembers = (): Members => ({
  find: method('(path, namespaces=None)', find),
  findtext: method('(path, default=None, namespaces=None)', findText),
  findall: method('(path, namespaces=None)', findAll),
  iterfind: method('(path, namespaces=None)', (self: PyElement, path: Py, namespaces: Py = null) =>
    byPath('iterfind', [self, path, namespaces]),
  ),
});
