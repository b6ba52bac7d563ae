/**
 * Addresses of the memory of `ctypes` objects. Each block of memory gets one when it is first asked for; the memory that all processes
 * share has the same in each of them.
 */
import { ValueError } from '../../object/errors.js';
import { moduleState } from '../../object/context.js';
import { host } from '../../process/host.js';

/** Where the shared memory begins. What is below are the strings of `c_char_p`, by their places in the arena. */
export const SHARED_BASE = 2 ** 40;
const OWN_BASE = 2 ** 44;
const GAP_BYTES = 4096;
/** Blocks are looked through for those that are gone when there are so many. */
const SWEEP = 256;

type Block = ArrayBufferLike;

interface Region {
  readonly base: number;
  readonly size: number;
  readonly block: WeakRef<Block>;
}

class Memory {
  /** In the order of their addresses. */
  regions: Region[] = [];
  readonly bases = new WeakMap<Block, number>();
  /** What pointers in a block point to is kept as long as the block. */
  readonly kept = new WeakMap<Block, Set<Block>>();
  next = OWN_BASE;
  sweepAt = SWEEP;
}

const memory = (): Memory => moduleState('ctypes memory', () => new Memory());

/** The address of an object's first byte. */
export function addressOf({ buffer, byteOffset }: DataView): number {
  if (buffer === host().arena.buffer) return SHARED_BASE + byteOffset;
  const state = memory();
  let base = state.bases.get(buffer);
  if (base === undefined) {
    base = state.next;
    state.next += Math.ceil(buffer.byteLength / GAP_BYTES + 1) * GAP_BYTES;
    state.bases.set(buffer, base);
    if (state.regions.length >= state.sweepAt) {
      state.regions = state.regions.filter(({ block }) => block.deref() !== undefined);
      state.sweepAt = Math.max(SWEEP, state.regions.length * 2);
    }
    state.regions.push({ base, size: buffer.byteLength, block: new WeakRef(buffer) });
  }
  return base + byteOffset;
}

/** The memory from an address on, to the end of its block. */
function blockAt(address: number): DataView | undefined {
  if (address >= SHARED_BASE && address < OWN_BASE) {
    const { buffer } = host().arena;
    return address - SHARED_BASE < buffer.byteLength ? new DataView(buffer, address - SHARED_BASE) : undefined;
  }
  const { regions } = memory();
  let [low, high] = [0, regions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regions[middle]!.base <= address) low = middle + 1;
    else high = middle;
  }
  const region = regions[low - 1];
  const block = region?.block.deref();
  if (region === undefined || block === undefined || address > region.base + region.size) return undefined;
  return new DataView(block, address - region.base);
}

/** The memory at an address. ValueError where there is none: a program in C would read garbage, or end. */
export function viewAt(address: number, size: number): DataView {
  const block = blockAt(address);
  if (block === undefined || block.byteLength < size)
    throw ValueError(`there is no ctypes object with ${size} bytes at address 0x${address.toString(16)}`);
  return new DataView(block.buffer, block.byteOffset, size);
}

/** The bytes up to the first zero, or to the end of the block. */
export function bytesAt(address: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = viewAt(address, 0) && blockAt(address)!;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Text of four-byte characters up to the first zero, or `count` of them. */
export function wideAt(address: number, count = Infinity): string {
  const block = viewAt(address, 0) && blockAt(address)!;
  let text = '';
  for (let i = 0; i < count && (i + 1) * 4 <= block.byteLength; i++) {
    const point = block.getUint32(i * 4, true);
    if (point === 0 && count === Infinity) break;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** Memory of its own for some bytes, with a zero behind them. */
export function store(bytes: Uint8Array): DataView {
  const block = new Uint8Array(bytes.length + 1);
  block.set(bytes);
  return new DataView(block.buffer);
}

export const readAddress = (view: DataView, at = 0): number => Number(view.getBigUint64(at, true));

/** Lets memory point to other memory, which is kept for it. */
export function writeAddress(view: DataView, at: number, address: number): void {
  view.setBigUint64(at, BigInt.asUintN(64, BigInt(address)), true);
  const target = address >= OWN_BASE ? blockAt(address)?.buffer : undefined;
  if (target === undefined || target === view.buffer) return;
  const { kept } = memory();
  const set = kept.get(view.buffer);
  if (set === undefined) kept.set(view.buffer, new Set([target]));
  else set.add(target);
}
