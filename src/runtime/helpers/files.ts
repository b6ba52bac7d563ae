/** Files that the program has forgotten. */

import { PyBuffered } from '../io/buffered.js';
import { PyFile2 } from '../io/file2.js';
import { PyFileIO } from '../io/fileio.js';
import { PyTextIOWrapper } from '../io/textio.js';
import { callMethod } from '../object/call.js';
import type { Py } from '../object/object.js';

/** Closes the file of `open(…).read()`, of which only the result is left, as CPython does when it frees the object. */
export function dropFile(result: Py, file: Py): Py {
  const isOurs =
    file instanceof PyTextIOWrapper ||
    file instanceof PyBuffered ||
    file instanceof PyFileIO ||
    file instanceof PyFile2;
  if (isOurs && !(file as Py).c$.isHeap) callMethod(file, 'close');
  return result;
}
