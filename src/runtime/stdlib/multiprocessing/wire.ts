/** Messages between processes: values as bytes of the project's codec, in records of the arena. */

import { Decoder } from '../../codec/decode.js';
import { Encoder } from '../../codec/encode.js';
import type { Arena } from '../../mp/index.js';
import { moduleState } from '../../object/context.js';
import type { Py } from '../../object/object.js';

/** What is decoded at one depth of nesting: decoding may call Python code that itself receives messages. */
interface Level {
  readonly decoder: Decoder;
  /** What `arena.record` is while this level decodes. */
  spare: Uint8Array<ArrayBuffer>;
}

interface Wire {
  depth: number;
  readonly levels: Level[];
  readonly encoders: Encoder[];
}
const wire = (): Wire => moduleState('multiprocessing wire', () => ({ depth: 0, levels: [], encoders: [] }));

/** Reads the record that was taken last. The record's buffer is the reader's until it returns. */
export function readRecord<T>(arena: Arena, read: (decoder: Decoder) => T): T {
  const w = wire();
  const level = (w.levels[w.depth] ??= { decoder: new Decoder(), spare: new Uint8Array(1024) });
  const { decoder } = level;
  const { record } = arena;
  arena.record = level.spare;
  w.depth++;
  try {
    decoder.input.open(record);
    return read(decoder);
  } finally {
    decoder.end();
    w.depth--;
    level.spare = arena.record as Uint8Array<ArrayBuffer>;
    arena.record = record;
  }
}

const readValue = (decoder: Decoder): Py => decoder.value();

/** The value in the record that was taken last. */
export const decodeRecord = (arena: Arena): Py => readRecord(arena, readValue);

/** Writes a message of several parts; its bytes are valid until the next one. */
export function writeMessage(write: (encoder: Encoder) => void): { bytes: Uint8Array; length: number } {
  const { encoders } = wire();
  const encoder = encoders.pop() ?? new Encoder();
  try {
    encoder.begin('message');
    write(encoder);
    return encoder.out;
  } finally {
    encoder.end();
    encoders.push(encoder);
  }
}
