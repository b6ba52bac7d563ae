/**
 * Modules that a Python 2 program must not see in their Python 3 form, though the library, which is Python 3, needs them.
 *
 * The library's imports of these names go to modules of their own, under the name with `@` before it: so `import queue`
 * fails in a Python 2 program as it does there, a program may have a `queue.py`, and `urllib` is Python 2's.
 */
import { rt } from '../object/context.js';

/** Top names that only Python 3 has. */
const ONLY_PYTHON3 =
  '_thread asyncio builtins concurrent configparser contextvars copyreg dataclasses dbm enum faulthandler graphlib html ' +
  'http ipaddress lzma pathlib queue reprlib secrets selectors socketserver statistics tkinter tomllib tracemalloc ' +
  'typing venv winreg xmlrpc zipapp zoneinfo';

/** Top names under which Python 2 has something else. */
const DIFFERENT =
  'argparse base64 bdb contextlib _csv functools glob io pdb pickle random re shutil socket string sysconfig tempfile threading time trace types urllib';

const only3: ReadonlySet<string> = new Set(ONLY_PYTHON3.split(' '));
const twins: ReadonlySet<string> = new Set([...only3, ...DIFFERENT.split(' ')]);
const MARK = '@';

/** Modules that a package of both has in Python 3 only, and that nothing of the library asks for in a Python 2 program. */
const ONLY_IN_PACKAGES3: ReadonlySet<string> = new Set(
  'forkserver popen_fork popen_forkserver popen_spawn_posix popen_spawn_win32 resource_sharer resource_tracker shared_memory spawn'
    .split(' ')
    .map((name) => `multiprocessing.${name}`),
);

const top = (name: string): string => {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
};

/**
 * The module of the library that one of Python 2's own is a part of, which brings it: a forked process may ask for a function of
 * the part first.
 */
export const WHOLE_2: ReadonlyMap<string, string> = new Map([
  ['_json2', 'json'],
  ['_logging2', 'logging'],
  ['_unittest2', 'unittest'],
]);

/** The name under which the library finds `name`. */
export const nameForLibrary = (name: string): string => (rt.dialect === 2 && twins.has(top(name)) ? MARK + name : name);

/** Whether the library's module of this name is hidden from the program. */
export const isHiddenFromProgram = (name: string): boolean =>
  rt.dialect === 2 && (only3.has(top(name)) || ONLY_IN_PACKAGES3.has(name));

/** The name of a module's source: without the mark of the library's own. */
export const sourceName = (name: string): string => (name.startsWith(MARK) ? name.slice(MARK.length) : name);
