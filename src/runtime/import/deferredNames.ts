/** Which imports can wait (deferred.ts). */

/** Modules that show nothing when they run: no output, no file, no setting read or made, no error. */
export const SILENT: ReadonlySet<string> = new Set(
  (
    '_collections_abc argparse ast base64 bisect calendar collections colorsys configparser contextlib copy csv dataclasses datetime decimal difflib dis ' +
    'enum fnmatch fractions functools getopt gettext glob hashlib heapq html inspect json keyword linecache locale logging numbers opcode ' +
    'operator optparse os pathlib pickle posixpath pprint random re reprlib secrets shlex shutil statistics string struct tempfile textwrap ' +
    'timeit token tokenize traceback types typing uuid warnings weakref'
  ).split(' '),
);

/** Of these, what waits in a program of Python 2: most of them import it, and want little of it. */
export const SILENT2: ReadonlySet<string> = new Set(['_collections_abc', 'os', 'warnings']);

/** What these import, and what that imports in turn. */
const BROUGHT: ReadonlySet<string> = new Set(
  (
    '_abc _ast _bisect _blake2 _bz2 _codecs _collections _collections_abc _colorize _compat_pickle _compression _csv _datetime _decimal ' +
    '_frozen_importlib _frozen_importlib_external _functools _hashlib _heapq _imp _io _json _opcode _opcode_metadata _operator _pickle ' +
    '_random _statistics _string _struct _thread _tokenize _typing _warnings _weakref _weakrefset abc ast atexit base64 binascii bisect bz2 codecs ' +
    'collections collections.abc contextlib copy copyreg dataclasses datetime decimal dis encodings encodings.aliases enum errno fnmatch ' +
    'fractions functools gc genericpath gettext glob grp hashlib heapq hmac html.entities importlib importlib._bootstrap ' +
    'importlib._bootstrap_external importlib.machinery inspect io itertools json.decoder json.encoder json.scanner keyword linecache locale ' +
    'math ntpath numbers operator os os.path pathlib._abc pathlib._local posix posixpath pwd random re reprlib shutil stat string struct ' +
    'textwrap threading time token tokenize traceback types warnings weakref zlib'
  ).split(' '),
);

/** Whether a module that waits may have imported this one by the time it is asked for. */
export const mayBeBrought = (name: string): boolean => BROUGHT.has(name);

/** Whether a module of the program of this name would come in the way of what waits. */
export const comesInTheWay = (name: string): boolean => SILENT.has(name) || BROUGHT.has(name);
