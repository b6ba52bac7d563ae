/**
 * The handles under Node's zlib streams, used again when their stream has ended.
 *
 * A handle takes 40 to 300 kB outside V8's heap, which V8 collects garbage for: making one costs more than a short text does.
 */
import {
  createDeflate,
  createDeflateRaw,
  createGzip,
  createInflate,
  createInflateRaw,
  type ZlibOptions,
} from 'node:zlib';
import { moduleState } from '../../object/context.js';

export type Kind = 'deflate' | 'deflateRaw' | 'gzip' | 'inflate' | 'inflateRaw';

interface NodeHandle {
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
  readonly _handle: NodeHandle;
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

const MAKERS: Readonly<Record<Kind, (options: ZlibOptions) => unknown>> = {
  deflate: createDeflate,
  deflateRaw: createDeflateRaw,
  gzip: createGzip,
  inflate: createInflate,
  inflateRaw: createInflateRaw,
};

/** So many of each sort are kept. */
const KEPT = 4;

const spare = () => moduleState('spare zlib handles', () => new Map<string, Handle[]>());

/** What `options` have in common; undefined for those whose handles are for one stream only. */
function sortOf(kind: Kind, { dictionary, windowBits, level, memLevel, strategy }: ZlibOptions): string | undefined {
  return dictionary === undefined ? `${kind} ${windowBits} ${level} ${memLevel} ${strategy}` : undefined;
}

export class Handle {
  failure: ZlibFailure | null = null;
  private readonly handle: NodeHandle;
  private readonly state: Uint32Array;
  private constructor(
    kind: Kind,
    options: ZlibOptions,
    private readonly sort: string | undefined,
  ) {
    const stream = MAKERS[kind](options) as NodeStream;
    this.handle = stream._handle;
    this.state = stream._writeState;
    this.handle.onerror = (message, errno) => {
      this.failure = new ZlibFailure(errno, message);
    };
  }
  static take(kind: Kind, options: ZlibOptions): Handle {
    const sort = sortOf(kind, options);
    const known = sort === undefined ? undefined : spare().get(sort)?.pop();
    return known ?? new Handle(kind, options, sort);
  }
  /** To be called when the stream has ended well; the handle is another's from then on. */
  giveBack(): void {
    if (this.sort === undefined) {
      this.handle.close();
      return;
    }
    const all = spare();
    let kept = all.get(this.sort);
    if (kept === undefined) all.set(this.sort, (kept = []));
    if (kept.length >= KEPT) this.handle.close();
    else {
      this.handle.reset();
      kept.push(this);
    }
  }
  /** One call of inflate() or deflate(), which sets `failure`, `room` and `left`. */
  step(flush: number, input: Uint8Array, from: number, out: Uint8Array, start: number, end: number): void {
    this.failure = null;
    this.handle.writeSync(flush, input, from, input.length - from, out, start, end - start);
  }
  /** Room left in the output. */
  get room(): number {
    return this.state[0]!;
  }
  /** Bytes left of the input. */
  get left(): number {
    return this.state[1]!;
  }
}
