/** `AuthenticationString`: the keys of processes. */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { bytesType } from '../../builtins/bytes.js';
import { strType } from '../../builtins/str.js';
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { type Py } from '../../object/object.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyBytes, PyStrBox, PyTuple } from '../../object/values.js';
import { mp } from './state.js';

const MODULE = 'multiprocessing.process';

/** Key of the process that is allowed to talk to this one; it does not travel by accident. */
class PyAuthenticationString extends PyBytes {}
class PyAuthenticationString2 extends PyStrBox {}
const authenticationString = libraryClass({
  name: 'AuthenticationString',
  js: PyAuthenticationString,
  base: bytesType,
  module: MODULE,
  hasDict: true,
});
const authenticationString2 = libraryClass({
  name: 'AuthenticationString',
  js: PyAuthenticationString2,
  base: strType,
  module: MODULE,
  hasDict: true,
});
for (const type of [authenticationString, authenticationString2]) {
  defineMembers(type, () => ({
    __reduce__: method('()', (self: Py) => {
      if (mp().spawning === null) {
        throw TypeError('Pickling an AuthenticationString object is disallowed for security reasons');
      }
      return new PyTuple([type, new PyTuple([self instanceof PyBytes ? new PyBytes(self.data) : self.value])]);
    }),
  }));
}

/** `AuthenticationString` of the program's dialect. */
export const authenticationStringType = (): PyType => (rt.dialect === 2 ? authenticationString2 : authenticationString);

const KEY_BYTES = 32;

/** From the system where it gives them: every program that starts a process has a key, and `node:crypto` takes milliseconds to load. */
function randomKey(): Uint8Array {
  const key = new Uint8Array(KEY_BYTES);
  try {
    const source = openSync('/dev/urandom', 'r');
    try {
      if (readSync(source, key) === KEY_BYTES) return key;
    } finally {
      closeSync(source);
    }
  } catch {
    // There is no such file here.
  }
  return randomBytes(KEY_BYTES);
}

/** A key of these bytes, or of random ones. */
export function newAuthKey(bytes: Uint8Array = randomKey()): Py {
  return rt.dialect === 2
    ? new PyAuthenticationString2(Buffer.from(bytes).toString('latin1'))
    : new PyAuthenticationString(bytes);
}
