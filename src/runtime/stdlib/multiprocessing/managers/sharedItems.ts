/** What the lists and dicts in the arena have in common: items as encoded records. */
import { encodeRecord } from '../../../codec/index.js';
import { getAttr } from '../../../object/attributes.js';
import { keywordsOf } from '../../../object/keywordNames.js';
import { callKw } from '../../../object/call.js';
import type { Py } from '../../../object/object.js';
import { PyTuple } from '../../../object/values.js';
import { type Bytes, vectorVersion, withVector } from '../../../mp/vector.js';
import { arena } from '../support.js';
import { copied } from './copied.js';
import { Head } from './shared.js';

/** Address of the records of an object. */
export const recordsOf = (at: number): number => at + Head.body;

/** The bytes of a value, until the next value is encoded. */
export const encoded = (value: Py): Bytes => encodeRecord(value);

/** The bytes of a value, to keep. */
export function kept(value: Py): Bytes {
  const { bytes, length } = encodeRecord(value);
  return { bytes: bytes.slice(0, length), length };
}

export interface Items {
  /** All of the object as Python's. Called while nobody changes it; returns what makes the value afterwards. */
  read(at: number): () => Py;
  /** The records of a whole value. */
  records(value: Py): Bytes[];
  /** Puts them in place of all. Called while nobody else changes the object. */
  replace(at: number, records: Bytes[]): void;
  readonly changing: ReadonlySet<string>;
}

/**
 * A method of any kind: called on a copy of the whole, which is then put in its place if nobody has changed the object meanwhile.
 * (It may call code of the program, which may use the object itself.)
 */
export function callOnCopy(items: Items, at: number, method: string, args: readonly Py[], kwds: Py): Py {
  const given: Py[] = copied(new PyTuple([...args])).items;
  const keywords = keywordsOf(kwds === null ? null : copied(kwds));
  const records = recordsOf(at);
  for (;;) {
    const shared = arena();
    const [version, make] = withVector(
      shared,
      records,
      () => [vectorVersion(shared, records), items.read(at)] as const,
    );
    const value = make();
    const result = callKw(getAttr(value, method), given, keywords);
    if (!items.changing.has(method)) return result;
    const after = items.records(value);
    const isReplaced = withVector(shared, records, () => {
      if (vectorVersion(shared, records) !== version) return false;
      items.replace(at, after);
      return true;
    });
    if (isReplaced) return result === value ? null : result;
  }
}
