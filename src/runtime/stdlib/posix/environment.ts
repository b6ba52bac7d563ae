/** The environment: `environ` as it was at the start, and changes to it. */

import { osError } from '../../builtins/osError.js';
import { errnoOf } from '../../io/errnoTable.js';
import { host } from '../../io/host.js';
import { decodeName, fspath, nativeName } from '../../io/paths.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import type { Members } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyUnicode } from '../../object/values.js';

/** A variable's name or value as `posix.environ` holds it: bytes, in Python 2 a str. */
function environText(text: string): Py {
  const native = nativeName(text);
  const bytes = typeof native === 'string' ? Buffer.from(native) : native;
  return rt.dialect === 2 ? bytes.toString('latin1') : new PyBytes(new Uint8Array(bytes));
}

function environ(variables: readonly (readonly [name: string, value: string])[]): PyDict {
  const dict = new PyDict();
  for (const [name, value] of variables) dict.set(environText(name), environText(value));
  return dict;
}

/** The text of an argument, with bytes that are no UTF-8 as lone surrogates. */
function textArg(o: Py, position = 1): string {
  if (rt.dialect === 2) {
    const text = strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);
    if (text === undefined) throw TypeError(`putenv() argument must be string, not ${typeOf(o).name}`);
    if (text.includes('\0'))
      throw TypeError(`putenv() argument ${position} must be string without null bytes, not ${typeOf(o).name}`);
    return decodeName(Buffer.from(text, 'latin1'));
  }
  const path = fspath(o);
  const text = path instanceof PyBytes ? decodeName(Buffer.from(path.data)) : strValue(path)!;
  if (text.includes('\0')) throw ValueError('embedded null byte');
  return text;
}

function putenv(name: Py, value: Py): null {
  const key = textArg(name);
  const text = textArg(value, 2);
  if (key.includes('=')) throw ValueError('illegal environment variable name');
  if (key === '') throw osError(errnoOf('EINVAL')!);
  host().environ.set(key, text);
  return null;
}

function unsetenv(name: Py): null {
  const key = textArg(name);
  if (key === '' || key.includes('=')) throw osError(errnoOf('EINVAL')!);
  host().environ.delete(key);
  return null;
}

export const environmentMembers = (): Members => ({
  putenv: fn('(name, value, /)', putenv),
  unsetenv: fn('(name, /)', unsetenv),
});

/** `environ` is asked for by `os` alone. It is what the variables were at the start, whatever happens before. */
export function laterEnvironment(): readonly [name: string, make: () => Py][] {
  const variables = [...host().environ];
  return [['environ', () => environ(variables)]];
}
