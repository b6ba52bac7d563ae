/** `unicode(x)` of Python 2. */
import { findAttr, special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { BaseException, PyBaseException, TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyUnicode } from '../object/values.js';
import { decodeAscii2, strBytes } from './ascii2.js';

/** The unicode of any object: its `__unicode__`, else its str through ASCII. */
export function toUnicode2(o: Py): PyUnicode {
  if (o instanceof PyUnicode) return o.c$.isHeap ? ownUnicode(o) : o;
  const bytes = typeof o === 'string' ? o : undefined;
  if (bytes !== undefined) return new PyUnicode(decodeAscii2(bytes));
  return ownUnicode(o);
}

function ownUnicode(o: Py): PyUnicode {
  const hook = o === null ? undefined : typeOf(o).oldStyle ? findAttr(o, '__unicode__') : special(o, '__unicode__');
  if (hook !== undefined) return asUnicode(typeOf(o).oldStyle ? call(hook, []) : hook(o), '__unicode__');
  if (o instanceof PyUnicode) return new PyUnicode(o.value);
  // An exception's own text may be unicode.
  if (o instanceof PyBaseException && special(o, '__str__') === BaseException.type.proto.m$__str__) {
    const { items } = o.args;
    if (items.length < 2) return items.length === 0 ? new PyUnicode('') : toUnicode2(items[0]);
  }
  const own = special(o, '__str__');
  return asUnicode(own === undefined ? repr(o) : own(o), '__str__');
}

function asUnicode(result: Py, name: string): PyUnicode {
  if (result instanceof PyUnicode) return result;
  const bytes = strBytes(result);
  if (bytes === undefined) throw TypeError(`${name} returned non-string (type ${typeOf(result).name})`);
  return new PyUnicode(decodeAscii2(bytes));
}
