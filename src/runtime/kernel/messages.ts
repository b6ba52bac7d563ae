/**
 * What the kernel and the processes say to each other. Everything is plain data that can be cloned.
 *
 * A process sends `Request`s on its port; those with an id are answered by a `Reply`, announced by the `replies` cell of its entry.
 */
import type { MessagePort } from 'node:worker_threads';
import type { BundleBytes } from './codeCache.js';
import type { KernelMethods } from './methods.js';

/** How a process came to be; the first is `main`. */
export type StartKind = 'main' | 'fork' | 'spawn';

/** What a thread gets in order to run a process. */
export interface ProcessInit {
  readonly kind: StartKind;
  readonly pid: number;
  readonly parentPid: number;
  /** Address of its entry in the arena. */
  readonly entry: number;
  readonly arena: SharedArrayBuffer;
  readonly port: MessagePort;
  /** The business of the language runtime: program, snapshot, options. */
  readonly payload: unknown;
}

/** A task of the thread pool: a process, or nothing (a thread is to be started, and to load what it will need). */
export type ThreadTask = ProcessInit | { readonly kind: 'warm' };

/** Bundles by name, in memory that threads share. */
export type Bundles = Readonly<Record<string, BundleBytes>>;

/** What a thread is given when it starts. */
export interface ThreadData {
  /** Those that have been read already; or where they come while the thread starts. */
  readonly bundles: Bundles | MessagePort | undefined;
}

/** How a process ended: its exit code, or minus a signal. */
export type ExitStatus = number;

/** What the bundle of the language runtime exports: a thread calls it for each process. */
export interface RuntimeBundle {
  /** Loads what a process that another one starts needs at once. */
  warm(load: LoadBundle): void;
  runProcess(init: ProcessInit, load: LoadBundle): ExitStatus | Promise<ExitStatus>;
}

/** Gives what another of the thread's bundles exports. */
export type LoadBundle = (name: string) => unknown;

export interface StartRequest {
  readonly type: 'start';
  readonly entry: number;
  readonly kind: StartKind;
  readonly payload: unknown;
  /** What in the payload is moved rather than copied. */
  readonly transfer: readonly ArrayBuffer[];
}

export interface CallRequest {
  readonly type: 'call';
  /** 0: no answer is wanted. */
  readonly id: number;
  readonly method: keyof KernelMethods;
  readonly args: readonly unknown[];
}

/** The process no longer waits for an answer. */
export interface CancelRequest {
  readonly type: 'cancel';
  readonly id: number;
}

export type Request = StartRequest | CallRequest | CancelRequest;

/** A failed system call, as Node names it. */
export interface KernelErrorData {
  /** For example `ENOENT`. */
  readonly code: string;
  readonly message: string;
}

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: KernelErrorData };
