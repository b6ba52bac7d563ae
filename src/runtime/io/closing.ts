/** The end of a file that stands on another one. */
import { callMethod } from '../object/call.js';
import { PyBaseException } from '../object/errors.js';
import type { Py } from '../object/object.js';

/** A file over `inner`, which `forget` lets go of what waits in its own buffers. */
interface Layer {
  forget(): void;
}

/**
 * `flush`, and `close` of the file below: an error of the first does not keep the second from happening, and is the
 * context of the second's.
 */
export function closeThrough(self: Layer & Py, inner: Py): void {
  let failure: unknown;
  try {
    callMethod(self, 'flush');
  } catch (error) {
    failure = error;
  }
  try {
    callMethod(inner, 'close');
  } catch (error) {
    if (failure instanceof PyBaseException && error instanceof PyBaseException) error.context = failure;
    failure = error;
  }
  self.forget();
  if (failure !== undefined) throw failure;
}
