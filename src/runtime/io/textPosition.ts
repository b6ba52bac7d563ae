/**
 * `tell` and `seek` of text files.
 *
 * A position is a number that holds the byte offset of a place where decoding can begin and, above it, the decoder's state there and
 * how many bytes and characters to skip; nearly always only the offset is not 0.
 */
import { isAscii } from 'node:buffer';
import { plainOsError } from '../builtins/osError.js';
import { callMethod } from '../object/call.js';
import { TypeError, ValueError } from '../object/errors.js';
import { asIndex, asSize, intValue, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { makeDecoder } from './decoding.js';
import { UniversalNewlines } from './newlines.js';
import type { PyTextIOWrapper } from './textio.js';
import { refused } from './unsupported.js';
import { returnedBytes } from './values.js';

const CARRIAGE_RETURN = 13;
const FIELD_BITS = 64n;

interface Cookie {
  position: number;
  flags: number;
  bytesToFeed: number;
  charsToSkip: number;
  needEof: boolean;
}

/** `tell()`. */
export function tellText(self: PyTextIOWrapper): number | bigint {
  if (!self.isSeekable) throw refused('underlying stream is not seekable');
  if (!self.tellsPositions) throw plainOsError('telling position disabled by next() call');
  self.flushPending();
  callMethod(self, 'flush');
  const position = asIndex(callMethod(self.buffer, 'tell'));
  const { snapshot } = self;
  if (snapshot === undefined) return position;
  const start = Number(position) - snapshot.input.length;
  const used = self.at - self.carried;
  if (used === 0) return pack(start, cookieFlags(snapshot.flags, snapshot.pendingCr, self));
  const { count, flags, pendingCr } = bytesFor(self, used);
  return pack(start + count, cookieFlags(flags, pendingCr, self));
}

/** With universal newlines the lowest bit of the state says that a \r is waiting. */
function cookieFlags(flags: number, pendingCr: boolean, self: PyTextIOWrapper): number {
  return self.newline.isUniversal ? flags * 2 + (pendingCr ? 1 : 0) : flags;
}

const pack = (position: number, flags: number): number | bigint =>
  flags === 0 ? position : normalInt(BigInt(position) | (BigInt(flags) << FIELD_BITS));

/** How many bytes of the last chunk give `used` characters, and the state after them. */
function bytesFor(self: PyTextIOWrapper, used: number): { count: number; flags: number; pendingCr: boolean } {
  const snapshot = self.snapshot!;
  const { input } = snapshot;
  const isPlain = self.encoding.toLowerCase().startsWith('utf-8') || self.encoding === 'ascii';
  if (isPlain && isAscii(input) && (!self.newline.translatesRead || !input.includes(CARRIAGE_RETURN))) {
    if (!snapshot.pendingCr && snapshot.flags === 0) return { count: used, flags: snapshot.flags, pendingCr: false };
  }
  let low = 0;
  let high = input.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (decodeBeginning(self, middle).length >= used) high = middle;
    else low = middle + 1;
  }
  const { flags, pendingCr } = decodeBeginning(self, low);
  return { count: low, flags, pendingCr };
}

/** Decodes the first `count` bytes of the last chunk anew. */
function decodeBeginning(self: PyTextIOWrapper, count: number): { length: number; flags: number; pendingCr: boolean } {
  const snapshot = self.snapshot!;
  const decoder = makeDecoder(self.encoding, self.errors);
  decoder.setState(new Uint8Array(), snapshot.flags);
  const decoded = decoder.decode(snapshot.input.subarray(0, count), false);
  if (!self.newline.isUniversal) return { length: decoded.length, flags: decoder.state()[1], pendingCr: false };
  const newlines = new UniversalNewlines(self.newline.translatesRead);
  newlines.pendingCr = snapshot.pendingCr;
  const { length } = newlines.process(decoded, false);
  return { length, flags: decoder.state()[1], pendingCr: newlines.pendingCr };
}

/** `seek(cookie, whence)`. */
export function seekText(self: PyTextIOWrapper, cookie: Py, whence: Py): Py {
  const how = asSize(whence);
  if (!self.isSeekable) throw refused('underlying stream is not seekable');
  let target = cookie;
  if (how === 1) {
    if (intValue(cookie) !== 0) throw refused("can't do nonzero cur-relative seeks");
    target = callMethod(self, 'tell');
  } else if (how === 2) {
    if (intValue(cookie) !== 0) throw refused("can't do nonzero end-relative seeks");
    return seekToEnd(self);
  } else if (how !== 0) throw ValueError(`invalid whence (${how}, should be 0, 1 or 2)`);
  const number = intValue(target);
  if (number === undefined) throw TypeError(`an integer is required (got type ${typeOf(target).name})`);
  if (number < 0) throw ValueError(`negative seek position ${number}`);
  callMethod(self, 'flush');
  moveTo(self, unpack(number));
  return target;
}

function seekToEnd(self: PyTextIOWrapper): Py {
  callMethod(self, 'flush');
  self.restart();
  const end = callMethod(self.buffer, 'seek', 0, 2);
  self.resetEncoder(end === 0);
  return end;
}

function unpack(cookie: number | bigint): Cookie {
  const all = BigInt(cookie);
  const field = (index: bigint) => Number(BigInt.asUintN(Number(FIELD_BITS), all >> (FIELD_BITS * index)));
  return {
    position: field(0n),
    flags: field(1n),
    bytesToFeed: field(2n),
    charsToSkip: field(3n),
    needEof: field(4n) !== 0,
  };
}

function moveTo(self: PyTextIOWrapper, { position, flags, bytesToFeed, charsToSkip, needEof }: Cookie): void {
  callMethod(self.buffer, 'seek', position);
  const pendingCr = self.newline.isUniversal && flags % 2 === 1;
  const isStart = position === 0 && flags === 0;
  self.restart(isStart, self.newline.isUniversal ? Math.floor(flags / 2) : flags, pendingCr);
  self.resetEncoder(isStart);
  if (charsToSkip === 0) return;
  const input = returnedBytes(callMethod(self.buffer, 'read', bytesToFeed)) ?? new Uint8Array();
  self.skip(input, charsToSkip, needEof);
}
