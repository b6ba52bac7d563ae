/** Opening named pipes in threads: the other end is waited for while the thread is suspended, and then it is opened as ever. */
import * as fs from 'node:fs';
import { strValue } from '../object/number.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyBytes } from '../object/values.js';
import { type Steps, withSteps } from '../threads/steps.js';
import { connect, isNamedPipe } from './namedPipe.js';
import { pathArg } from './paths.js';

const { O_RDONLY, O_RDWR, O_WRONLY } = fs.constants;

/** A function that opens a file by its name, with a form for threads. @param flagsOf what its second argument says */
export function opening(f: PyFunction, flagsOf: (mode: Py) => number): PyFunction {
  const { impl } = f.builtin!;
  return withSteps(f, function* (file: Py, mode: Py, ...rest: Py[]): Steps {
    if (strValue(file) !== undefined || file instanceof PyBytes) {
      const { path } = pathArg(file, 'open');
      if (isNamedPipe(path)) yield* connect(path, flagsOf(mode));
    }
    return impl(file, mode, ...rest);
  });
}

/** What a mode like `'r+b'` means for a file that is there. */
export function accessOf(mode: Py): number {
  const text = mode === undefined ? 'r' : (strValue(mode) ?? '');
  return text.includes('+') ? O_RDWR : text.startsWith('r') ? O_RDONLY : O_WRONLY;
}
