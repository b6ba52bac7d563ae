/** Packing and unpacking of binary records: the algorithms behind the `struct` module. */
export { StructError } from './errors.js';
export type { Format } from './format.js';
export { parseFormat } from './format.js';
export type { ValueBridge } from './struct.js';
export { Struct } from './struct.js';
