/**
 * Memory that is mapped: a block of the arena, which forked processes have too.
 *
 * Node cannot map files. A shared mapping of a file is a block that all processes of the program find by the file's identity; the file gets
 * its content when the mapping is flushed or closed, and at the end of the process.
 */
import { fstatSync, readSync, writeSync } from 'node:fs';
import { osError } from '../../builtins/osError.js';
import { fileAtOrUndefined } from '../../io/descriptors.js';
import { SystemFile } from '../../io/openFile.js';
import { type Arena, addNamed, closeHandle, findNamed, openHandle, removeNamed } from '../../mp/index.js';
import { moduleState } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import { host } from '../../process/host.js';

const EBADF = 9;
const EACCES = 13;

/** What of a file is mapped. */
export interface MappedFile {
  readonly native: number;
  readonly offset: number;
  /** Under which other processes find the memory. */
  readonly name: string;
}

export interface Mapping {
  readonly block: number;
  handle: number;
  /** Length in bytes. */
  size: number;
  /** Where the content goes; null for anonymous memory and private copies. */
  readonly file: MappedFile | null;
}

const arena = (): Arena => host().arena;

export const bytesOf = ({ block, size }: Mapping): Uint8Array => {
  arena().reach(block, 1);
  return new Uint8Array(arena().buffer, block * 4, size);
};

function newMapping(size: number, file: MappedFile | null): Mapping {
  const shared = arena();
  const block = shared.alloc(Math.max(size, 8));
  const handle = openHandle(shared, 'block', block);
  shared.release(block);
  return { block, handle, size, file };
}

/** Zeroed memory that has no file. */
export const mapMemory = (size: number): Mapping => newMapping(size, null);

/**
 * Maps `size` bytes of the file of a descriptor from `offset` on; 0: all that follows.
 * @param isPrivate changes stay in this mapping; `isWritable` whether there may be any.
 */
export function mapFile(fd: number, size: number, offset: number, isPrivate: boolean, isWritable: boolean): Mapping {
  const file = fileAtOrUndefined(fd);
  if (!(file instanceof SystemFile)) throw osError(EBADF);
  if (isWritable && !isPrivate && file.access === 0) throw osError(EACCES);
  const stat = fstatSync(file.native);
  if (size === 0 && stat.size === 0) throw ValueError('cannot mmap an empty file');
  if (size === 0 && offset >= stat.size) throw ValueError('mmap offset is greater than file size');
  const length = size === 0 ? stat.size - offset : size;
  if (stat.isFile() && offset + length > stat.size) throw ValueError('mmap length is greater than file size');
  const name = `mmap:${stat.dev}:${stat.ino}:${offset}:${length}`;
  const found = isPrivate ? null : findNamed(arena(), name);
  const mapped = isPrivate ? null : { native: file.native, offset, name };
  if (found !== null) {
    const handle = openHandle(arena(), 'block', found.block);
    arena().release(found.block);
    return kept({ block: found.block, handle, size: length, file: mapped });
  }
  const mapping = newMapping(length, mapped);
  readInto(file.native, offset, mapping);
  if (mapped !== null) addNamed(arena(), name, { block: mapping.block, sizeBytes: length });
  return kept(mapping);
}

function readInto(native: number, offset: number, mapping: Mapping): void {
  const content = new Uint8Array(mapping.size);
  let at = 0;
  for (let n = 1; at < content.length && n > 0; at += n)
    n = readSync(native, content, at, content.length - at, offset + at);
  bytesOf(mapping).set(content);
}

/** Mappings whose files are still to get what is in them. */
const unwritten = (): Set<Mapping> =>
  moduleState('mappings', () => {
    const mappings = new Set<Mapping>();
    moduleState<(() => void)[]>('exit hooks', () => []).push(() => {
      for (const mapping of mappings) writeBack(mapping);
    });
    return mappings;
  });

function kept(mapping: Mapping): Mapping {
  if (mapping.file !== null) unwritten().add(mapping);
  return mapping;
}

/** The file gets what is in the memory. */
export function writeBack(mapping: Mapping): void {
  if (mapping.file === null) return;
  const { native, offset } = mapping.file;
  const content = bytesOf(mapping).slice();
  try {
    for (let at = 0; at < content.length; ) at += writeSync(native, content, at, content.length - at, offset + at);
  } catch {
    // It was opened for reading only, or is closed: nothing was to be written, or nobody can see it any more.
  }
}

export function unmap(mapping: Mapping): void {
  if (mapping.file !== null) {
    writeBack(mapping);
    unwritten().delete(mapping);
    removeNamed(arena(), mapping.file.name);
  }
  closeHandle(arena(), mapping.handle);
}
