/** Programs that are zip archives with a `__main__.py`, maybe behind a first line for the shell (`zipapp`). */
import { readFileSync } from 'node:fs';

/** What the last record of an archive begins with; a text has no such characters. */
export const END_OF_ARCHIVE = 'PK\x05\x06';

/** The longest last record: 22 bytes and a comment. */
const LAST_RECORD_BYTES = 22 + 0xffff;

export const isArchive = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    END_OF_ARCHIVE,
    Math.max(0, bytes.length - LAST_RECORD_BYTES),
    'latin1',
  );

/** Errors: those of reading it. */
export const isArchiveFile = (path: string): boolean => isArchive(readFileSync(path));
