/** Reading the programs that commands are given. */
import { readFileSync } from 'node:fs';
import { decodeSource } from '../parser/decode.js';
import { detectDialect } from '../parser/detect.js';

/** The dialect that an option says, or that the text shows. */
export function dialectFor(option: string, file: string): 2 | 3 {
  if (option === '2' || option === '3') return Number(option) as 2 | 3;
  return detectDialect(readFileSync(file, 'latin1'));
}

/** Text of a file; a message and exit status 2 when there is none. */
export function readSource(file: string, dialect: 2 | 3): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    process.stderr.write(`pymp: cannot read ${file}: ${(error as Error).message}\n`);
    process.exit(2);
  }
  const decoded = decodeSource(bytes, dialect, file);
  if (decoded.ok) return decoded.text;
  process.stderr.write(`  File "${file}", line ${decoded.line}\nSyntaxError: ${decoded.message}\n`);
  process.exit(1);
}
