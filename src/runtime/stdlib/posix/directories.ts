/** Directories: listing, scanning, making, and the current one. */
import * as fs from 'node:fs';
import { genericAlias } from '../../builtins/genericAlias.js';
import { iteratorMembers } from '../../builtins/iterator.js';
import { system } from '../../builtins/osError.js';
import { fileAt } from '../../io/descriptors.js';
import { host } from '../../io/host.js';
import {
  type PathArg,
  currentDirectory,
  decodeName,
  type NativePath,
  nameOfBytes,
  nativeName,
  pathArg,
  pathOrFd,
} from '../../io/paths.js';
import { flushUnclosed } from '../../io/unclosed.js';
import { rt } from '../../object/context.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { TypeError } from '../../object/errors.js';
import { PyIterator } from '../../object/pyIterator.js';
import { asIndex, normalInt } from '../../object/number.js';
import { type Py, PyInstance } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { builtinType, type Members, type PyType } from '../../object/type.js';
import { isAscii } from '../../text/unicode.js';
import { PyBytes, PyClassMethod, PyList, PyStaticMethod, PyUnicode } from '../../object/values.js';
import { notPicklable } from '../../pickle/copyreg.js';
import { fdArg, intArg } from './arguments.js';
import { pathAt } from './relative.js';
import { makeStat } from './stat.js';

interface Place {
  readonly path: NativePath;
  readonly shown: Py;
  readonly isBytes: boolean;
  /** Opened by its descriptor: entries have no path of their own. */
  readonly fd: number | undefined;
}

/** A directory argument: a path, a descriptor, or nothing for the current directory. */
function placeOf(path: Py, name: string): Place {
  if (path === undefined || path === null) {
    return {
      path: nativeName(currentDirectory()),
      shown: rt.dialect === 2 ? '.' : '.',
      isBytes: rt.dialect === 2,
      fd: undefined,
    };
  }
  const target = pathOrFd(path, name, 'integer or None');
  if (typeof target !== 'number') return { ...target, fd: undefined };
  const { native } = system(() => fileAt(target));
  return { path: `/proc/self/fd/${native}`, shown: path, isBytes: false, fd: target };
}

function listdir(path: Py): PyList {
  const place = placeOf(path, 'listdir');
  return new PyList(system(() => namesIn(place), place.shown));
}

/** Names in the order in which the file system has them, which `readdirSync` would sort. */
function namesIn({ path, isBytes }: Place): Py[] {
  const directory = openDirectory(path);
  const names: Py[] = [];
  try {
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
      names.push(nameOfBytes(entry.name, isBytes));
    }
  } finally {
    directory.closeSync();
  }
  return names;
}

/** Names in it have one character a byte: Node takes longer to make a buffer of each. */
const openDirectory = (path: NativePath): fs.Dir =>
  fs.opendirSync(path as string, { encoding: 'latin1', bufferSize: 256 });

const DT_KINDS = { file: 'isFile', directory: 'isDirectory', link: 'isSymbolicLink' } as const;
type Kind = keyof typeof DT_KINDS;

class PyDirEntry extends PyInstance {
  private own: fs.BigIntStats | undefined = undefined;
  private followed: fs.BigIntStats | undefined = undefined;
  constructor(
    readonly name: Py,
    readonly path: Py,
    readonly native: NativePath,
    readonly dirent: fs.Dirent,
  ) {
    super();
  }

  stat(follow: boolean): fs.BigIntStats {
    flushUnclosed(this.native);
    if (follow && this.is('link', false)) {
      return (this.followed ??= system(() => fs.statSync(this.native, { bigint: true }), this.path));
    }
    return (this.own ??= system(() => fs.lstatSync(this.native, { bigint: true }), this.path));
  }

  /** Whether it is of that kind; false when it is gone. */
  is(kind: Kind, follow: boolean): boolean {
    const test = DT_KINDS[kind];
    const known = this.dirent.isFile() || this.dirent.isDirectory() || this.dirent.isSymbolicLink();
    if (known && !(follow && this.dirent.isSymbolicLink())) return this.dirent[test]();
    try {
      return (follow ? fs.statSync(this.native) : fs.lstatSync(this.native))[test]();
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return false;
      return system(() => {
        throw error;
      }, this.path);
    }
  }
}

export const dirEntryType: PyType = builtinType({
  name: 'DirEntry',
  js: PyDirEntry,
  module: 'posix',
  subclassable: false,
});

const followed = (follow: Py): boolean => follow === undefined || truthy(follow);

/** What the system makes for the program only: the program cannot, and it is of no use in another process. */
const notMade = (type: string): Members => ({
  __new__: new PyStaticMethod(
    method(
      '(*args, **kwargs)',
      () => {
        throw TypeError(`cannot create 'posix.${type}' instances`);
      },
      '__new__',
    ),
  ),
  __reduce_ex__: method('(protocol, /)', (self: Py) => {
    throw notPicklable(self);
  }),
});

defineMembers(dirEntryType, () => ({
  ...notMade('DirEntry'),
  name: getter((self: PyDirEntry) => self.name),
  path: getter((self: PyDirEntry) => self.path),
  __repr__: method('()', (self: PyDirEntry) => `<DirEntry ${repr(self.name)}>`),
  __fspath__: method('()', (self: PyDirEntry) => self.path),
  __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  stat: method('(*, follow_symlinks=True)', (self: PyDirEntry, follow: Py) => makeStat(self.stat(followed(follow)))),
  is_dir: method('(*, follow_symlinks=True)', (self: PyDirEntry, follow: Py) => self.is('directory', followed(follow))),
  is_file: method('(*, follow_symlinks=True)', (self: PyDirEntry, follow: Py) => self.is('file', followed(follow))),
  is_symlink: method('()', (self: PyDirEntry) => self.is('link', false)),
  is_junction: method('()', () => false),
  inode: method('()', (self: PyDirEntry) => normalInt(self.stat(false).ino)),
}));

