/** Makes the types that differ most between Python 2 and 3 those of one dialect. */
import { defineMembers, mirrorOn } from '../object/install.js';
import { nameTypes, objectType, type PyType } from '../object/type.js';
import { basestringType } from './basestring.js';
import { useExceptionBases } from './exceptionBases2.js';
import { useOsErrorDialect } from './osError.js';
import { byteArrayMembers, byteArrayType } from './bytearray.js';
import { strMembers, strType } from './str.js';

/**
 * Called when a context of that dialect is entered. Members are installed on first use by the dialect then running, so
 * the first call in a thread only gives `str` its base; a later change of dialect empties the types first.
 */
export function useDialect(dialect: 2 | 3): void {
  nameTypes(dialect);
  useExceptionBases(dialect);
  useOsErrorDialect(dialect);
  const base = dialect === 2 ? basestringType : objectType;
  if (strType.base === base) return;
  setBase(strType, base);
  redefine(strType, strMembers, String.prototype);
  redefine(byteArrayType, byteArrayMembers);
}

function setBase(type: PyType, base: PyType): void {
  type.base = base;
  type.bases = [base];
  type.mro = [type, ...base.mro];
  Object.setPrototypeOf(type, base);
}

function redefine(type: PyType, members: Parameters<typeof defineMembers>[1], mirror?: object): void {
  const targets = mirror === undefined ? [type, type.proto] : [type, type.proto, mirror];
  for (const target of targets) removeMembers(target);
  type.namespace.clear();
  type.forgetSpecials();
  type.newHook = undefined;
  type.initHook = undefined;
  type.pending = undefined;
  type.isReady = false;
  defineMembers(type, members);
  if (mirror !== undefined) mirrorOn(type, mirror);
}

function removeMembers(target: object): void {
  for (const key of Reflect.ownKeys(target)) {
    if (typeof key !== 'string') continue;
    if (key.startsWith('$') || key.startsWith('m$') || key === 'mirrored$') Reflect.deleteProperty(target, key);
  }
}
