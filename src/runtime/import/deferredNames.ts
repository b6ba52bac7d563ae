/** Which imports can wait (deferred.ts). */

/** Modules that show nothing when they run: no output, no file, no setting read or made, no error. */
export const SILENT: ReadonlySet<string> = new Set(
  (
    '_collections_abc abc argparse ast asyncio base64 bisect bz2 calendar collections colorsys configparser contextlib copy csv dataclasses ' +
    'datetime decimal difflib dis enum fnmatch fractions functools getopt gettext glob gzip hashlib heapq html inspect io ipaddress json ' +
    'keyword linecache locale logging mimetypes numbers opcode operator optparse os pathlib pickle platform posixpath pprint queue ' +
    'random re reprlib sched secrets selectors shlex shutil signal socket socketserver statistics string struct subprocess tarfile ' +
    'tempfile textwrap threading timeit token tokenize traceback types typing uuid warnings weakref zipfile'
  ).split(' '),
);

/** Of these, what waits in a program of Python 2: most of them import it, and want little of it. */
export const SILENT2: ReadonlySet<string> = new Set(['_collections_abc', 'os', 'warnings']);

/** Modules of those that are packages, or look like one, and where the library has them. */
export const SHOWN: ReadonlyMap<string, string> = new Map([
  ['collections.abc', '_collections_abc'],
  ['os.path', 'posixpath'],
]);

/** What these import, and what that imports in turn. */
const BROUGHT: ReadonlySet<string> = new Set(
  (
    '_abc _ast _asyncio _bisect _blake2 _bz2 _codecs _collections _collections_abc _colorize _compat_pickle _compression _contextvars ' +
    '_csv _datetime _decimal _frozen_importlib _frozen_importlib_external _functools _hashlib _heapq _imp _io _json _opcode ' +
    '_opcode_metadata _operator _pickle _posixsubprocess _queue _random _signal _socket _statistics _string _struct _thread _tokenize ' +
    '_typing _warnings _weakref _weakrefset abc array ast asyncio.base_events asyncio.base_futures asyncio.base_subprocess ' +
    'asyncio.base_tasks asyncio.constants asyncio.coroutines asyncio.events asyncio.exceptions asyncio.format_helpers asyncio.futures ' +
    'asyncio.locks asyncio.log asyncio.mixins asyncio.protocols asyncio.queues asyncio.runners asyncio.selector_events asyncio.sslproto ' +
    'asyncio.staggered asyncio.streams asyncio.subprocess asyncio.taskgroups asyncio.tasks asyncio.threads asyncio.timeouts ' +
    'asyncio.transports asyncio.trsock asyncio.unix_events atexit base64 binascii bisect bz2 codecs collections collections.abc ' +
    'concurrent concurrent.futures concurrent.futures._base concurrent.futures.process concurrent.futures.thread contextlib contextvars ' +
    'copy copyreg dataclasses datetime decimal dis ' +
    'encodings encodings.aliases enum errno fcntl fnmatch fractions functools gc genericpath gettext glob grp hashlib heapq hmac ' +
    'html.entities importlib importlib._abc importlib._bootstrap importlib._bootstrap_external importlib.machinery importlib.util inspect ' +
    'io itertools json.decoder json.encoder json.scanner keyword linecache locale math ntpath numbers operator os os.path pathlib._abc ' +
    'pathlib._local posix posixpath pwd random re reprlib select shutil stat string struct textwrap threading time token tokenize ' +
    'traceback types urllib urllib.parse warnings weakref zipfile._path zipfile._path.glob zlib'
  ).split(' '),
);

/** Whether a module that waits may have imported this one by the time it is asked for. */
export const mayBeBrought = (name: string): boolean => BROUGHT.has(name);

/** Whether a module of the program of this name would come in the way of what waits. */
export const comesInTheWay = (name: string): boolean => SILENT.has(name) || BROUGHT.has(name);

/** Modules whose classes other modules know all of, or that are half made while they define something. */
const EAGER: ReadonlySet<string> = new Set(
  '_weakrefset abc copyreg datetime decimal enum io numbers os re reprlib types warnings weakref'.split(' '),
);

/** Whether what a module of the library defines can wait until somebody asks for it (helpers/later.ts). */
export const mayDefineLater = (name: string): boolean => (SILENT.has(name) || BROUGHT.has(name)) && !EAGER.has(name);
