/**
 * Runs one command to its end and keeps what it printed. The command gets a process group of its own, so that
 * nothing that it started can outlive it.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** A file for standard input; without it the program reads nothing. */
  readonly stdinFile?: string | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How it ended: an exit code, the name of the signal that killed it, or why the runner stopped it. */
export type Ending =
  | { readonly kind: 'exit'; readonly exit: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'too-much-output' }
  | { readonly kind: 'not-started'; readonly reason: string };

export interface Execution {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly ending: Ending;
  readonly durationMs: number;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** How long a stopped command may keep its output open: a process that left the group could do so for ever. */
const GRACE_MS = 1000;

/**
 * Runs `command`. Never rejects: whatever goes wrong is in `ending`.
 *
 * It is over when the program has ended and nobody holds its output open any more, so what forked children print
 * after their parent's end is seen; the time limit covers them too.
 */
export function execute(command: Command): Promise<Execution> {
  const startedAt = performance.now();
  const stdin = command.stdinFile === undefined ? 'ignore' : openSync(command.stdinFile, 'r');
  return new Promise((resolve) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let size = 0;
    let stopped: Ending | undefined;
    let graceTimer: NodeJS.Timeout | undefined;
    const child = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: { ...command.env },
      detached: true,
      stdio: [stdin, 'pipe', 'pipe'],
    });
    if (stdin !== 'ignore') closeSync(stdin);
    const stop = (ending: Ending): void => {
      if (stopped) return;
      stopped = ending;
      killGroup(child.pid);
      graceTimer = setTimeout(() => {
        child.stdout!.destroy();
        child.stderr!.destroy();
        finish(ending);
      }, GRACE_MS);
    };
    const timer = setTimeout(() => stop({ kind: 'timeout' }), command.timeoutMs);
    const onAbort = (): void => stop({ kind: 'not-started', reason: 'interrupted' });
    command.signal?.addEventListener('abort', onAbort, { once: true });
    if (command.signal?.aborted) onAbort();
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT_BYTES) stop({ kind: 'too-much-output' });
      else into.push(chunk);
    };
    child.stdout!.on('data', keep(stdout));
    child.stderr!.on('data', keep(stderr));
    const finish = (ending: Ending): void => {
      clearTimeout(timer);
      clearTimeout(graceTimer);
      command.signal?.removeEventListener('abort', onAbort);
      killGroup(child.pid);
      const durationMs = performance.now() - startedAt;
      resolve({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), ending: stopped ?? ending, durationMs });
    };
    child.once('error', (error) => finish({ kind: 'not-started', reason: error.message }));
    child.once('close', (code, signal) => finish({ kind: 'exit', exit: signal ?? String(code) }));
  });
}

/** Kills what is left of a process group; a group that is gone is fine. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
