/**
 * `fcntl.ioctl`: the size of a terminal's window. Node makes no other request of a device: they end as for one that does not know them.
 * Spec: https://docs.python.org/3/library/fcntl.html#fcntl.ioctl, ioctl_tty(2)
 */
import { fileSystem } from '../../builtins/osError.js';
import { fileAt } from '../../io/descriptors.js';
import { fail } from '../../io/openFile.js';
import { bytesResult } from '../../io/values.js';
import { bufferInfo, bufferOrUndefined, writableBufferOf } from '../../object/buffer.js';
import { ValueError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import { fdArg, intArg } from '../posix/arguments.js';
import { readSize, writeSize } from '../termios/stty.js';

const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;
/** Rows, columns, and two that nobody uses: four times two bytes. */
const WINSIZE_BYTES = 8;
const MOST_BYTES = 1024;

/** Text is taken for its bytes. */
const textBytes = (o: Py): Uint8Array | undefined => (typeof o === 'string' ? Buffer.from(o, 'utf8') : undefined);

/** Does the request with what the bytes hold, and puts its result there, as much of it as they have room for. */
function request(fd: number, number: number, bytes: Uint8Array | undefined): void {
  fileSystem(() => {
    const file = fileAt(fd);
    if (!file.isTerminal() || (number !== TIOCGWINSZ && number !== TIOCSWINSZ)) return fail('ENOTTY');
    if (bytes === undefined) return fail('EFAULT');
    const winsize = new DataView(new ArrayBuffer(WINSIZE_BYTES));
    if (number === TIOCGWINSZ) {
      const [rows, columns] = readSize(file.native);
      winsize.setUint16(0, rows, true);
      winsize.setUint16(2, columns, true);
      bytes.set(new Uint8Array(winsize.buffer).subarray(0, bytes.length));
    } else {
      new Uint8Array(winsize.buffer).set(bytes.subarray(0, WINSIZE_BYTES));
      writeSize(file.native, winsize.getUint16(0, true), winsize.getUint16(2, true));
    }
  });
}

export function ioctl(fd: Py, number: Py, arg: Py = 0, mutates: Py = true): Py {
  const descriptor = fdArg(fd);
  const code = Number(BigInt.asUintN(32, BigInt(number as number)));
  const given = bufferOrUndefined(arg) ?? textBytes(arg);
  if (given === undefined) {
    intArg(arg);
    request(descriptor, code, undefined);
    return 0;
  }
  if (truthy(mutates) && bufferInfo(arg)?.readonly === false) {
    request(descriptor, code, writableBufferOf(arg));
    return 0;
  }
  if (given.length > MOST_BYTES) throw ValueError('ioctl string arg too long');
  const copy = given.slice();
  request(descriptor, code, copy);
  return bytesResult(copy);
}
