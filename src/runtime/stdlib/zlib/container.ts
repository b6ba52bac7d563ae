/** Decompression by `wbits`: raw data, zlib's container, gzip's, or whichever of the two it is. */
import type { ZlibOptions } from 'node:zlib';
import { crc32 } from '../binascii/checksums.js';
import { ZlibFailure } from './handles.js';
import { type Inflated, Inflater } from './stream.js';

export interface Decompressor {
  readonly ended: boolean;
  inflate(input: Uint8Array, limit?: number): Inflated;
}

export function decompressorFor(wbits: number, options: ZlibOptions): Decompressor {
  if (wbits < 0) return new Inflater(true, { ...options, windowBits: -wbits });
  if (wbits > 47) return new Choice(options);
  if (wbits > 31) return new Choice(options);
  if (wbits > 15) return new Gunzip();
  return new Inflater(false, wbits === 0 ? options : { ...options, windowBits: wbits });
}

/** wbits of 40 to 47: gzip if it begins like that, else zlib. */
class Choice implements Decompressor {
  private chosen: Decompressor | null = null;
  private start = new Uint8Array(0);
  constructor(private readonly options: ZlibOptions) {}
  get ended(): boolean {
    return this.chosen?.ended ?? false;
  }
  inflate(input: Uint8Array, limit = -1): Inflated {
    if (this.chosen !== null) return this.chosen.inflate(input, limit);
    const all = this.start.length === 0 ? input : new Uint8Array(Buffer.concat([this.start, input]));
    if (all.length === 0 || (all.length === 1 && all[0] === 0x1f)) {
      this.start = new Uint8Array(all);
      return { data: new Uint8Array(0), left: 0 };
    }
    this.chosen = all[0] === 0x1f && all[1] === 0x8b ? new Gunzip() : new Inflater(false, this.options);
    return this.chosen.inflate(all, limit);
  }
}

const FHCRC = 2;
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;

/** One member of a gzip file: header, raw data, trailer. */
class Gunzip implements Decompressor {
  ended = false;
  private state: 'header' | 'body' | 'trailer' = 'header';
  private held = new Uint8Array(0);
  private readonly body = new Inflater(true, {});
  private crc = 0;
  private size = 0;
  inflate(input: Uint8Array, limit = -1): Inflated {
    let data: Uint8Array = new Uint8Array(0);
    let rest = this.held.length === 0 ? input : new Uint8Array(Buffer.concat([this.held, input]));
    this.held = new Uint8Array(0);
    if (this.state === 'header') {
      const end = headerLength(rest);
      if (end < 0) return this.keep(rest, data);
      rest = rest.subarray(end);
      this.state = 'body';
    }
    if (this.state === 'body') {
      const inflated = this.body.inflate(rest, limit);
      data = inflated.data;
      this.crc = crc32(data, this.crc);
      this.size += data.length;
      rest = rest.subarray(rest.length - inflated.left);
      if (!this.body.ended) return { data, left: inflated.left };
      this.state = 'trailer';
    }
    if (this.ended) return { data, left: rest.length };
    if (rest.length < 8) return this.keep(rest, data);
    this.checkTrailer(rest);
    this.ended = true;
    return { data, left: rest.length - 8 };
  }
  private keep(rest: Uint8Array, data: Uint8Array): Inflated {
    this.held = new Uint8Array(rest);
    return { data, left: 0 };
  }
  private checkTrailer(rest: Uint8Array): void {
    const view = new DataView(rest.buffer, rest.byteOffset, 8);
    if (view.getUint32(0, true) !== this.crc) throw new ZlibFailure(-3, 'incorrect data check');
    if (view.getUint32(4, true) !== this.size % 2 ** 32) throw new ZlibFailure(-3, 'incorrect length check');
  }
}

/** Length of a gzip header, -1 while it is not complete. */
function headerLength(bytes: Uint8Array): number {
  if ((bytes.length > 0 && bytes[0] !== 0x1f) || (bytes.length > 1 && bytes[1] !== 0x8b))
    throw new ZlibFailure(-3, 'incorrect header check');
  if (bytes.length > 2 && bytes[2] !== 8) throw new ZlibFailure(-3, 'unknown compression method');
  if (bytes.length < 10) return -1;
  const flags = bytes[3]!;
  let at = 10;
  if (flags & FEXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [FNAME, FCOMMENT]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return -1;
    at = end + 1;
  }
  if (flags & FHCRC) at += 2;
  return at <= bytes.length ? at : -1;
}
