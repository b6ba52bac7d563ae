/**
 * `multiprocessing.shared_memory.SharedMemory`: named blocks of memory.
 *
 * The memory is in the arena. Node cannot map files, so for other programs a block with a name that the program chose is a file in
 * /dev/shm with what was in the block when a process last closed it; a file that is already there is taken over with its content.
 * Spec: https://docs.python.org/3/library/multiprocessing.shared_memory.html
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { osError } from '../../builtins/osError.js';
import { registerShared } from '../../codec/shared.js';
import { addNamed, closeHandle, findNamed, openHandle, removeNamed, trackNamed } from '../../mp/index.js';
import { type BufferInfo, byteBuffer, PyMemoryView } from '../../object/buffer.js';
import { errnoOf } from '../../io/errnoTable.js';
import { toPython } from '../../helpers/exceptions.js';
import { call } from '../../object/call.js';
import { compareValues } from '../../object/compare.js';
import { rt } from '../../object/context.js';
import { BufferError, FileExistsError, isInstanceOf, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { isLent, noteView } from '../../object/lending.js';
import { defineMembers, getter } from '../../object/install.js';
import { asSize, strValue } from '../../object/number.js';
import { hide, type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { host } from '../../process/host.js';
import { attributes } from './shareable.js';
import { noteResource } from './state.js';
import { arena, member } from './support.js';

const MODULE = 'multiprocessing.shared_memory';
const FOLDER = '/dev/shm';
/** What the names that are made up begin with. */
export const NAME_PREFIX = '/psm_';
/** SIGHUP (1) and SIGTERM (15), by their bits. */
const ENDING_SIGNALS = (1 << 0) | (1 << 14);
const ENOENT = 2;
const EEXIST = 17;
const EACCES = 13;
const EINVAL = 22;

export class PySharedMemory extends PyObject {
  /** With the slash that POSIX wants. */
  path = '';
  size = 0;
  /** The program chose the name: others may know it. */
  isPublic = false;
  isTracked = true;
  block = 0;
  handle = 0;
  view: PyMemoryView | null = null;
  isAttached = false;
  exports = 0;

  get bytes(): Uint8Array {
    return new Uint8Array(arena().buffer, this.block * 4, this.size);
  }

  /** Makes the block known here; the caller has a reference, which the handle takes over. */
  attach(block: number, sizeBytes: number): void {
    const shared = arena();
    shared.reach(block, 1);
    this.block = block;
    this.size = sizeBytes;
    this.handle = openHandle(shared, 'block', block);
    shared.release(block);
    this.isAttached = true;
    this.view = new PyMemoryView(this, byteBuffer(this.bytes, false));
    noteView(this);
  }

  close(): void {
    this.view?.release();
    this.view = null;
    if (!this.isAttached) return;
    if (this.exports > 0 && isLent(this)) throw BufferError('cannot close exported pointers exist');
    this.isAttached = false;
    if (this.isPublic && existsSync(fileOf(this.path))) writeQuietly(this.path, this.bytes);
    closeHandle(arena(), this.handle);
  }
}
hide(PySharedMemory.prototype, 'buffer$', function (this: PySharedMemory): BufferInfo {
  return byteBuffer(this.bytes, false);
});

export const sharedMemoryType: PyType = libraryClass({
  name: 'SharedMemory',
  js: PySharedMemory,
  module: MODULE,
  hasDict: true,
});

// A process that is forked, or gets one in a message, attaches to it by its name.
registerShared(sharedMemoryType, {
  kind: 'mp.SharedMemory',
  inMessages: true,
  encode: ({ path, isPublic, view, isTracked }: PySharedMemory) => [path, isPublic, view !== null, isTracked],
  decode: (data, _parts, cls) => {
    const [path, isPublic, isOpen, isTracked] = data as [string, boolean, boolean, boolean];
    const self = new ((cls ?? sharedMemoryType).ctor as typeof PySharedMemory)();
    Object.assign(self, { path, isPublic, isTracked });
    if (isOpen) open(self);
    return self;
  },
});

const fileOf = (path: string): string => `${FOLDER}${path}`;

function writeQuietly(path: string, content: Uint8Array): void {
  try {
    writeFileSync(fileOf(path), content);
  } catch {
    // The file is only for others to look at.
  }
}

function create(self: PySharedMemory, sizeBytes: number): void {
  const shared = arena();
  const block = shared.alloc(sizeBytes);
  const isNew = addNamed(shared, self.path, { block, sizeBytes, isUnnamed: !self.isPublic });
  const problem = isNew ? createFile(self.path, sizeBytes) : EEXIST;
  if (problem !== 0) {
    if (isNew) removeNamed(shared, self.path);
    if (shared.release(block)) shared.free(block);
    throw osError(problem, self.path);
  }
  self.attach(block, sizeBytes);
}

/** Returns 0, or an error number. Where there is no /dev/shm, the block is seen by this program only. */
function createFile(path: string, sizeBytes: number): number {
  if (!existsSync(FOLDER)) return 0;
  try {
    const fd = openSync(fileOf(path), 'wx', 0o600);
    ftruncateSync(fd, sizeBytes);
    closeSync(fd);
    return 0;
  } catch (error) {
    return errnoOf((error as { code?: string }).code ?? '') ?? EACCES;
  }
}

