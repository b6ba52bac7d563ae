/** The system's files of users and groups, for `pwd` and `grp`. */
import { readFileSync } from 'node:fs';
import { decodeName } from '../io/paths.js';
import { rt } from '../object/context.js';
import { KeyError, TypeError } from '../object/errors.js';
import { intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyUnicode } from '../object/values.js';

/** Lines of the file, split at colons, that have so many fields. */
export function readEntries(file: string, fields: number): string[][] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return [];
  }
  const text = rt.dialect === 2 ? bytes.toString('latin1') : decodeName(bytes);
  const lines = text.split('\n').map((line) => line.split(':'));
  return lines.filter((parts) => parts.length === fields && !parts[0]!.startsWith('#'));
}

/** The entry with this name, or KeyError. */
export function byName(entries: readonly string[][], name: Py, caller: string): string[] {
  const text = strValue(name) ?? (name instanceof PyUnicode ? name.value : undefined);
  if (text === undefined) throw TypeError(`${caller}() argument must be str, not ${typeOf(name).name}`);
  const found = entries.find((entry) => entry[0] === text);
  if (found === undefined) throw KeyError(`${caller}(): name not found: ${rt.dialect === 2 ? text : repr(name)}`);
  return found;
}

/** The entry with this number in its third field, or KeyError. */
export function byNumber(entries: readonly string[][], id: Py, caller: string, kind: 'uid' | 'gid'): string[] {
  const number = intValue(id);
  if (number === undefined) throw TypeError(`${kind} should be integer, not ${typeOf(id).name}`);
  const found = entries.find((entry) => Number(entry[2]) === Number(number));
  if (found === undefined) throw KeyError(`${caller}(): ${kind} not found: ${number}`);
  return found;
}
