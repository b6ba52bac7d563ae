/**
 * What a pool and its workers say to each other.
 *
 * A task is [job, index, kind, function, arguments ...], a result [job, index, kind, value ...]; job and index are int32 cells,
 * so that the arena can show which task a worker took last.
 */

import type { Decoder } from '../../codec/decode.js';
import type { Encoder } from '../../codec/encode.js';
import { type Arena, putRecord } from '../../mp/index.js';
import type { PyBaseException } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { readRecord, writeMessage } from './wire.js';

/** How a task calls its function: with arguments and keywords, for each item of a list, or with each item as arguments. */
export const TaskKind = { apply: 0, map: 1, starmap: 2 } as const;
export type TaskKind = (typeof TaskKind)[keyof typeof TaskKind];

export interface Task {
  readonly job: number;
  readonly index: number;
  readonly kind: TaskKind;
  readonly func: Py;
  /** A tuple of arguments, or a list of items. */
  readonly args: Py;
  /** A dict, or null for none. */
  readonly kwds: Py;
}

/** A task that could not be read: what it was, and why. */
export interface BrokenTask {
  readonly job: number;
  readonly index: number;
  readonly error: unknown;
}

/** The first records of a queue may be for any job; 0 is none. */
export function putTask(arena: Arena, ring: number, { job, index, kind, func, args, kwds }: Task): void {
  const { bytes, length } = writeMessage((encoder) => {
    const { out } = encoder;
    out.i32(job);
    out.i32(index);
    out.u8(kind);
    encoder.value(func);
    encoder.value(args);
    encoder.value(kwds);
  });
  putRecord(arena, ring, bytes, 0, length);
}

export function readTask(arena: Arena): Task | BrokenTask {
  return readRecord(arena, (decoder) => {
    const { input } = decoder;
    const job = input.i32();
    const index = input.i32();
    try {
      return {
        job,
        index,
        kind: input.u8() as TaskKind,
        func: decoder.value(),
        args: decoder.value(),
        kwds: decoder.value(),
      };
    } catch (error) {
      return { job, index, error };
    }
  });
}

const ResultKind = { value: 0, error: 1, unsendable: 2 } as const;

/** How a task ended. `traceback` is the text of a remote error's frames, null where it is not kept. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Py }
  | { readonly kind: 'error'; readonly error: PyBaseException; readonly traceback: string | null }
  | { readonly kind: 'unsendable'; readonly reason: string; readonly shown: string };

export function putResult(arena: Arena, ring: number, job: number, index: number, outcome: Outcome): void {
  const { bytes, length } = writeMessage((encoder) => {
    encoder.out.i32(job);
    encoder.out.i32(index);
    writeOutcome(encoder, outcome);
  });
  putRecord(arena, ring, bytes, 0, length);
}

function writeOutcome(encoder: Encoder, outcome: Outcome): void {
  const { out } = encoder;
  switch (outcome.kind) {
    case 'value':
      out.u8(ResultKind.value);
      encoder.value(outcome.value);
      return;
    case 'error':
      out.u8(ResultKind.error);
      encoder.value(outcome.error);
      encoder.value(outcome.traceback);
      return;
    case 'unsendable':
      out.u8(ResultKind.unsendable);
      encoder.value(outcome.reason);
      encoder.value(outcome.shown);
  }
}

/** Reads the result in the record that was taken last and hands it on; `failed` if it cannot be read. */
export function readResult(
  arena: Arena,
  done: (job: number, index: number, outcome: Outcome) => void,
  failed: (job: number, index: number, error: unknown) => void,
): void {
  let job = 0;
  let index = 0;
  let outcome: Outcome | null = null;
  try {
    readRecord(arena, (decoder) => {
      job = decoder.input.i32();
      index = decoder.input.i32();
      outcome = readOutcome(decoder);
    });
  } catch (error) {
    failed(job, index, error);
    return;
  }
  done(job, index, outcome!);
}

function readOutcome(decoder: Decoder): Outcome {
  switch (decoder.input.u8()) {
    case ResultKind.value:
      return { kind: 'value', value: decoder.value() };
    case ResultKind.error:
      return { kind: 'error', error: decoder.value(), traceback: decoder.value() };
    default:
      return { kind: 'unsendable', reason: decoder.value(), shown: decoder.value() };
  }
}
