/** Classes of a fork snapshot, made anew without running anything of theirs. */
import { fillRestoredClass, newRestoredClass } from '../object/classes.js';
import { restoredDescriptor } from '../object/slots.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../object/values.js';
import { restoreAbc } from '../stdlib/_abc.js';
import { PyField } from '../stdlib/ctypes/structure.js';
import type { Restorer } from './restore.js';

export function makeClass(r: Restorer, id: number): Py {
  const { input } = r;
  const meta: PyType = r.value();
  const name = input.text();
  const finalizes = input.u8() === 1;
  const bases: PyType[] = [];
  for (let n = input.count(); n > 0; n--) bases.push(r.value());
  // A base, or its metaclass, may have needed the class itself.
  if (r.objects[id] !== undefined) return r.objects[id];
  for (const base of bases) r.fillFirst(base);
  if (r.objects[id] !== undefined) return r.objects[id];
  const cls = newRestoredClass(meta, name, bases, finalizes, (self) => {
    r.objects[id] = self;
    const mro: PyType[] = [];
    for (let n = input.count(); n > 0; n--) mro.push(r.value());
    return mro;
  });
  cls.qualname = input.text();
  cls.moduleName = r.value();
  const flags = input.u8();
  cls.hasDict = (flags & 1) !== 0;
  cls.oldStyle = (flags & 2) !== 0;
  if ((flags & 4) !== 0) {
    cls.slots = [];
    for (let n = input.count(); n > 0; n--) cls.slots.push(input.text());
  }
  if ((flags & 24) !== 0) cls.collection = (flags & 8) !== 0 ? 'sequence' : 'mapping';
  r.later(id, cls);
  r.fillFirst(cls);
  return cls;
}

/** The rest of the record: abstract methods, type parameters, registered subclasses, and the attributes. */
export function fillClass(r: Restorer, cls: PyType): void {
  const { input } = r;
  const abstract = r.value();
  if (abstract !== undefined) cls.abstractMethods = abstract;
  cls.typeParams = r.value();
  const registry = r.value();
  if (registry !== undefined) restoreAbc(cls, registry);
  const namespace: [string, Py][] = [];
  for (let n = input.count(); n > 0; n--) {
    const name = input.text();
    const kind = input.u8();
    const value = kind === 1 ? r.value() : kind === 2 ? new PyField(name, cls) : restoredDescriptor(cls, name);
    if (value instanceof PyStaticMethod || value instanceof PyClassMethod || value instanceof PyProperty)
      r.fillFirst(value);
    namespace.push([name, value]);
  }
  fillRestoredClass(cls, namespace);
}
