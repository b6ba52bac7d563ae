/** Deletion of attributes. */
import { cannotSet, hasNoDict, lookup, noAttribute, special, storageKey } from './attributes.js';
import { ownNames } from './ownNames.js';
import { rt } from './context.js';
import { hasEmptyPlaces, leavePlace } from './emptyPlaces.js';
import { AttributeError } from './errors.js';
import { isDescriptor, ready } from './install.js';
import { attributeKey, hide, INSTANCE_DICT, methodKey, type Py, rawKey, coveredKey } from './object.js';
import { PyType } from './type.js';
import { typeOf } from './typeof.js';

/** `del o.name`. */
export function delAttr(o: Py, name: string): void {
  const cls = typeOf(o);
  if (cls.delattrHook !== undefined) cls.delattrHook(o, name);
  else if (o instanceof PyType) deleteTypeAttribute.current(o, name);
  else if (cls.isReady && o !== null && leavePlace(o, attributeKey(name))) return;
  else genericDelAttr(o, name);
}

export const deleteTypeAttribute: { current: (cls: PyType, name: string) => void } = {
  current: undefined as unknown as (cls: PyType, name: string) => void,
};

/** `object.__delattr__`. */
export function genericDelAttr(o: Py, name: string): void {
  const cls = typeOf(o);
  ready(cls);
  const found = lookup(cls, name);
  if (found !== undefined && isDescriptor(found)) {
    const del = special(found, '__delete__');
    if (del !== undefined) {
      del(found, o);
      return;
    }
    if (special(found, '__set__') !== undefined) throw AttributeError('__delete__');
  }
  if (deleteOwn(o, name)) return;
  // Python 2 looks into the dict only when there is one yet.
  const isIn2 = rt.dialect === 2 && !cls.oldStyle;
  const hasDict = o !== null && (typeof o === 'function' ? o.info !== undefined : !hasNoDict(o, cls));
  if (hasDict && (!isIn2 || hadAttributes(o))) throw isIn2 ? AttributeError(name) : noAttribute(o, name);
  throw found === undefined
    ? isIn2
      ? noAttribute(o, name)
      : cannotSet(o, name)
    : AttributeError(`'${cls.name}' object attribute '${name}' is read-only`);
}

/** On an object of Python 2 that had an attribute of its own, and so a dict. */
const HAD_ATTRIBUTE = 'had$';

const hadAttributes = (o: Py): boolean =>
  ownNames(o).length > 0 || Object.hasOwn(o, INSTANCE_DICT) || Object.hasOwn(o, HAD_ATTRIBUTE) || hasEmptyPlaces(o);

/** Removes an instance's own attribute. Returns whether there was one. */
export function deleteOwn(o: Py, name: string): boolean {
  if (o === null || (typeof o !== 'object' && typeof o !== 'function')) return false;
  if (o.given$ !== undefined) return o.given$.delete(name) !== undefined;
  const key = storageKey(o, name);
  if (leavePlace(o, key)) return true;
  const found = dropOwn(o, key) || dropOwn(o, rawKey(name)) || dropOwn(o, coveredKey(name));
  if (found && Object.hasOwn(o, methodKey(name))) delete o[methodKey(name)];
  if (found && rt.dialect === 2) hide(o, HAD_ATTRIBUTE, true);
  return found;
}

const dropOwn = (o: Py, key: string): boolean => Object.hasOwn(o, key) && o[key] !== undefined && delete o[key];
