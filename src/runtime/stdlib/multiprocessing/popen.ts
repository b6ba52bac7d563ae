/** Starting a process, and the handle on a started one (`Process._popen`). */

import { osError } from '../../builtins/osError.js';
import { snapshot } from '../../fork/snapshot.js';
import { host as ioHost } from '../../io/host.js';
import { flushForgotten } from '../../io/unclosed.js';
import { KernelError } from '../../kernel/errors.js';
import { endUnstarted, leftAgoMs } from '../../mp/entry.js';
import { deadlineAfter, exitCodeOf, processSource, type WaitSource, waitEnded } from '../../mp/index.js';
import { getAttr } from '../../object/attributes.js';
import { moduleState, rt } from '../../object/context.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import { str } from '../../object/text.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyStaticMethod } from '../../object/values.js';
import { writeBase } from '../../process/base.js';
import { host } from '../../process/host.js';
import { offerBrought } from './submodules.js';
import type { ChildPayload, ProgramOptions } from '../../process/payload.js';
import { noteChildEnd } from '../../process/signals.js';
import { runningThread } from '../../threads/names.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { ensureServer, giveToServer } from './forkServer.js';
import { holdFor } from './forgotten.js';
import { closeNumber, numberFor } from './numbers.js';
import { Finalize } from './finalize.js';
import { once, type Parts, partsOf } from './parts.js';
import { currentProcess } from './process.js';
import { spawnMessage } from './spawn.js';
import { mp, noteResource, type StartMethod } from './state.js';
import { arena, flushStandardStreams } from './support.js';
import { selectedMs } from './timeouts.js';
import { hasLogger } from './log.js';
import { registerExit } from './util.js';
import { refuseAtShutdown } from '../../object/shutdown.js';

const EPERM = 1;
const SIGTERM = 15;
const SIGKILL = 9;
/** How long a process takes to end by a signal, at least: a system call does not wait for it, and programs print what they see then. */
const DYING_MS = 3;
/** How long CPython takes, about, from the last statement of a process to its end: ours are there at once. */
const LEAVING_MS = 3;

export class PyPopen extends PyObject {
  /** Exit code, or minus a signal; null while the process has not ended. */
  returncode: number | null = null;
  private number: number | null = null;
  /** Who looks right after sending a signal finds the process alive. */
  private dyingUntil = 0;
  /** Whether somebody has been told that it has ended. */
  private readonly told = { isEnded: false };
  private launchLater: (() => void) | null = null;
  constructor(
    readonly method: StartMethod,
    readonly entry: number,
    readonly pid: number,
  ) {
    super();
  }

  /** The process has a pid and a state, but begins only when `launch` is called. */
  hold(launch: () => void): void {
    this.launchLater = launch;
    // Whoever sends it a signal takes it for a process like any other.
    host().client.unstarted.set(this.pid, () => this.launch());
  }

  /** Ends it without its ever having begun. */
  drop(code: number): void {
    this.noLonger();
    endUnstarted(arena(), this.entry, code);
  }

  get isHeld(): boolean {
    return this.launchLater !== null;
  }

  launch(): void {
    const begin = this.launchLater;
    this.noLonger();
    begin?.();
  }

  private noLonger(): void {
    this.launchLater = null;
    host().client.unstarted.delete(this.pid);
  }

  poll(): number | null {
    if (this.returncode === null && performance.now() < this.dyingUntil) return null;
    return this.collect();
  }

  /** The same for a program that looks: who has just got the last thing that a process had to say finds it alive. */
  look(): number | null {
    if (this.returncode === null && !this.told.isEnded && leftAgoMs(arena(), this.entry) < LEAVING_MS) return null;
    return this.poll();
  }

  wait(limitMs: number): number | null {
    if (this.returncode === null && waitEnded(arena(), this.entry, limitMs)) return this.collect();
    return this.returncode;
  }

  /** Who knows how it ended has waited for it: `os.wait` does not find it again. */
  private collect(): number | null {
    if (this.returncode !== null) return this.returncode;
    this.returncode = exitCodeOf(arena(), this.entry);
    if (this.returncode === null) return null;
    host().client.children.delete(this.pid);
    noteChildEnd(this.entry);
    return this.returncode;
  }

  /** Ready once it has ended. */
  source(): WaitSource {
    return processSource(arena(), this.entry);
  }

  signal(signal: number): void {
    if (this.collect() !== null) return;
    this.send(signal);
    this.dyingUntil = performance.now() + DYING_MS;
  }

  private send(signal: number): void {
    if (this.launchLater !== null) {
      this.drop(-signal);
      return;
    }
    try {
      host().client.call('kill', this.pid, signal);
    } catch (error) {
      if (!(error instanceof KernelError)) throw error;
      if (error.code !== 'ESRCH' && this.wait(100) === null) throw osError(EPERM);
    }
  }

  /** The number that stands for the end of the process in `connection.wait`. It goes with this object, so it does not refer to it. */
  sentinel(): number {
    if (this.number !== null) return this.number;
    const { entry, told } = this;
    const number = numberFor(() => watched(entry, told));
    holdFor(this, () => closeNumber(number));
    this.number = number;
    return number;
  }

  close(): void {
    if (this.number !== null) closeNumber(this.number);
  }
}

/** Whoever has been told that a process has ended sees that it has. */
function watched(entry: number, told: { isEnded: boolean }): WaitSource {
  const source = processSource(arena(), entry);
  return { ...source, ready: () => (told.isEnded ||= source.ready()) };
}

