/** `os.urandom` (https://docs.python.org/3/library/os.html#os.urandom). */
import { randomFillSync } from 'node:crypto';
import { rt } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { bytesResult } from '../../io/values.js';
import { sizeArg } from './arguments.js';

/** Bytes that nobody has been given yet: to ask the system takes microseconds, however few are wanted. */
interface Reserve {
  readonly bytes: Uint8Array;
  used: number;
}
const RESERVE = 1024;
/** More are asked for at once. */
const FEW = 64;

export function urandom(size: Py): Py {
  const count = sizeArg(size);
  if (count < 0) throw ValueError('negative argument not allowed');
  return bytesResult(count <= FEW ? taken(count) : randomFillSync(new Uint8Array(count)));
}

function taken(count: number): Uint8Array {
  let reserve = rt.state.get('os.urandom') as Reserve | undefined;
  if (reserve === undefined || reserve.used + count > RESERVE) {
    reserve = { bytes: randomFillSync(new Uint8Array(RESERVE)), used: 0 };
    rt.state.set('os.urandom', reserve);
  }
  const { bytes, used } = reserve;
  const result = bytes.slice(used, used + count);
  // Who reads the memory later does not learn what was handed out.
  bytes.fill(0, used, used + count);
  reserve.used += count;
  return result;
}
