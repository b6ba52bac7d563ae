/** A class as its definition: the child makes the same class anew. */
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { PyGetSet } from '../object/values.js';
import { abcRegistry } from '../stdlib/_abc.js';
import { PyField } from '../stdlib/ctypes/structure.js';
import { K } from './kinds.js';
import type { SnapshotContext } from './snapshot.js';
import { writeJs } from './values.js';

export function writeClass(s: SnapshotContext, cls: PyType): void {
  const { out } = s;
  out.u8(K.Class);
  s.value(cls.c$);
  out.text(cls.name);
  out.u8('watches' in cls.ctor ? 1 : 0);
  out.count(cls.bases.length);
  for (const base of cls.bases) s.value(base);
  out.count(cls.mro.length);
  for (const c of cls.mro) s.value(c);
  out.text(cls.qualname);
  s.value(cls.moduleName);
  const flags =
    (cls.hasDict ? 1 : 0) |
    (cls.oldStyle ? 2 : 0) |
    (cls.slots === null ? 0 : 4) |
    (cls.collection === 'sequence' ? 8 : 0) |
    (cls.collection === 'mapping' ? 16 : 0);
  out.u8(flags);
  if (cls.slots !== null) {
    out.count(cls.slots.length);
    for (const name of cls.slots) out.text(name);
  }
  writeJs(out, cls.abstractMethods === undefined ? undefined : [...cls.abstractMethods], s);
  s.value(cls.typeParams);
  writeJs(out, abcRegistry(cls), s);
  writeNamespace(s, cls);
}

function writeNamespace(s: SnapshotContext, cls: PyType): void {
  const { out } = s;
  out.count(cls.namespace.size);
  for (const [name, value] of cls.namespace) {
    out.text(name);
    // Descriptors of slots and fields are made with the class.
    if (value instanceof PyGetSet && value.owner === cls) out.u8(value instanceof PyField ? 2 : 0);
    else {
      out.u8(1);
      s.value(value as Py);
    }
  }
}
