/** What can be wrong with a pickle, and what is raised for it: Python 2 has two unpicklers, which differ (faults2.ts). */
import { rt } from '../object/context.js';
import { EOFError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { UnpicklingError } from './errors.js';

export interface Faults {
  /** No opcode where there should be one. */
  ended(): Py;
  /** Fewer bytes than an opcode takes. */
  truncated(): Py;
  /** What a line without an end stands for; throws if for nothing. */
  unendedLine(rest: string): string;
  /** Fewer values on the stack than an opcode takes. @param hasMark a mark is in their place */
  underflow(hasMark: boolean): Py;
  noMark(): Py;
  /** Nothing is remembered under this number (or what stands in its place). */
  notRemembered(at: number | string): Py;
  unknown(op: number): Py;
  /** The literal of a str is none. */
  unquoted(): Py;
  noPersistentLoad(): Py;
}

const truncated = (): Py => UnpicklingError('pickle data was truncated');

export const faults: Faults = {
  // Messages between processes are read with these in Python 2 too.
  ended: () => (rt.dialect === 2 ? EOFError() : EOFError('Ran out of input')),
  truncated,
  unendedLine: () => {
    throw truncated();
  },
  underflow: (hasMark) => UnpicklingError(hasMark ? 'unexpected MARK found' : 'unpickling stack underflow'),
  noMark: () => UnpicklingError('could not find MARK'),
  notRemembered: (at) => UnpicklingError(`Memo value not found at index ${at}`),
  unknown: (op) => UnpicklingError(`invalid load key, '${shownKey(op)}'.`),
  unquoted: () => UnpicklingError('the STRING opcode argument must be quoted'),
  noPersistentLoad: () =>
    UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was specified.'),
};

function shownKey(op: number): string {
  const isPlain = op >= 0x20 && op < 0x7f && op !== 0x27 && op !== 0x5c;
  return isPlain ? String.fromCharCode(op) : `\\x${op.toString(16).padStart(2, '0')}`;
}
