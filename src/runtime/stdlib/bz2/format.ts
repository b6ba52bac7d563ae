/**
 * What both sides of bzip2's format share.
 * Described in: https://github.com/dsnet/compress/blob/master/doc/bzip2-format.pdf
 */

/** The 48 bits before a block, in two halves, and those at the end of a stream. */
export const BLOCK = [0x314159, 0x265359] as const;
export const END = [0x177245, 0x385090] as const;

/** Symbols that share one choice of a table. */
export const GROUP = 50;
/** The largest number of tables. */
export const MOST_TABLES = 6;
/** Runs of zeros are numbers in base two with these for digits. */
export const RUN_A = 0;
export const RUN_B = 1;
/** Bytes of a block for each step of the level. */
export const BLOCK_STEP = 100000;

/** A table for checksums that take the highest bit first. */
export function makeChecksums(): Int32Array {
  const table = new Int32Array(256);
  for (let i = 0; i < 256; i++) {
    let crc = i << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
    table[i] = crc;
  }
  return table;
}

/** The checksum of a stream, from that of its blocks so far and that of the next. */
export const combine = (stream: number, block: number): number => ((stream << 1) | (stream >>> 31)) ^ block;
