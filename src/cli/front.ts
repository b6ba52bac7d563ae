/**
 * A command that ends when its main program ends, though what that has left goes on. All processes of a program are threads of one process
 * of the system; that of a program that may leave a daemon is another one than the command that was typed, which stands in front of it: it
 * passes on signals, and takes over the status of the main program.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { endBySignal } from '../runtime/kernel/endBySignal.js';
import type { FirstThread } from '../runtime/kernel/firstThread.js';
import type { KernelOptions } from '../runtime/kernel/kernel.js';
import { DESCRIPTORS } from '../runtime/kernel/programOptions.js';

/** In the environment of the process behind: what is the main program's parent to it. */
const BEHIND = 'PYMP_BEHIND';

/** What the process behind says. */
interface Ended {
  readonly status: number;
}

const PASSED_ON = 'SIGINT SIGQUIT SIGTERM SIGHUP SIGUSR1 SIGUSR2 SIGALRM SIGWINCH SIGCONT'.split(
  ' ',
) as NodeJS.Signals[];

export const isBehindFront = (): boolean => process.env[BEHIND] !== undefined && process.channel !== undefined;

/** Starts the same command again behind this one, and ends with its main program. */
export function standInFront({ worker }: FirstThread): void {
  worker.terminate();
  const { [DESCRIPTORS]: passed = '' } = process.env;
  const given = new Set([0, 1, 2, ...passed.split(',').filter(Boolean).map(Number)]);
  const last = Math.max(...given);
  const behind = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: [...Array.from({ length: last + 1 }, (_, fd) => (given.has(fd) ? fd : ('ignore' as const))), 'ipc'],
    // A daemon does not end with the terminal.
    detached: true,
    env: { ...process.env, [BEHIND]: `${process.ppid}` },
  });
  passSignals(behind);
  behind.on('message', ({ status }: Ended) => end(status));
  behind.on('exit', (status, signal) => end(signal === null ? status! : -constants.signals[signal]));
}

function passSignals(behind: ChildProcess): void {
  for (const name of PASSED_ON) process.on(name, () => behind.kill(name));
  process.on('SIGTSTP', () => {
    behind.kill('SIGSTOP');
    process.kill(process.pid, 'SIGSTOP');
  });
}

function end(status: number): void {
  if (status >= 0) process.exit(status);
  for (const name of PASSED_ON) process.removeAllListeners(name);
  endBySignal(-status);
}

/** What the kernel has to know in the process behind; nothing in any other. */
export function behindFront(): Pick<KernelOptions, 'parentPid' | 'onMainEnd'> {
  if (!isBehindFront()) return {};
  const { [BEHIND]: parent } = process.env;
  delete process.env[BEHIND];
  let isOver = false;
  // Who ends the command by force means the program.
  process.on('disconnect', () => isOver || process.exit(128 + constants.signals.SIGKILL));
  process.channel!.unref();
  return {
    parentPid: Number(parent),
    onMainEnd: (status) => {
      isOver = true;
      process.send!({ status } satisfies Ended, () => process.disconnect());
    },
  };
}
