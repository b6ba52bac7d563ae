/**
 * `open()`.
 * Spec: https://docs.python.org/3/library/functions.html#open
 */

import { warn } from '../builtins/warn.js';
import { setAttr, special } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asSize, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { PyUnicode } from '../object/values.js';
import { newBuffered } from './bufferedTypes.js';
import { DEFAULT_BUFFER_SIZE, kindsOfModes, newFileIO, type PyFileIO } from './fileio.js';
import { fspath } from './paths.js';
import { accessOf, opening } from './threadOpens.js';
import { textResult } from './values.js';
import { newlineOption, newTextIOWrapper, stringOption } from './textioType.js';

interface OpenMode {
  /** r, w, a or x, and a + for updating. */
  readonly raw: string;
  readonly isBinary: boolean;
  readonly isUpdating: boolean;
  readonly isReading: boolean;
}

function parseMode(mode: string): OpenMode {
  const letters = new Set(mode);
  const known = rt.dialect === 2 ? 'arwb+tU' : 'axrwb+t';
  if (letters.size !== mode.length || [...letters].some((c) => !known.includes(c))) {
    throw ValueError(`invalid mode: '${mode}'`);
  }
  if (letters.delete('U')) {
    if (letters.has('w') || letters.has('a')) throw ValueError("can't use U and writing mode at once");
    letters.add('r');
  }
  const isBinary = letters.has('b');
  if (isBinary && letters.has('t')) throw ValueError("can't have text and binary mode at once");
  const kinds = [...'xrwa'].filter((c) => letters.has(c));
  if (kinds.length > 1) throw ValueError(`must have exactly one of ${kindsOfModes()} mode`);
  if (kinds.length === 0) throw ValueError(`Must have exactly one of ${kindsOfModes()} mode and at most one plus`);
  const isUpdating = letters.has('+');
  return { raw: `${kinds[0]}${isUpdating ? '+' : ''}`, isBinary, isUpdating, isReading: kinds[0] === 'r' };
}

export interface OpenOptions {
  buffering?: number;
  encoding?: string | null;
  errors?: string | null;
  newline?: string | null;
  closefd?: boolean;
  opener?: Py;
}

/** Whatever counts as a number is taken for a descriptor. */
const pathOf = (file: Py): Py =>
  file !== null && ['__index__', '__int__', '__float__'].some((name) => special(file, name) !== undefined)
    ? file
    : fspath(file);

/** Opens a file as `open()` does. `given` is a path (str, bytes, path-like) or a descriptor. */
export function openFile(given: Py, mode: string, options: OpenOptions = {}): Py {
  const file = rt.dialect === 3 && typeof given === 'object' ? pathOf(given) : given;
  const parsed = parseMode(mode);
  const { buffering = -1, encoding = null, errors = null, newline = null } = options;
  checkOptions(parsed, buffering, options);
  const raw = newFileIO(file, parsed.raw, options.closefd ?? true, options.opener ?? null);
  let result: Py = raw;
  try {
    const isTerminal = buffering < 0 && raw.isTerminal();
    if (buffering === 0) return raw;
    result = buffered(raw, parsed, bufferSize(raw, buffering));
    if (parsed.isBinary) return result;
    const isLineBuffered = buffering === 1 || isTerminal;
    const text = newTextIOWrapper(result, encoding, errors, newline, isLineBuffered);
    setAttr(text, 'mode', textResult(mode));
    return text;
  } catch (error) {
    callMethod(result, 'close');
    throw error;
  }
}

function checkOptions({ isBinary }: OpenMode, buffering: number, { encoding, errors, newline }: OpenOptions): void {
  if (isBinary) {
    if (encoding != null) throw ValueError("binary mode doesn't take an encoding argument");
    if (errors != null) throw ValueError("binary mode doesn't take an errors argument");
    if (newline != null) throw ValueError("binary mode doesn't take a newline argument");
    if (buffering === 1) {
      warn(
        'RuntimeWarning',
        "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
      );
    }
    return;
  }
  newlineOption(newline ?? null);
  if (buffering === 0) throw ValueError("can't have unbuffered text I/O");
}

function bufferSize(raw: PyFileIO, buffering: number): number {
  if (buffering > 1) return buffering;
  return raw.blockSize > 1 ? raw.blockSize : DEFAULT_BUFFER_SIZE;
}

function buffered(raw: PyFileIO, { isUpdating, isReading }: OpenMode, size: number): Py {
  return newBuffered(isUpdating ? 'random' : isReading ? 'reader' : 'writer', raw, size);
}

const SIGNATURE = "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)";

function modeText(mode: Py): string {
  if (mode === undefined) return 'r';
  const text = strValue(mode) ?? (mode instanceof PyUnicode ? mode.value : undefined);
  if (text === undefined)
    throw TypeError(`open() argument 'mode' must be str, not ${mode === null ? 'None' : typeOf(mode).name}`);
  return text;
}

/** The function that Python calls. */
export const open = opening(
  fn(
    SIGNATURE,
    (file: Py, mode: Py, buffering: Py, encoding: Py, errors: Py, newline: Py, closefd: Py, opener: Py) =>
      openFile(file, modeText(mode), {
        buffering: buffering === undefined ? -1 : asSize(buffering),
        encoding: stringOption(encoding, 'open', 'encoding'),
        errors: stringOption(errors, 'open', 'errors'),
        newline: stringOption(newline, 'open', 'newline'),
        closefd: closefd === undefined || truthy(closefd),
        opener: opener ?? null,
      }),
    'open',
  ),
  accessOf,
);