class ScandirIterator extends PyIterator {
  constructor(
    private directory: fs.Dir | undefined,
    private readonly place: Place,
  ) {
    super();
  }
  nx(): Py {
    const entry = system(() => this.directory?.readSync() ?? null) as fs.Dirent | null;
    if (entry === null) {
      this.close();
      return undefined;
    }
    const { isBytes, fd } = this.place;
    const name = nameOfBytes(entry.name, isBytes);
    const native = joinNative(this.place.path, entry.name);
    return new PyDirEntry(name, fd === undefined ? this.joined(name) : name, native, entry);
  }

  /** The entry's path as the program would write it: the directory's as given, and the name. */
  private joined(name: Py): Py {
    const { shown } = this.place;
    if (shown instanceof PyBytes) {
      const base = Buffer.from(shown.data);
      const slash = base.at(-1) === 0x2f ? '' : '/';
      return new PyBytes(new Uint8Array(Buffer.concat([base, Buffer.from(slash), name.data])));
    }
    const base = textOf(shown);
    return `${base}${base.endsWith('/') ? '' : '/'}${textOf(name)}`;
  }

  close(): void {
    const { directory } = this;
    this.directory = undefined;
    directory?.closeSync();
  }
}

const textOf = (o: Py): string => {
  if (typeof o === 'string') return o;
  if (o instanceof PyUnicode) return o.value;
  return 'value' in o ? o.value : String(pathArg(o, 'scandir').path);
};

/** @param bytes the name, one character a byte */
function joinNative(directory: NativePath, bytes: string): NativePath {
  if (typeof directory === 'string' && isAscii(bytes)) return `${directory}/${bytes}`;
  const name = Buffer.from(bytes, 'latin1');
  const text = name.toString('utf8');
  const isText = typeof directory === 'string' && !text.includes('\ufffd');
  if (isText) return `${directory}/${text}`;
  const base = typeof directory === 'string' ? Buffer.from(directory) : directory;
  return Buffer.concat([base, Buffer.from('/'), name]);
}

export const scandirIteratorType: PyType = builtinType({
  name: 'ScandirIterator',
  js: ScandirIterator,
  module: 'posix',
  subclassable: false,
});

defineMembers(scandirIteratorType, () =>
  iteratorMembers({
    ...notMade('ScandirIterator'),
    close: method('()', (self: ScandirIterator) => {
      self.close();
      return null;
    }),
    __enter__: method('()', (self: ScandirIterator) => self),
    __exit__: method('(*args)', (self: ScandirIterator) => {
      self.close();
      return null;
    }),
  }),
);

function scandir(path: Py): ScandirIterator {
  const place = placeOf(path, 'scandir');
  const directory = system(() => openDirectory(place.path), place.shown);
  return new ScandirIterator(directory, place);
}

/** `chdir(path)`: each Python process has a current directory of its own. */
const chdir = (path: Py): null => enter(pathOrFd(path, 'chdir'), path);

/** `shown` is the name that an error tells of a descriptor. */
function enter(target: PathArg | number, shownFd?: Py): null {
  const given = typeof target === 'number' ? `/proc/self/fd/${fileAt(target).native}` : target.path;
  const shown = typeof target === 'number' ? shownFd : target.shown;
  const real = system(() => {
    const resolved = nativeName(decodeName(fs.realpathSync.native(given, { encoding: 'buffer' })));
    if (!fs.statSync(resolved).isDirectory()) throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' });
    fs.accessSync(resolved, fs.constants.X_OK);
    return resolved;
  }, shown);
  rt.cwd = typeof real === 'string' ? real : decodeName(real);
  return null;
}

function mkdir(path: Py, mode: Py, dirFd: Py): null {
  const target = pathAt(path, dirFd, 'mkdir');
  const bits = mode === undefined ? 0o777 : intArg(mode);
  const { umask } = host();
  system(() => fs.mkdirSync(target.path, bits), target.shown);
  if (umask !== undefined) fs.chmodSync(target.path, bits & ~umask & 0o7777);
  return null;
}

/** `umask(mask)`: of this Python process only. */
function umask(mask: Py): number {
  const before = host().umask ?? process.umask();
  host().umask = Number(asIndex(mask)) & 0o777;
  return before;
}

export const directoryMembers = (): Members => ({
  DirEntry: dirEntryType,
  listdir: fn('(path=None)', listdir),
  scandir: fn('(path=None)', scandir),
  mkdir: fn('(path, mode=511, *, dir_fd=None)', mkdir),
  rmdir: fn('(path, *, dir_fd=None)', (path: Py, dirFd: Py) => {
    const target = pathAt(path, dirFd, 'rmdir');
    system(() => fs.rmdirSync(target.path), target.shown);
    return null;
  }),
  chdir: fn('(path)', chdir),
  fchdir: fn('(fd)', (fd: Py) => enter(fdArg(fd))),
  getcwd: fn('()', () => (rt.dialect === 2 ? bytesText(currentDirectory()) : currentDirectory())),
  ...(rt.dialect === 2
    ? { getcwdu: fn('()', () => new PyUnicode(currentDirectory())) }
    : { getcwdb: fn('()', () => new PyBytes(new Uint8Array(Buffer.from(nativeName(currentDirectory()) as string)))) }),
  umask: fn('(mask, /)', umask),
});

/** Text as a str of Python 2: its bytes. */
const bytesText = (text: string): string => Buffer.from(nativeName(text) as string).toString('latin1');
