/**
 * Child programs: real processes, with inherited, given or piped descriptors.
 *
 * Each has an entry in the arena as processes have (state and exit code; its pid is the real one), so that whether it has ended can
 * be seen, and its end waited for, without a call.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { type Arena, createEntry, Entry, Header, markProgramEnded, ProcessState } from '../mp/index.js';
import { untilFree } from './busy.js';
import { Pumps } from './pumps.js';
import { Fifos } from './fifos.js';
import type { Membership } from './groups.js';
import type { Handlers } from './methods.js';
import type { OpenCall, ProcessRecord } from './processes.js';
import type { ProgramOptions } from './programOptions.js';
import { DESCRIPTORS } from './programOptions.js';
import { Resources } from './resources.js';
import { signalName, signalNumber } from './signals.js';
import { ByteStream } from './streams.js';
import { Waits } from './waits.js';

export interface ProgramMethods {
  /**
   * Starts a program. `streams` are ids of the kernel's ends of the pipes, by descriptor (0 where there is none).
   * Errors: ENOENT, EACCES, ...
   */
  spawn(options: ProgramOptions): { pid: number; entry: number; streams: number[] };
  /**
   * Up to `maxBytes` from a pipe, as soon as there are any; empty at its end, null if there are none within `timeoutMs`
   * (negative: no limit). Errors: EBADF.
   */
  readStream(stream: number, maxBytes: number, timeoutMs: number): Uint8Array | null;
  /** Writes all bytes to a pipe. Errors: EPIPE, EBADF. */
  writeStream(stream: number, bytes: Uint8Array): void;
  /** Errors: EBADF. */
  closeStream(stream: number): void;
}

const SHELL = '/bin/sh';
/** A shell that can start a program under another name than that of its file, and hands on all variables. */
const NAMING_SHELL = '/bin/bash';

interface Running extends Membership {
  readonly replaces: boolean;
}

export class Programs {
  readonly #running = new Map<number, Running>();
  readonly #streams = new Resources<ByteStream>();
  readonly #waits = new Waits();
  readonly #fifos = new Fifos();

  /** @param ended called when a program has ended, with the process that started it and its entry. */
  constructor(
    readonly arena: Arena,
    readonly ended: (starter: ProcessRecord, entry: number) => void,
  ) {}

  /** The kernel is about to end. */
  close(): void {
    this.#fifos.close();
  }

  /** Number of programs that run. */
  get size(): number {
    return this.#running.size;
  }

  /** Sends a signal if `pid` is a program of ours, or minus the pid of one with a group of its own. Returns whether it is. */
  kill(pid: number, signal: number): boolean {
    const program = this.#running.get(Math.abs(pid));
    if (program === undefined) return false;
    process.kill(pid, signal);
    return true;
  }

