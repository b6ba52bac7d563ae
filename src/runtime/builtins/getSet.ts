/** Descriptors of the computed attributes of built-in types, and of slots. */
import { unchangeable } from '../object/accessors.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import type { Py } from '../object/object.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyGetSet, PyMember } from '../object/values.js';

export const getSetType: PyType = builtinType({ name: 'getset_descriptor', js: PyGetSet, subclassable: false });
export const memberType: PyType = builtinType({ name: 'member_descriptor', js: PyMember, subclassable: false });

function checkInstance(d: PyGetSet, instance: Py): void {
  if (d.owner === null || typeOf(instance).mro.includes(d.owner)) return;
  throw TypeError(
    `descriptor '${d.name}' for '${d.owner.name}' objects doesn't apply to a '${typeOf(instance).name}' object`,
  );
}

const members = (kind: string) => (): Members => ({
  __name__: getter((d: PyGetSet) => d.name),
  __qualname__: getter((d: PyGetSet) => `${d.owner?.name}.${d.name}`),
  __objclass__: getter((d: PyGetSet) => d.owner),
  __doc__: getter((d: PyGetSet) => d.doc),
  __get__: method('(instance, owner=None, /)', (d: PyGetSet, instance: Py, owner: Py) => {
    if (instance === null && !(owner !== undefined && owner?.name === 'NoneType')) return d;
    checkInstance(d, instance);
    return d.get(instance);
  }),
  __set__: method('(instance, value, /)', (d: PyGetSet, instance: Py, value: Py) => {
    if (d.set === undefined) throw unchangeable(d, 'setter');
    checkInstance(d, instance);
    d.set(instance, value);
    return null;
  }),
  __delete__: method('(instance, /)', (d: PyGetSet, instance: Py) => {
    if (d.del === undefined) throw unchangeable(d, 'deleter');
    checkInstance(d, instance);
    d.del(instance);
    return null;
  }),
  __repr__: method('()', (d: PyGetSet) => `<${kind} '${d.name}' of '${d.owner?.name}' objects>`),
});

defineMembers(getSetType, members('attribute'));
defineMembers(memberType, members('member'));
