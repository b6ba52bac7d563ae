import type { TextCodec } from './codec.js';
export function multiByteCodec(_module: string): TextCodec | undefined {
  return undefined;
}
