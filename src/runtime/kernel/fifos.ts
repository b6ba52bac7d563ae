/**
 * Real pipes for child programs.
 *
 * What Node connects a child with are sockets: a program cannot open those again as `/dev/stderr`, and who writes to one that nobody reads is
 * told of a reset connection instead of ending by SIGPIPE. Node has no call for a pipe, but it can open one that has a name: a few are made
 * ahead by `mkfifo`, and lose their names as they are opened.
 */
import { execFile } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Descriptors of the two ends: the kernel's never waits, the program's does. */
export interface PipeEnds {
  readonly ours: number;
  readonly theirs: number;
  /** A descriptor that only names the pipe, for {@link releaseOpening}; null where there is no need of it, or no way. */
  readonly name: number | null;
}

/** Linux's O_PATH: a descriptor that is no end of the pipe. */
const O_PATH = 0o10000000;

const AHEAD = 12;

export class Fifos {
  #folder: string | null = null;
  #made = 0;
  #making: Promise<void> | null = null;
  readonly #paths: string[] = [];
  #isAvailable = true;

  /** A new pipe that a program reads from, or writes to; null where there can be none. */
  async open(programReads: boolean): Promise<PipeEnds | null> {
    while (this.#paths.length === 0 && this.#isAvailable) await (this.#making ??= this.#make());
    const path = this.#paths.shift();
    if (path === undefined) return null;
    if (this.#paths.length < AHEAD / 4) this.#making ??= this.#make();
    try {
      return openEnds(path, programReads);
    } catch {
      this.#isAvailable = false;
      return null;
    } finally {
      unlinkSync(path);
    }
  }

  async #make(): Promise<void> {
    try {
      this.#folder ??= this.#newFolder();
      const paths = Array.from({ length: AHEAD }, () => join(this.#folder!, String(this.#made++)));
      await new Promise<void>((resolve, reject) => {
        execFile('mkfifo', ['-m', '600', ...paths], (error) => (error ? reject(error) : resolve()));
      });
      this.#paths.push(...paths);
    } catch {
      this.#isAvailable = false;
    } finally {
      this.#making = null;
    }
  }

  #newFolder(): string {
    process.once('exit', () => this.close());
    return mkdtempSync(join(tmpdir(), 'pymp-pipes-'));
  }

  /** Removes the pipes that nobody has asked for. */
  close(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Opening one end alone would wait for the other, so the first is opened without waiting. */
function openEnds(path: string, programReads: boolean): PipeEnds {
  const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;
  const reader = openSync(path, O_RDONLY | O_NONBLOCK);
  if (!programReads) return { ours: reader, theirs: openSync(path, O_WRONLY), name: null };
  const ours = openSync(path, O_WRONLY | O_NONBLOCK);
  const theirs = openSync(path, O_RDONLY);
  closeSync(reader);
  return { ours, theirs, name: process.platform === 'linux' ? openSync(path, O_PATH) : null };
}

/**
 * A program that opens its standard input once more (`/dev/stdin`) when all has been written waits for somebody who writes: that is so with
 * a pipe that had a name. It goes on when there is a writer for a moment.
 */
export function releaseOpening(name: number): void {
  try {
    closeSync(openSync(`/proc/self/fd/${name}`, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch {
    // Nobody has it open any more.
  }
}
