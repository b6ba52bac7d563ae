/**
 * zlib's streams, step by step and synchronously, on the handles under Node's own streams.
 *
 * Node's public functions either take everything at once or are asynchronous; `writeSync` of the handle is what its
 * synchronous functions use themselves.
 */
import { constants, type ZlibOptions } from 'node:zlib';
import { moduleState } from '../../object/context.js';
import { Handle, ZlibFailure } from './handles.js';

const CHUNK = 65536;
const NOTHING = new Uint8Array(0);
const BUFFER_ERROR = -5;

/** Where output is made before its length is known. What stands there is copied before anything else runs. */
const scratch = () => moduleState('zlib scratch', () => new Uint8Array(CHUNK));

export interface Inflated {
  readonly data: Uint8Array;
  /** Bytes of the input that were not used. */
  readonly left: number;
}

export class Inflater {
  /** A byte that was made when there was no room for it. */
  private ahead: Uint8Array = NOTHING;
  /** Null when the stream has ended. */
  private handle: Handle | null;
  constructor(raw: boolean, options: ZlibOptions) {
    this.handle = Handle.take(raw ? 'inflateRaw' : 'inflate', options);
  }
  get ended(): boolean {
    return this.handle === null;
  }
  /** Decompresses until the input or the stream ends, or `limit` bytes are made (-1: no limit). */
  inflate(input: Uint8Array, limit = -1): Inflated {
    const parts: Uint8Array[] = [];
    const out = scratch();
    let from = 0;
    let made = 0;
    if (limit !== 0 && this.ahead.length > 0) {
      parts.push(this.ahead);
      made = this.ahead.length;
      this.ahead = NOTHING;
    }
    while (this.handle !== null) {
      const { handle } = this;
      const size = limit < 0 ? CHUNK : Math.min(CHUNK, limit - made);
      if (size === 0) {
        if (this.ahead.length === 0 && this.isAtEnd(handle)) this.end(handle);
        break;
      }
      handle.step(constants.Z_SYNC_FLUSH, input, from, out, 0, size);
      if (handle.failure !== null && handle.failure.code !== BUFFER_ERROR) throw handle.failure;
      const { room, left } = handle;
      parts.push(out.slice(0, size - room));
      made += size - room;
      from = input.length - left;
      // Room was left, so everything that the input gives has been made.
      if (room > 0) {
        if (left > 0 || this.isAtEnd(handle)) this.end(handle);
        break;
      }
    }
    return { data: join(parts), left: input.length - from };
  }
  private end(handle: Handle): void {
    this.handle = null;
    handle.giveBack();
  }
  /** Asking for the end without more input fails unless the stream is complete, or gives a byte that there was no room for. */
  private isAtEnd(handle: Handle): boolean {
    const out = scratch();
    handle.step(constants.Z_FINISH, NOTHING, 0, out, 0, 1);
    if (handle.failure !== null) return false;
    const { room } = handle;
    if (room === 0) this.ahead = out.slice(0, 1);
    return room > 0;
  }
}

export class Deflater {
  /** Null when the stream has ended. */
  private handle: Handle | null;
  constructor(wbits: number, options: ZlibOptions) {
    const windowBits = wbits < 0 ? -wbits : wbits > 15 ? wbits - 16 : wbits;
    this.handle = Handle.take(wbits < 0 ? 'deflateRaw' : wbits > 15 ? 'gzip' : 'deflate', {
      ...options,
      windowBits: windowBits === 8 && wbits < 0 ? 9 : windowBits,
    });
  }
  get ended(): boolean {
    return this.handle === null;
  }
  /** @param flush `Z_FINISH` ends the stream: nothing may be asked of it then. */
  deflate(input: Uint8Array, flush: number): Uint8Array {
    const { handle } = this;
    if (handle === null) throw new ZlibFailure(-2, 'inconsistent stream state');
    const parts: Uint8Array[] = [];
    const out = scratch();
    let from = 0;
    let room: number;
    do {
      handle.step(flush, input, from, out, 0, CHUNK);
      if (handle.failure !== null && handle.failure.code !== BUFFER_ERROR) throw handle.failure;
      room = handle.room;
      parts.push(out.slice(0, CHUNK - room));
      from = input.length - handle.left;
    } while (room === 0);
    if (flush === constants.Z_FINISH) {
      this.handle = null;
      handle.giveBack();
    }
    return join(parts);
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 0) return NOTHING;
  return parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts));
}
