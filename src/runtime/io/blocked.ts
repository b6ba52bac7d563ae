/** BlockingIOError of a buffered writer that could not write everything, in either dialect. */
import { initOsError } from '../builtins/osError.js';
import { rt } from '../object/context.js';
import { BlockingIOError, type PyBaseException } from '../object/errors.js';
import { blocked2 } from './blocking2.js';
import { errnoOf } from './errnoTable.js';

export function wouldBlock(text: string, written: number): PyBaseException {
  const errno = errnoOf('EAGAIN')!;
  if (rt.dialect === 2) return blocked2(errno, text, written);
  const error = BlockingIOError(errno, text, written);
  initOsError(error, [errno, text, written]);
  return error;
}
