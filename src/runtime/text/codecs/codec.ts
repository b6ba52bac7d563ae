/** What a text codec is. */
import type { CodecContext } from './context.js';

export interface Decoded {
  readonly text: string;
  /** Bytes read: all of them, unless more may follow and the last sequence is incomplete. */
  readonly consumed: number;
}

export interface TextCodec {
  /** `codecs.lookup(…).name`. */
  readonly name: string;
  encode(text: string, context: CodecContext): Uint8Array;
  decode(bytes: Uint8Array, context: CodecContext): Decoded;
}
