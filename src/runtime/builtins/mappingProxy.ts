/** `types.MappingProxyType`: a read-only view of a mapping. */

import { contains, getItem } from '../helpers/subscript.js';
import { special } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { compareValues } from '../object/compare.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { defineMembers } from '../object/install.js';
import { iter } from '../object/iterate.js';
import { type Py, PyObject } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr, str } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { or } from './bitwise.js';
import { compareThreeWay } from './compare2.js';
import { classGetItem } from './genericAlias.js';
import { length } from './len.js';

export class PyMappingProxy extends PyObject {
  constructor(readonly mapping: Py) {
    super();
  }
}

export const mappingProxyType: PyType = builtinType({
  name: 'mappingproxy',
  name2: 'dictproxy',
  js: PyMappingProxy,
  subclassable: false,
});
mappingProxyType.collection = 'mapping';

export const mappingProxy = (mapping: Py): PyMappingProxy => new PyMappingProxy(mapping);

const unwrap = (o: Py) => (o instanceof PyMappingProxy ? o.mapping : o);
const merged = (a: Py, b: Py): Py => or(unwrap(a), unwrap(b));

function refuseInPlace(): never {
  throw TypeError("'|=' is not supported by mappingproxy; use '|' instead");
}

defineMembers(mappingProxyType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, mapping)',
      (_cls: PyType, mapping: Py) => {
        if (
          special(mapping, '__getitem__') === undefined ||
          mapping instanceof PyList ||
          mapping instanceof PyTuple ||
          typeof mapping === 'string'
        ) {
          throw TypeError(`mappingproxy() argument must be a mapping, not ${typeOf(mapping).name}`);
        }
        return new PyMappingProxy(mapping);
      },
      '__new__',
    ),
  ),
  __getitem__: method('(key, /)', (self: PyMappingProxy, key: Py) => getItem(self.mapping, key)),
  __contains__: method('(key, /)', (self: PyMappingProxy, key: Py) => contains(self.mapping, key)),
  __iter__: method('()', (self: PyMappingProxy) => iter(self.mapping)),
  __len__: method('()', (self: PyMappingProxy) =>
    self.mapping instanceof PyDict && !self.mapping.c$.isHeap ? self.mapping.size : length(self.mapping),
  ),
  __repr__: method(
    '()',
    (self: PyMappingProxy) => `${rt.dialect === 2 ? 'dict_proxy' : 'mappingproxy'}(${repr(self.mapping)})`,
  ),
  __str__: method('()', (self: PyMappingProxy) => str(self.mapping)),
  __eq__: method('(value, /)', (self: PyMappingProxy, other: Py) => compareValues(self.mapping, unwrap(other), 'Eq')),
  __ne__: method('(value, /)', (self: PyMappingProxy, other: Py) =>
    compareValues(self.mapping, unwrap(other), 'NotEq'),
  ),
  __hash__: method('()', (self: PyMappingProxy) => hashOf(self.mapping)),
  ...classGetItem(),
  __or__: method('(value, /)', merged),
  __ior__: method('(value, /)', refuseInPlace),
  __ror__: method('(value, /)', (self: Py, other: Py) => merged(other, self)),
  __reversed__: method('()', (self: PyMappingProxy) => callMethod(self.mapping, '__reversed__')),
  get: method('(key, default=None, /)', (self: PyMappingProxy, key: Py, fallback: Py = null) =>
    callMethod(self.mapping, 'get', key, fallback),
  ),
  keys: method('()', (self: PyMappingProxy) => callMethod(self.mapping, 'keys')),
  values: method('()', (self: PyMappingProxy) => callMethod(self.mapping, 'values')),
  items: method('()', (self: PyMappingProxy) => callMethod(self.mapping, 'items')),
  copy: method('()', (self: PyMappingProxy) => callMethod(self.mapping, 'copy')),
  ...(rt.dialect === 2 ? python2Members() : {}),
}));

function python2Members(): Record<string, Py> {
  const members: Record<string, Py> = {
    has_key: method('(key, /)', (self: PyMappingProxy, key: Py) => contains(self.mapping, key)),
    __cmp__: method('(other, /)', (self: PyMappingProxy, other: Py) => compareThreeWay(self.mapping, unwrap(other))),
  };
  for (const name of ['iterkeys', 'itervalues', 'iteritems'])
    members[name] = method('()', (self: PyMappingProxy) => callMethod(self.mapping, name));
  return members;
}
