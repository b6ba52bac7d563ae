/** Arguments that many functions of `os` share. */
import { warn } from '../../builtins/warn.js';
import { decodeName, fspath } from '../../io/paths.js';
import { special } from '../../object/attributes.js';
import { bufferOf } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { asIndex, asSize, intValue, strValue } from '../../object/number.js';
import { toArray } from '../../object/iterate.js';
import { callMethod } from '../../object/call.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyUnicode } from '../../object/values.js';

const INT_MAX = 0x7fffffff;

/** A C int. */
export function intArg(o: Py): number {
  if (rt.dialect === 2 && intValue(o) === undefined) {
    if (o instanceof PyFloat) return Math.trunc(o.v);
    throw TypeError('an integer is required');
  }
  const value = asIndex(o);
  if (value > INT_MAX) throw OverflowError('Python int too large to convert to C int');
  if (value < -INT_MAX - 1) throw OverflowError('Python int too large to convert to C int');
  return Number(value);
}

export const sizeArg = asSize;

/** A descriptor, or an object with a `fileno` method. */
export function fdArg(o: Py): number {
  if (typeof o === 'boolean' && rt.dialect === 3) warn('RuntimeWarning', 'bool is used as a file descriptor');
  if (intValue(o) !== undefined) return intArg(o);
  const fileno = o === null ? undefined : special(o, 'fileno');
  if (fileno === undefined) {
    throw TypeError(
      rt.dialect === 2 ? 'an integer is required' : 'argument must be an int, or have a fileno() method.',
    );
  }
  const fd = intValue(fileno(o));
  if (fd === undefined) throw TypeError('fileno() returned a non-integer');
  return Number(fd);
}

/** A user or group id; -1 leaves it as it is. */
export function idArg(o: Py, kind: 'uid' | 'gid'): number {
  if (intValue(o) === undefined && (o === null || special(o, '__index__') === undefined)) {
    throw TypeError(`${kind} should be integer, not ${typeOf(o).name}`);
  }
  const value = asIndex(o);
  if (value < -1) throw OverflowError(`${kind} is less than minimum`);
  if (value > 0xffffffff) throw OverflowError(`${kind} is greater than maximum`);
  return Number(value);
}

/** A word for a program: text, with bytes that are no UTF-8 as lone surrogates. */
export function word(o: Py): string {
  const path = fspath(o);
  if (path instanceof PyUnicode) return checked(path.value);
  const text = strValue(path);
  if (text !== undefined && rt.dialect === 3) return checked(text);
  return checked(decodeName(Buffer.from(bufferOf(path))));
}

function checked(text: string): string {
  if (text.includes('\0')) throw ValueError('embedded null byte');
  return text;
}

/** A part of a variable, which Python 2 has other words for. */
function variable2(o: Py, position: number): string {
  const text = strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);
  if (text === undefined || text.includes('\0'))
    throw TypeError(`execve() arg 3 contains a non-string ${position === 0 ? 'key' : 'value'}`);
  return word(o);
}

/** Environment variables for a program, from a mapping. */
export function variablesOf(env: Py): Record<string, string> {
  if (!(env instanceof PyDict) && (env === null || special(env, '__getitem__') === undefined))
    throw TypeError(
      rt.dialect === 2 ? 'execve() arg 3 must be a mapping object' : 'execve: environment must be a mapping object',
    );
  const variables: Record<string, string> = {};
  for (const item of toArray(callMethod(env, 'items'))) {
    const [key, value] = toArray(item).map(rt.dialect === 2 ? variable2 : word);
    if (key === '' || key!.includes('=', 1)) throw ValueError('illegal environment variable name');
    variables[key!] = value!;
  }
  return variables;
}
