/** Reading the programs that commands are given. */
import { readFileSync } from 'node:fs';
import { decodeSource } from '../parser/decode.js';
import { detectDialect } from '../parser/detect.js';
import { standsBeside } from './standsBeside.js';

export interface ReadSource {
  readonly text: string;
  readonly dialect: 2 | 3;
}

/**
 * Text and dialect of a file.
 * @param python what the option says: 2, 3, or `auto` for what the text shows.
 * @returns an exit status if there is no text: 2 where the file cannot be read, 1 where it cannot be decoded. stderr says why.
 */
export function tryReadSource(file: string, python: string): ReadSource | number {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    process.stderr.write(`pymp: cannot read ${file}: ${(error as Error).message}\n`);
    return 2;
  }
  const isOwn = (module: string): boolean => standsBeside(file, module);
  const dialect = python === '2' || python === '3' ? (Number(python) as 2 | 3) : detectDialect(latin1(bytes), isOwn);
  const decoded = decodeSource(bytes, dialect, file);
  if (decoded.ok) return { text: decoded.text, dialect };
  process.stderr.write(`  File "${file}", line ${decoded.line}\nSyntaxError: ${decoded.message}\n`);
  return 1;
}

/** The same for a command that has one file: it ends where there is no text. */
export function readSource(file: string, python: string): ReadSource {
  const read = tryReadSource(file, python);
  return typeof read === 'number' ? process.exit(read) : read;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
