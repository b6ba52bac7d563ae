/**
 * `int`, and Python 2's `long`.
 *
 * An int is a JavaScript number while it is a safe integer and a bigint beyond; a subclass's instance is a PyIntBox.
 * In Python 2 a bigint of more than 64 bits is a `long`, and so is a PyLong.
 * Spec: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
 */
import { rt } from '../object/context.js';
import { defineMembers, mirrorOn, ready } from '../object/install.js';
import type { Py } from '../object/object.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { PyIntBox, PyLong, PyStaticMethod } from '../object/values.js';
import { intBytesMembers, offerBytes2 } from './intBytes.js';
import { intMembers } from './intMembers.js';
import { intMembers2 } from './intMembers2.js';
import { newInt, newLong, toInt } from './intNew.js';
import { fitsWord } from './long2.js';

export const intType: PyType = builtinType({ name: 'int', js: PyIntBox });
// Few calls deep: what `int(text)` raises passes all of them.
intType.makes = function makeInt(x: Py): Py {
  return arguments.length === 1 ? toInt(x) : intType.newHook(intType, ...arguments);
};
/** Python 2's `long`. */
export const longType: PyType = builtinType({ name: 'long', js: PyLong });

mirrorOn(intType, Number.prototype, BigInt.prototype);

// The class of a bigint depends on its size in Python 2.
Object.defineProperty(BigInt.prototype, 'c$', {
  get(this: bigint): PyType {
    return rt.dialect === 2 && !fitsWord(this) ? longType : intType;
  },
  configurable: true,
  enumerable: false,
});

defineMembers(intType, (): Members => {
  if (rt.dialect === 2) offerBytes2(intType, Number.prototype, BigInt.prototype);
  return {
    __doc__: rt.dialect === 2 ? DOC2 : DOC,
    __new__: new PyStaticMethod(newInt(intType)),
    ...intMembers(),
    ...(rt.dialect === 2 ? intMembers2() : intBytesMembers()),
  };
});

defineMembers(longType, (): Members => {
  offerBytes2(longType);
  // An int of many digits is one of these, and has its attributes from int's prototypes.
  ready(intType);
  return {
    __doc__: DOC_LONG,
    __new__: new PyStaticMethod(newLong(longType)),
    ...intMembers(),
    ...intMembers2(),
  };
});

const DOC =
  'An exact integer of any size.\n\nint([x]) converts a number, truncating towards zero; ' +
  'int(x, base=10) reads a text in the given base.';
const DOC2 = 'An exact integer; int(x) gives a long where the value does not fit 64 bits.';
const DOC_LONG = 'An exact integer of any size.';