class PyForkPopen extends PyPopen {}
const forkPopen = libraryClass({
  name: 'Popen',
  js: PyForkPopen,
  module: 'multiprocessing.popen_fork',
  hasDict: true,
});
const derivedPopen = (module: string): PyType =>
  libraryClass({ name: 'Popen', js: class extends PyForkPopen {}, base: forkPopen, module });

/** The start method travels with the class, as in CPython. */
const popenTypes: Record<StartMethod, PyType> = {
  fork: forkPopen,
  spawn: derivedPopen('multiprocessing.popen_spawn_posix'),
  forkserver: derivedPopen('multiprocessing.popen_forkserver'),
};

export const popenType = (method: StartMethod): PyType => popenTypes[method];

/** How long to wait for its end. Python 3's looks at the limit only while the end is not known. */
export function limitOf(popen: PyPopen, timeout: Py): number {
  return rt.dialect === 2 || popen.returncode === null ? selectedMs(timeout) : 0;
}

const returncode = (self: PyPopen): Py => self.returncode;
const popenParts = (): Parts => ({
  pid: (self: PyPopen) => self.pid,
  ...(rt.dialect === 2
    ? {}
    : { sentinel: (self: PyPopen) => self.sentinel(), finalizer: once('finalizer', () => new Finalize()) }),
});

const ofMethod = (name: StartMethod) => () => ({
  __new__: new PyStaticMethod(
    fn('(cls, process_obj)', (_cls: PyType, process: Py) => startProcess(process, name), '__new__'),
  ),
  method: name,
});
defineMembers(popenTypes.spawn, ofMethod('spawn'));
defineMembers(popenTypes.forkserver, ofMethod('forkserver'));
defineMembers(forkPopen, () => ({
  ...ofMethod('fork')(),
  ...partsOf(popenParts(), { returncode }),
  returncode: getter(returncode, (self: PyPopen, value: Py) => {
    self.returncode = value;
  }),
  poll: method('(flag=1)', (self: PyPopen) => self.look()),
  wait: stepsMethod(
    '(timeout=None)',
    function* (self: PyPopen, timeout: Py): Steps {
      yield { source: self.source(), deadline: deadlineAfter(limitOf(self, timeout)) };
      return self.poll();
    },
    (self: PyPopen, timeout: Py) => self.wait(limitOf(self, timeout)),
  ),
  terminate: method('()', (self: PyPopen) => {
    self.signal(SIGTERM);
    return null;
  }),
  kill: method('()', (self: PyPopen) => {
    self.signal(SIGKILL);
    return null;
  }),
  _send_signal: method('(sig)', (self: PyPopen, signal: Py) => {
    self.signal(Number(signal));
    return null;
  }),
  close: method('()', (self: PyPopen) => {
    self.close();
    return null;
  }),
  duplicate_for_child: method('(fd)', (_self: PyPopen, fd: Py) => fd),
}));

export interface StartOptions {
  /** The process gets its pid and its state now, but begins only when the result's `launch` is called. */
  readonly held?: boolean;
  /** Makes the payload, given how it is made by itself. */
  readonly payload?: (make: () => ChildPayload) => ChildPayload;
}

/** Starts a process object. */
export function startProcess(
  process: Py,
  method: StartMethod,
  { held = false, payload = (make) => make() }: StartOptions = {},
): PyPopen {
  refuseAtShutdown("can't fork at interpreter shutdown");
  registerExit();
  offerBrought(method);
  if (method !== 'fork') noteResource();
  flushStandardStreams();
  // The child may read what a file that was forgotten is still to get.
  flushForgotten();
  const { client, shareCompiled } = host();
  shareCompiled?.();
  if (method === 'forkserver') ensureServer();
  const prepared = client.prepare(method === 'fork' ? 'fork' : 'spawn', str(getAttr(process, '_name')));
  if (method === 'forkserver') giveToServer(prepared.entry);
  const popen = new (popenTypes[method].ctor as typeof PyPopen)(method, prepared.entry, prepared.pid);
  let content: ChildPayload;
  try {
    content = payload(() => (method === 'fork' ? forkPayload(process) : spawnPayload(process, popen)));
  } catch (error) {
    client.discard(prepared);
    throw error;
  }
  const launch = () => client.launch(prepared, content);
  if (held) popen.hold(launch);
  else launch();
  return popen;
}

const programOptions = () => rt.state.get('program options') as ProgramOptions;

/** The server that forks has the environment of when it began, whatever has been set since. */
function environment(method: StartMethod): Record<string, string> {
  const now = Object.fromEntries(ioHost().environ);
  return method === 'forkserver' ? moduleState('environment of the fork server', () => now) : now;
}

const common = (method: StartMethod) => ({
  kind: 'child' as const,
  base: writeBase(arena(), {
    options: programOptions(),
    cwd: rt.cwd ?? process.cwd(),
    environ: environment(method),
  }),
  startMethod: mp().method,
  parentName: str((currentProcess() as Py).$_name),
  parentEntry: arena().self,
  hasLogger: hasLogger(),
});

function forkPayload(process: Py): ChildPayload {
  return { ...common('fork'), method: 'fork', snapshot: snapshot([process, runningThread()]) };
}

/** The objects in the message are told for whom they are (`context.get_spawning_popen`). */
function spawnPayload(process: Py, popen: PyPopen): ChildPayload {
  const state = mp();
  const before = state.spawning;
  state.spawning = popen;
  try {
    return { ...common(popen.method), method: 'spawn', snapshot: spawnMessage(process) };
  } finally {
    state.spawning = before;
  }
}
