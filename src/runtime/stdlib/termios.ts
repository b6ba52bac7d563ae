/**
 * The `termios` module: settings of terminals.
 *
 * What `stty` can do is done by it (termios/stty.ts); stopping the flow and sending breaks down a line are not among that and raise ENOSYS.
 * Spec: https://docs.python.org/3/library/termios.html
 */
import { errnoFrom } from '../builtins/osError.js';
import { fileAt } from '../io/descriptors.js';
import { errorText } from '../io/errnoTable.js';
import { fail } from '../io/openFile.js';
import { bytesResult } from '../io/values.js';
import { bufferOrUndefined } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { OverflowError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { PyList, PyTuple } from '../object/values.js';
import { errorType } from './errorType.js';
import { fdArg, intArg } from './posix/arguments.js';
import { constants } from './termios/constants.js';
import {
  CHARACTERS,
  discardInput,
  isPseudoTerminal,
  readSettings,
  readSize,
  SPEED,
  type TerminalSettings,
  writeSettings,
  writeSize,
} from './termios/stty.js';

const ICANON = 2;
const VTIME = 5;
const VMIN = 6;
const TCSAFLUSH = 2;
const TCOFLUSH = 1;
const LAST_QUEUE = 2;
const LAST_FLOW = 3;
const SIZE_MAX = 0xffff;

/** Runs a call for the terminal at a descriptor, raising what it throws as `termios.error`. */
function onTerminal<T>(fd: Py, run: (native: number) => T): T {
  const number = fdArg(fd);
  try {
    const file = fileAt(number);
    if (!file.isTerminal()) fail('ENOTTY');
    return run(file.native);
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined ? error : errorType('termios.error')(errno, errorText(errno));
  }
}

function getAttributes(fd: Py): PyList {
  const { input, output, control, local, characters } = onTerminal(fd, readSettings);
  const counts = (local & ICANON) === 0;
  const shown = characters.map((character, i) =>
    counts && (i === VMIN || i === VTIME) ? character : bytesResult(Uint8Array.of(character)),
  );
  const speed = control & SPEED;
  return new PyList([input, output, control, local, speed, speed, new PyList(shown)]);
}

function character(o: Py): number {
  const bytes = bufferOrUndefined(o);
  if (bytes?.length === 1) return bytes[0]!;
  const value = intValue(o);
  if (value === undefined) throw TypeError('tcsetattr: elements of attributes must be characters or integers');
  return Number(value) & 0xff;
}

function settingsOf(items: readonly Py[]): TerminalSettings {
  const [input, output, control, local, _inputSpeed, outputSpeed] = items.slice(0, 6).map(flags);
  const characters: Py = items[6];
  if (!(characters instanceof PyList) || characters.items.length !== CHARACTERS)
    throw TypeError(`tcsetattr: attributes[6] must be ${CHARACTERS} element list`);
  return {
    input: input!,
    output: output!,
    control: ((control! & ~SPEED) | (outputSpeed! & SPEED)) >>> 0,
    local: local!,
    characters: characters.items.map(character),
  };
}

const flags = (o: Py): number => Number(BigInt.asUintN(32, BigInt(rt.dialect === 2 ? intArg(o) : asIndex(o))));

function setAttributes(fd: Py, when: Py, attributes: Py): null {
  const moment = intArg(when);
  const items = attributes instanceof PyList ? attributes.items : [];
  if (items.length !== 7) throw TypeError('tcsetattr, arg 3: must be 7 element list');
  onTerminal(fd, (native) => {
    const settings = settingsOf(items);
    if (moment < 0 || moment > TCSAFLUSH) fail('EINVAL');
    if (moment === TCSAFLUSH) discardInput(native);
    writeSettings(native, settings);
  });
  return null;
}

/** Output is with the system when it has been written: only what was typed can be thrown away. */
function flush(fd: Py, queue: Py): null {
  const number = intArg(queue);
  onTerminal(fd, (native) => {
    if (number < 0 || number > LAST_QUEUE) fail('EINVAL');
    if (number !== TCOFLUSH) discardInput(native);
  });
  return null;
}

/** Settings that are set again take effect when all output has been sent. */
function drain(fd: Py): null {
  onTerminal(fd, (native) => writeSettings(native, readSettings(native)));
  return null;
}

function setSize(fd: Py, size: Py): null {
  const items = size instanceof PyTuple || size instanceof PyList ? size.items : [];
  if (items.length !== 2) throw TypeError('tcsetwinsize, arg 2: must be a two-item sequence');
  const [rows, columns] = items.map((item: Py) => Number(asIndex(item))) as [number, number];
  if (Math.min(rows, columns) < 0 || Math.max(rows, columns) > SIZE_MAX)
    throw OverflowError('winsize value(s) out of range.');
  onTerminal(fd, (native) => writeSize(native, rows, columns));
  return null;
}

export default (): Members => ({
  ...constants(),
  error: errorType('termios.error').type,
  tcgetattr: fn('(fd, /)', getAttributes),
  tcsetattr: fn('(fd, when, attributes, /)', setAttributes),
  tcflush: fn('(fd, queue, /)', flush),
  tcdrain: fn('(fd, /)', drain),
  tcflow: fn('(fd, action, /)', (fd: Py, action: Py) => {
    const number = intArg(action);
    return onTerminal(fd, () => fail(number < 0 || number > LAST_FLOW ? 'EINVAL' : 'ENOSYS'));
  }),
  tcsendbreak: fn('(fd, duration, /)', (fd: Py, _duration: Py) =>
    onTerminal(fd, (native) => (isPseudoTerminal(native) ? null : fail('ENOSYS'))),
  ),
  ...(rt.dialect === 2
    ? {}
    : {
        tcgetwinsize: fn('(fd, /)', (fd: Py) => new PyTuple(onTerminal(fd, readSize))),
        tcsetwinsize: fn('(fd, winsize, /)', setSize),
      }),
});
