/**
 * Whole lines for the standard streams: several processes write into one pipe or file, and no line of one is to have another's in
 * its middle. CPython writes blocks that end anywhere; where they end cannot be seen in one process's output.
 */

const LINE_FEED = 10;
/** The system takes so many bytes at once or not at all, into a pipe. */
const PIPE_BYTES = 4096;

/** Cuts lines into pieces that the system takes in one go where they are not longer than that. `lines` ends with a line feed. */
export function linePieces(lines: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < lines.length; ) {
    const last =
      start + PIPE_BYTES >= lines.length ? lines.length - 1 : lines.lastIndexOf(LINE_FEED, start + PIPE_BYTES - 1);
    const end = (last >= start ? last : lines.indexOf(LINE_FEED, start)) + 1;
    pieces.push(lines.subarray(start, end));
    start = end;
  }
  return pieces;
}

/** Whole lines that can be written, and what begins the next one. Null where no line ends. */
export function splitLines(held: Uint8Array, bytes: Uint8Array): { lines: Uint8Array; rest: Uint8Array } | null {
  const all = Buffer.concat([held, bytes]);
  const end = all.lastIndexOf(LINE_FEED) + 1;
  return end === 0 ? null : { lines: all.subarray(0, end), rest: all.subarray(end) };
}
