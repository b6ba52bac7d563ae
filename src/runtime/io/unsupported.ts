/** `io.UnsupportedOperation`. */

import { ioError2, plainOsError } from '../builtins/osError.js';
import { rt } from '../object/context.js';
import { OSError, type PyBaseException, ValueError } from '../object/errors.js';
import { builtinType, type PyType } from '../object/type.js';

const type: PyType = builtinType({
  name: 'UnsupportedOperation',
  js: class extends OSError.type.ctor {},
  base: OSError.type,
  module: 'io',
});
// As if `io.py` had made it: it sets attributes of the class.
type.isHeap = true;

/** The class, with the bases that it has in the running dialect. */
export function unsupportedType(): PyType {
  const bases = rt.dialect === 2 ? [ValueError.type, ioError2] : [OSError.type, ValueError.type];
  if (type.bases.length === 1 || type.bases[0] !== bases[0]) {
    type.bases = bases;
    const [first, second] = bases as [PyType, PyType];
    const shared = first.mro.filter((c) => second.mro.includes(c));
    type.mro = [type, ...first.mro.filter((c) => !shared.includes(c)), ...second.mro];
    type.base = first;
    Object.setPrototypeOf(type.proto, (rt.dialect === 2 ? second : first).proto);
  }
  return type;
}

/** `io.UnsupportedOperation(text)`. */
export const unsupported = (text: string): PyBaseException => new (unsupportedType().ctor)([text]);

/** What a stream cannot do because of what is beneath it: in Python 2 a plain IOError. */
export const refused = (text: string): PyBaseException => (rt.dialect === 2 ? plainOsError(text) : unsupported(text));
