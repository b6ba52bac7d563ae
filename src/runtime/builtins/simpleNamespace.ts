/**
 * `types.SimpleNamespace`.
 * Spec: https://docs.python.org/3/library/types.html#types.SimpleNamespace
 */
import { setAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { richCompare } from '../object/compare.js';
import { moduleState, rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import { type Py, PyInstance } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyTuple } from '../object/values.js';

class PySimpleNamespace extends PyInstance {}
export const simpleNamespaceType: PyType = builtinType({
  name: 'SimpleNamespace',
  js: PySimpleNamespace,
  module: 'types',
  hasDict: true,
});

const isNamespace = (o: Py): boolean => o instanceof PySimpleNamespace;

/** A namespace with these attributes. */
export function simpleNamespace(members: Record<string, Py>): Py {
  const made = new PySimpleNamespace();
  for (const [name, value] of Object.entries(members)) setAttr(made, name, value);
  return made;
}

function fill(self: Py, given: Py, keywords: ReadonlyMap<string, Py>): null {
  if (given !== undefined) {
    const dict = given instanceof PyDict ? given : call(rt.builtins.$dict, [given]);
    for (const [name, value] of dict.entryList()) {
      if (typeof name !== 'string') throw TypeError('keywords must be strings');
      setAttr(self, name, value);
    }
  }
  for (const [name, value] of keywords) setAttr(self, name, value);
  return null;
}

/** Namespaces whose repr is being made, so that one in itself is shown as `...`. */
const shown = () => moduleState('simple namespaces being shown', () => new Set<Py>());

function show(self: Py): string {
  const name = self.c$ === simpleNamespaceType ? 'namespace' : typeOf(self).name;
  const active = shown();
  if (active.has(self)) return `${name}(...)`;
  active.add(self);
  try {
    const parts = instanceDict(self)
      .entryList()
      .filter(([key]) => typeof key === 'string' && key !== '');
    return `${name}(${parts.map(([key, value]) => `${key}=${repr(value)}`).join(', ')})`;
  } finally {
    active.delete(self);
  }
}

defineMembers(simpleNamespaceType, () => ({
  __doc__: 'A simple attribute-based namespace.',
  __init__: method('(mapping_or_iterable=(), /, **kwargs)', fill),
  __dict__: getter((self) => instanceDict(self)),
  __repr__: method('()', show),
  __eq__: method('(value, /)', (self: Py, other: Py) =>
    isNamespace(other) ? richCompare(instanceDict(self), instanceDict(other), 'Eq') : NotImplemented,
  ),
  __ne__: method('(value, /)', (self: Py, other: Py) =>
    isNamespace(other) ? richCompare(instanceDict(self), instanceDict(other), 'NotEq') : NotImplemented,
  ),
  __hash__: null,
  __reduce__: method('()', (self: Py) => new PyTuple([typeOf(self), new PyTuple([]), instanceDict(self)])),
  __replace__: method('(**changes)', (self: Py, changes: ReadonlyMap<string, Py>) => {
    const copy = call(typeOf(self), []);
    for (const [name, value] of instanceDict(self).entryList()) setAttr(copy, name, value);
    return fill(copy, undefined, changes) ?? copy;
  }),
}));
