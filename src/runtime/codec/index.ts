/** Values between processes of one program. */
export { decode } from './decode.js';
export { encode, encodeRecord } from './encode.js';
export { type Plain, registerShared, type SharedCodec, sharedCodec, type Transfer } from './shared.js';
