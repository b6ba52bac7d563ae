/**
 * zlib's streams, step by step and synchronously, on the handles under Node's own streams.
 *
 * Node's public functions either take everything at once or are asynchronous; `writeSync` of the handle is what its
 * synchronous functions use themselves.
 */
import {
  constants,
  createDeflate,
  createDeflateRaw,
  createGzip,
  createInflate,
  createInflateRaw,
  type ZlibOptions,
} from 'node:zlib';

interface Handle {
  onerror: (message: string, errno: number, code: string) => void;
  writeSync(
    flush: number,
    input: Uint8Array,
    inOffset: number,
    inLength: number,
    out: Uint8Array,
    outOffset: number,
    outLength: number,
  ): void;
  close(): void;
  reset(): void;
}
interface NodeStream {
  readonly _handle: Handle;
  /** Room left in the output, bytes left of the input. */
  readonly _writeState: Uint32Array;
}

/** A failure of zlib: its number and its own message. */
export class ZlibFailure {
  constructor(
    readonly code: number,
    readonly message: string,
  ) {}
}

const CHUNK = 16384;
const NOTHING = new Uint8Array(0);
const BUFFER_ERROR = -5;

abstract class ZlibStream {
  private failure: ZlibFailure | null = null;
  protected constructor(private readonly stream: NodeStream) {
    stream._handle.onerror = (message, errno) => {
      this.failure = new ZlibFailure(errno, message);
    };
  }
  /** Ready for another stream of the same kind. */
  reset(): void {
    this.stream._handle.reset();
  }
  /** One call of inflate() or deflate(). Returns what is left of the room and of the input. */
  protected step(
    flush: number,
    input: Uint8Array,
    from: number,
    out: Uint8Array,
  ): { room: number; left: number; failure: ZlibFailure | null } {
    this.failure = null;
    this.stream._handle.writeSync(flush, input, from, input.length - from, out, 0, out.length);
    const [room, left] = this.stream._writeState;
    return { room: room!, left: left!, failure: this.failure };
  }
}

export interface Inflated {
  readonly data: Uint8Array;
  /** Bytes of the input that were not used. */
  readonly left: number;
}

export class Inflater extends ZlibStream {
  ended = false;
  /** A byte that was made when there was no room for it. */
  private ahead: Uint8Array = NOTHING;
  constructor(raw: boolean, options: ZlibOptions) {
    super((raw ? createInflateRaw(options) : createInflate(options)) as unknown as NodeStream);
  }
  /** Decompresses until the input or the stream ends, or `limit` bytes are made (-1: no limit). */
  inflate(input: Uint8Array, limit = -1): Inflated {
    const parts: Uint8Array[] = [];
    let from = 0;
    let made = 0;
    if (limit !== 0 && this.ahead.length > 0) {
      parts.push(this.ahead);
      made = this.ahead.length;
      this.ahead = NOTHING;
    }
    // What is short becomes at most some times as long, mostly.
    let chunk = roomFor(4 * input.length);
    while (!this.ended) {
      const size = limit < 0 ? chunk : Math.min(chunk, limit - made);
      chunk = CHUNK;
      if (size === 0) {
        this.ended = this.ahead.length === 0 && this.isAtEnd();
        break;
      }
      const out = new Uint8Array(size);
      const { room, left, failure } = this.step(constants.Z_SYNC_FLUSH, input, from, out);
      if (failure !== null && failure.code !== BUFFER_ERROR) throw failure;
      parts.push(out.subarray(0, size - room));
      made += size - room;
      from = input.length - left;
      // Room was left, so everything that the input gives has been made.
      if (room > 0) {
        this.ended = left > 0 || this.isAtEnd();
        break;
      }
    }
    return { data: join(parts), left: input.length - from };
  }
  override reset(): void {
    super.reset();
    this.ended = false;
    this.ahead = NOTHING;
  }
  /** Asking for the end without more input fails unless the stream is complete, or gives a byte that there was no room for. */
  private isAtEnd(): boolean {
    const out = new Uint8Array(1);
    const { room, failure } = this.step(constants.Z_FINISH, NOTHING, 0, out);
    if (failure !== null) return false;
    if (room === 0) this.ahead = out;
    return room > 0;
  }
}

export class Deflater extends ZlibStream {
  constructor(wbits: number, options: ZlibOptions) {
    const windowBits = wbits < 0 ? -wbits : wbits > 15 ? wbits - 16 : wbits;
    const all = { ...options, windowBits: windowBits === 8 && wbits < 0 ? 9 : windowBits };
    super(
      (wbits < 0 ? createDeflateRaw(all) : wbits > 15 ? createGzip(all) : createDeflate(all)) as unknown as NodeStream,
    );
  }
  deflate(input: Uint8Array, flush: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let from = 0;
    for (let chunk = roomFor(input.length + 64); ; chunk = CHUNK) {
      const out = new Uint8Array(chunk);
      const { room, left, failure } = this.step(flush, input, from, out);
      if (failure !== null && failure.code !== BUFFER_ERROR) throw failure;
      parts.push(out.subarray(0, chunk - room));
      from = input.length - left;
      if (room > 0) return join(parts);
    }
  }
}

const roomFor = (bytes: number): number => Math.max(64, Math.min(CHUNK, bytes));

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 0) return NOTHING;
  // Nobody is to keep much more memory than the bytes take.
  if (parts.length === 1) return 2 * parts[0]!.length < parts[0]!.buffer.byteLength ? parts[0]!.slice() : parts[0]!;
  return new Uint8Array(Buffer.concat(parts));
}