function unlinkFile(path: string): void {
  try {
    unlinkSync(fileOf(path));
  } catch {
    // Somebody else has removed it.
  }
}

function open(self: PySharedMemory): void {
  const shared = arena();
  let found = findNamed(shared, self.path);
  if (found?.isForeign === true && !existsSync(fileOf(self.path))) {
    // The other program has removed it.
    shared.release(found.block);
    removeNamed(shared, self.path);
    found = null;
  }
  if (found === null) {
    const content = foreignContent(self.path);
    const block = shared.alloc(content.length);
    shared.reach(block, 1);
    shared.u8.set(content, block * 4);
    found = { block, sizeBytes: content.length, isForeign: true };
    // If another process was quicker, its block is the one.
    if (!addNamed(shared, self.path, found)) {
      shared.free(block);
      found = findNamed(shared, self.path)!;
    }
  }
  self.isPublic = found.isUnnamed !== true;
  self.attach(found.block, found.sizeBytes);
}

/** What another program has put into shared memory under that name. */
function foreignContent(path: string): Uint8Array {
  try {
    return readFileSync(fileOf(path));
  } catch (error) {
    throw osError((error as { code?: string }).code === 'EACCES' ? EACCES : ENOENT, path);
  }
}

function init(self: PySharedMemory, name: Py, create_: Py, size: Py, tracks: Py): null {
  const wanted = size ?? 0;
  if (compareValues(wanted, 0, 'GtE') !== true) throw ValueError("'size' must be a positive integer");
  const isNew = create_ !== undefined && truthy(create_);
  if (isNew && wanted === 0) throw ValueError("'size' must be a positive number different from zero");
  const given = name === undefined || name === null ? undefined : strValue(name);
  if (given === undefined && !isNew) throw ValueError("'name' can only be None if create=True");
  self.isPublic = given !== undefined;
  if (given === undefined) createUnnamed(self, asSize(wanted));
  else {
    self.path = checkedPath(given.startsWith('/') ? given : `/${given}`);
    if (isNew) create(self, asSize(wanted));
    else open(self);
  }
  self.isTracked = tracks === undefined || truthy(tracks);
  if (self.isTracked) track(self.path);
  return null;
}

/** Lets the name go at the end of the program, however it ends: the kernel must hear of signals that would end Node at once. */
function track(path: string): void {
  trackNamed(arena(), path, true);
  noteResource();
  if (rt.state.has('signals that end are heard of')) return;
  rt.state.set('signals that end are heard of', true);
  host().client.post('watchSignals', ENDING_SIGNALS);
}

function checkedPath(path: string): string {
  if (path.includes('\0')) throw ValueError('embedded null character');
  if (path.includes('/', 1)) throw osError(EINVAL, path);
  return path;
}

export const randomName = (): string => `${NAME_PREFIX}${randomBytes(4).toString('hex')}`;

/** Makes names up until there is one that nobody has. */
function createUnnamed(self: PySharedMemory, sizeBytes: number): void {
  for (;;) {
    self.path = strValue(call(member(MODULE, '_make_filename'), []))!;
    try {
      create(self, sizeBytes);
      return;
    } catch (error) {
      if (!isInstanceOf(toPython(error), FileExistsError)) throw error;
    }
  }
}

const nameOf = ({ path }: PySharedMemory) => path.slice(1);

defineMembers(sharedMemoryType, () => ({
  __dict__: attributes(),
  __init__: method('(name=None, create=False, size=0, *, track=True)', init),
  name: getter(nameOf),
  _name: getter(
    (self: PySharedMemory) => self.path,
    (self: PySharedMemory, path: Py) => {
      self.path = strValue(path)!;
    },
  ),
  size: getter((self: PySharedMemory) => self.size),
  _size: getter((self: PySharedMemory) => self.size),
  buf: getter((self: PySharedMemory) => self.view),
  _buf: getter((self: PySharedMemory) => self.view),
  _mode: 0o600,
  _prepend_leading_slash: true,
  _track: getter(
    (self: PySharedMemory) => self.isTracked,
    (self: PySharedMemory, isTracked: Py) => {
      self.isTracked = truthy(isTracked);
    },
  ),
  close: method('()', (self: PySharedMemory) => {
    self.close();
    return null;
  }),
  unlink: method('()', (self: PySharedMemory) => {
    const known = removeNamed(arena(), checkedPath(self.path));
    const there = existsSync(fileOf(self.path));
    if (there) unlinkFile(self.path);
    if (!known && !there) throw osError(ENOENT, self.path);
    return null;
  }),
  __repr__: method('()', (self: PySharedMemory) => `${typeOf(self).name}(${repr(nameOf(self))}, size=${self.size})`),
  __reduce__: method(
    '()',
    (self: PySharedMemory) => new PyTuple([typeOf(self), new PyTuple([nameOf(self), false, self.size])]),
  ),
}));
