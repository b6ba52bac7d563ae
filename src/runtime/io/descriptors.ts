/**
 * The file descriptors of a Python process: small numbers that refer to open files.
 *
 * All processes are threads of one process of the operating system, so the numbers are our own: 0 to 2 are there from the start, a new
 * one is the lowest that is free, as POSIX has it.
 */
import * as fs from 'node:fs';
import { moduleState } from '../object/context.js';
import { host } from './host.js';
import { isNamedPipe, NamedPipe } from './namedPipe.js';
import { fileClassOf } from './terminalFile.js';
import { fail, type OpenFile, StandardInput, StandardOutput, SystemFile } from './openFile.js';

interface Slot {
  readonly file: OpenFile;
  /** Child programs get it. */
  inheritable: boolean;
}

type Table = (Slot | undefined)[];

const MAX_DESCRIPTORS = 1 << 20;

function table(): Table {
  return moduleState('descriptors', (): Table => {
    const files = [new StandardInput(), new StandardOutput(1), new StandardOutput(2)];
    return files.map((file) => {
      file.refs++;
      return { file, inheritable: true };
    });
  });
}

function slotAt(fd: number): Slot {
  return table()[fd] ?? fail('EBADF');
}

/** The open file that a descriptor refers to. EBADF if there is none. */
export const fileAt = (fd: number): OpenFile => slotAt(fd).file;

/** The same, or undefined. */
export const fileAtOrUndefined = (fd: number): OpenFile | undefined => table()[fd]?.file;

/** Gives an open file the lowest free descriptor from `lowest` on. */
export function install(file: OpenFile, lowest = 0, inheritable = false): number {
  const slots = table();
  let fd = lowest;
  while (slots[fd] !== undefined) fd++;
  file.refs++;
  slots[fd] = { file, inheritable };
  return fd;
}

/** Opens a file of the system. `path` is resolved already (`nativePath`). */
export function openPath(path: string | Buffer, flags: number, mode: number): number {
  if (isNamedPipe(path)) return install(NamedPipe.open(path, flags));
  const mask = host().umask;
  const isNew = mask !== undefined && (flags & fs.constants.O_CREAT) !== 0 && !fs.existsSync(path);
  const native = fs.openSync(path, flags, mode);
  if (isNew) fs.fchmodSync(native, mode & ~mask & 0o7777);
  const File = fileClassOf(native);
  return install(SystemFile.opened(new File(native, (flags & fs.constants.O_APPEND) !== 0, flags & 3)));
}

/** A descriptor of the operating system that the program was started with, under its own number. */
export function inheritNative(fd: number): void {
  if (table()[fd] === undefined) install(new SystemFile(fd, false, fs.constants.O_RDWR), fd, true);
}

/** `close(fd)`. EBADF. */
export function closeDescriptor(fd: number): void {
  const { file } = slotAt(fd);
  table()[fd] = undefined;
  if (--file.refs === 0) file.close();
}

/** `dup2(fd, target)`: whatever `target` referred to is closed. */
export function duplicateTo(fd: number, target: number, inheritable: boolean): void {
  const { file } = slotAt(fd);
  if (target < 0 || target >= MAX_DESCRIPTORS) fail('EBADF');
  if (fd === target) return;
  file.refs++;
  if (table()[target] !== undefined) closeDescriptor(target);
  table()[target] = { file, inheritable };
}

export const isInheritable = (fd: number): boolean => slotAt(fd).inheritable;
export function setInheritable(fd: number, inheritable: boolean): void {
  slotAt(fd).inheritable = inheritable;
}

/** Numbers in use. */
export function openDescriptors(): number[] {
  return table().flatMap((slot, fd) => (slot === undefined ? [] : [fd]));
}

/** What descriptors of this process refer to, for a process that is to have them too. */
export function descriptorEntries(): { fd: number; file: OpenFile; inheritable: boolean }[] {
  return table().flatMap((slot, fd) => (slot === undefined ? [] : [{ fd, ...slot }]));
}

/** The process is at its end, but its thread goes on: files of the system that are its own alone are closed. */
export function closeOwnFiles(): void {
  for (const file of new Set(descriptorEntries().map((entry) => entry.file)))
    if (file instanceof SystemFile && file.isOwn) file.close();
}

/** Replaces all descriptors by those of the process that this one was forked from. */
export function adoptDescriptors(entries: readonly { fd: number; file: OpenFile; inheritable: boolean }[]): void {
  const slots = table();
  slots.length = 0;
  for (const { fd, file, inheritable } of entries) {
    file.refs++;
    slots[fd] = { file, inheritable };
  }
}
