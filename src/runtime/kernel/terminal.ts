/** Whether a descriptor is a terminal, asked without `node:tty` where the answer is plain: loading that takes longer than a short program runs. */
import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Major number of /dev/null and the like, on Linux. */
const MEMORY_DEVICES = 1;

export function isTerminal(fd: number): boolean {
  try {
    const status = fstatSync(fd);
    if (!status.isCharacterDevice()) return false;
    return !(process.platform === 'linux' && status.rdev >> 8 === MEMORY_DEVICES) && isatty(fd);
  } catch {
    return false;
  }
}