  /**
   * Sends a signal to those of a group, but not to programs in the place of a process, which gets it itself.
   * Returns whether there are any.
   */
  killGroup(group: number, signal: number): boolean {
    const members = [...this.#running].filter(([, program]) => program.group === group && !program.replaces);
    for (const [pid] of members) process.kill(pid === group ? -pid : pid, signal);
    return members.length > 0;
  }

  membership(pid: number): Membership | undefined {
    return this.#running.get(pid);
  }

  readonly methods: Handlers<ProgramMethods, OpenCall> = {
    spawn: ({ process }, options) => this.#spawn(process, options),
    readStream: async (call, id, maxBytes, timeoutMs) => {
      const stream = this.#streams.get(id);
      return (await this.#waits.until(call, () => stream.readable, timeoutMs)) ? stream.take(maxBytes) : null;
    },
    writeStream: (_call, id, bytes) => this.#streams.get(id).write(bytes),
    closeStream: ({ process }, id) => this.#streams.drop(process, id),
  };

  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    this.#streams.inherit(parent, child);
  }

  forget(process: ProcessRecord): void {
    this.#streams.dropAll(process);
  }

  async #spawn(
    caller: ProcessRecord,
    options: ProgramOptions,
  ): Promise<{ pid: number; entry: number; streams: number[] }> {
    // Made first: the program may have ended by the time the answer arrives.
    const entry = await untilFree(() => createEntry(this.arena, options.file, caller.pid));
    const pumps = new Pumps(this.arena);
    await untilFree(() => pumps.open(options.stdio));
    await pumps.connect(this.#fifos);
    let child: ChildProcess;
    try {
      child = await startProgram(options, pumps);
    } catch (error) {
      pumps.close();
      throw error;
    }
    pumps.start(child);
    const pid = child.pid!;
    const { i32 } = this.arena;
    i32[entry + Entry.pid] = pid;
    Atomics.store(i32, entry + Entry.state, ProcessState.running);
    this.#avoidPid(pid);
    const { group, session } = options.newSession ? { group: pid, session: pid } : caller;
    this.#running.set(pid, { group, session, replaces: options.replaces });
    if (options.replaces) Object.assign(caller, { program: pid, programLeads: options.newSession });
    child.once('exit', (code, signal) => {
      this.#running.delete(pid);
      if (options.replaces) caller.program = null;
      pumps.stopReading().then(() => {
        markProgramEnded(this.arena, entry, signal === null ? (code ?? 0) : -signalNumber(signal));
        this.ended(caller, entry);
      });
    });
    const streams = options.stdio.map((kind, fd) =>
      kind === 'pipe' ? this.#streams.add(caller, new ByteStream(child.stdio[fd] as Socket, this.#waits.poke)) : 0,
    );
    return { pid, entry, streams };
  }

  /** Real pids and virtual ones share a number range: the next virtual ones begin after a real one that lies ahead. */
  #avoidPid(pid: number): void {
    const { i32 } = this.arena;
    for (let next = Atomics.load(i32, Header.nextPid); pid >= next && pid - next < 1000; ) {
      const seen = Atomics.compareExchange(i32, Header.nextPid, next, pid + 1);
      if (seen === next) return;
      next = seen;
    }
  }
}

const VARIABLE = /^[A-Za-z_]\w*$/;

/** What is run for a program: file and words. If it has signals to ignore, a shell that does and then replaces itself by it. */
function commandFor({ file, args, env, ignored }: ProgramOptions): { command: string; words: readonly string[] } {
  const traps = ignored.flatMap((signal) => signalName(signal)?.slice('SIG'.length) ?? []).join(' ');
  const [name = file, ...rest] = args;
  if (traps === '') return { command: file, words: [name, ...rest] };
  const trap = `trap '' ${traps}; exec`;
  // Some shells hand on no variables but their own kind.
  const isKept = env === null || Object.keys(env).every((variable) => VARIABLE.test(variable));
  if ((name !== file || !isKept) && existsSync(NAMING_SHELL)) {
    const words = [NAMING_SHELL, '-c', `${trap} -a "$@"`, NAMING_SHELL, name, file, ...rest];
    return { command: NAMING_SHELL, words };
  }
  return { command: SHELL, words: [SHELL, '-c', `${trap} "$0" "$@"`, file, ...rest] };
}

function startProgram(options: ProgramOptions, pumps: Pumps): Promise<ChildProcess> {
  const { cwd, env, stdio, newSession, uid, gid, umask } = options;
  const { command, words } = commandFor(options);
  return new Promise((resolve, reject) => {
    const before = umask === null ? 0 : process.umask(umask);
    const child = spawn(command, words.slice(1), {
      argv0: words[0]!,
      stdio: stdio.map((kind, fd) => (kind === 'inherit' ? fd : typeof kind === 'object' ? pumps.endFor(kind) : kind)),
      detached: newSession,
      ...(cwd === null ? {} : { cwd }),
      ...withDescriptors(env, stdio),
      ...(uid === null ? {} : { uid }),
      ...(gid === null ? {} : { gid }),
    });
    if (umask !== null) process.umask(before);
    child.once('error', reject);
    child.once('spawn', () => {
      child.removeListener('error', reject);
      child.on('error', () => {});
      resolve(child);
    });
  });
}

/** The environment, in which a program of our own finds what else it has been given. */
function withDescriptors(env: ProgramOptions['env'], stdio: ProgramOptions['stdio']): { env?: NodeJS.ProcessEnv } {
  const given = stdio.flatMap((kind, fd) => (fd > 2 && kind !== 'ignore' ? [fd] : []));
  if (given.length === 0) return env === null ? {} : { env };
  return { env: { ...(env ?? process.env), [DESCRIPTORS]: given.join() } };
}
