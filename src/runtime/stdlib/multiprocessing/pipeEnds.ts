/** Ends of pipes on their way to another process, as a file descriptor that is sent over a socket. */
import type { Plain, Transfer } from '../../codec/shared.js';
import { findHandle } from '../../mp/handles.js';
import {
  type Arena,
  Entry,
  handleAddress,
  openHandle,
  type PipeEnd,
  readerSource,
  type WaitSource,
} from '../../mp/index.js';
import { wakeRing } from '../../mp/ring.js';
import { Ring } from '../../mp/ringBlocks.js';
import { moduleState } from '../../object/context.js';

type Side = 'reader' | 'writer';
/** [address of the ring to read, of the ring to write (0: none), whether the message itself holds the ends open]. */
type EndData = readonly [number, number, boolean];

const counter = (side: Side) => (side === 'reader' ? Ring.readEnds : Ring.writeEnds);

/** What stands for an end in a message. Until it arrives, the message keeps the end open; a forked process has it already. */
export function describeEnd(arena: Arena, end: PipeEnd, transfer: Transfer): Plain {
  const reader = end.reader === 0 ? 0 : handleAddress(arena, end.reader);
  const writer = end.writer === 0 ? 0 : handleAddress(arena, end.writer);
  const inMessage = transfer !== 'fork';
  if (inMessage) {
    for (const [side, ring] of [
      ['reader', reader],
      ['writer', writer],
    ] as const) {
      if (ring === 0) continue;
      arena.retain(ring);
      Atomics.add(arena.i32, ring + counter(side), 1);
    }
  }
  return [reader, writer, inMessage];
}

/** The end in this process. */
export function adoptEnd(arena: Arena, data: Plain): PipeEnd {
  const [reader, writer, inMessage] = data as unknown as EndData;
  const adopt = (side: Side, ring: number): number => {
    if (ring === 0) return 0;
    arena.reach(ring, Ring.cells);
    const inherited = inMessage ? 0 : claim(arena, side, ring);
    const handle = inherited === 0 ? openHandle(arena, side, ring) : inherited;
    if (inMessage) {
      Atomics.sub(arena.i32, ring + counter(side), 1);
      arena.release(ring);
      wakeRing(arena, ring);
    }
    return handle;
  };
  return { reader: adopt('reader', reader), writer: adopt('writer', writer) };
}

interface Claims {
  readonly handles: Set<number>;
}

/** The handle on a ring that this process got by the fork, each given out once; 0 if there is none left. */
export function claim(arena: Arena, kind: 'reader' | 'writer' | 'ring' | 'block', ring: number): number {
  const { handles } = moduleState<Claims>('multiprocessing claims', () => ({ handles: new Set<number>() }));
  const handle = findHandle(arena, kind, ring, (node) => handles.has(node));
  if (handle !== 0) handles.add(handle);
  return handle;
}

/** For a wait on several things: an end is ready when a receive would not wait. */
export function endSource(arena: Arena, end: PipeEnd): WaitSource {
  return readerSource(arena, handleAddress(arena, end.reader === 0 ? end.writer : end.reader));
}

export { Entry };
