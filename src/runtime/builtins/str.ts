/**
 * `str`.
 *
 * One class object for both dialects: what it offers is decided when it is first used (`dialect.ts` switches it).
 * Spec: https://docs.python.org/3/library/stdtypes.html#text-sequence-type-str
 */

import { bufferOrUndefined } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { defineMembers, installAttribute, installOnInstances, mirrorOn, readThrough } from '../object/install.js';
import { type Py, PyObject } from '../object/object.js';
import { str, strValueOf } from '../object/text.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyStaticMethod, PyStrBox } from '../object/values.js';
import { checkNew } from './checkNew.js';
import { decodeText } from './codecs.js';
import { str2Members } from './str2.js';
import { kindName } from './strArgs.js';
import { caseMembers } from './strCaseMethods.js';
import { codecMembers } from './strCodecMethods.js';
import { searchMembers } from './strSearchMethods.js';
import { sequenceMembers } from './strSequence.js';
import { shapeMembers } from './strShapeMethods.js';

export const strType: PyType = builtinType({ name: 'str', js: PyStrBox });

mirrorOn(strType, String.prototype);

/** What `str` offers in the dialect that is running. */
export function strMembers(): Members {
  if (rt.dialect === 3) return str3Members();
  offerNewMethods();
  return str2Members(strType);
}

const NEW_IN_3 =
  'casefold format_map isascii isdecimal isidentifier isnumeric isprintable maketrans removeprefix removesuffix'.split(
    ' ',
  );

/**
 * Methods that Python 2's str does not have, for the library modules: they are written in Python 3 and run in both
 * dialects. They can be called, but `dir()` does not show them.
 */
function offerNewMethods(): void {
  const members = { ...searchMembers(), ...caseMembers(), ...codecMembers() };
  for (const name of NEW_IN_3) {
    const value = members[name];
    const { builtin } = value instanceof PyStaticMethod ? value.func : value;
    builtin.name = name;
    builtin.owner = strType;
    installAttribute(strType, name, value);
    installOnInstances(strType, String.prototype, name, value);
  }
  readThrough(String.prototype);
}

defineMembers(strType, strMembers);

const str3Members = (): Members => ({
  __doc__: 'Text: an immutable sequence of Unicode code points.',
  __new__: new PyStaticMethod(
    fn("(cls, object='', encoding='utf-8', errors='strict')", (cls: Py, object: Py, encoding: Py, errors: Py) => {
      if (cls === strType && object instanceof PyObject && encoding === undefined && errors === undefined)
        return strValueOf(object);
      const text = newText(cls, object, encoding, errors);
      return cls === strType ? text : new cls.ctor(text);
    }),
  ),
  ...sequenceMembers(),
  ...searchMembers(),
  ...caseMembers(),
  ...shapeMembers(),
  ...codecMembers(),
});

function newText(cls: Py, object: Py, encoding: Py, errors: Py): string {
  if (encoding === undefined && errors === undefined) {
    checkNew(cls, strType);
    return object === undefined ? '' : str(object);
  }
  checkNew(cls, strType);
  const codec = optionArg(encoding, 'encoding');
  const handler = optionArg(errors, 'errors');
  if (object === undefined) return '';
  if (typeof object === 'string' || object instanceof PyStrBox) throw TypeError('decoding str is not supported');
  const bytes = bufferOrUndefined(object);
  if (bytes === undefined) throw TypeError(`decoding to str: need a bytes-like object, ${typeOf(object).name} found`);
  return decodeText(bytes, codec ?? 'utf-8', handler ?? 'strict', object, true);
}

function optionArg(o: Py, name: string): string | undefined {
  if (o === undefined || typeof o === 'string') return o;
  if (o instanceof PyStrBox) return o.value;
  throw TypeError(`str() argument '${name}' must be str, not ${kindName(o)}`);
}
