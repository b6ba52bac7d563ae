/**
 * `multiprocessing.forkserver`: the process whose children are those of the start method `forkserver`.
 *
 * Here the kernel starts each process by itself. The server is a process that the kernel stands in for (kernel/servants.ts): `os.getppid` in its
 * children gives its pid, it can be sent signals, and when it is gone the next start brings another.
 */
import { hasEnded, pidOf, setParentPid } from '../../mp/index.js';
import { call } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { NotImplementedError, TypeError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { LATER } from '../../import/load.js';
import { host } from '../../process/host.js';
import { bitOf, SIGINT } from '../../process/signals.js';
import { fromLibrary } from './libraryFile.js';
import { attributes } from './shareable.js';
import { mp, noteResource } from './state.js';
import { arena, member } from './support.js';

const MODULE = 'multiprocessing.forkserver';
/** What the library's file has beside the server. */
const RARE = ['MAXFDS_TO_SEND', 'SIGNED_STRUCT', '_serve_one', 'main', 'read_signed', 'write_signed'];

/** Address of the entry of the process's own server, 0 while it has none. */
const server = () => moduleState('fork server', () => ({ entry: 0 }));

function forget(): void {
  const own = server();
  host().client.children.delete(pidOf(arena(), own.entry));
  own.entry = 0;
}

/** Starts the server, unless it runs. */
export function ensureServer(): null {
  noteResource();
  const own = server();
  if (own.entry !== 0 && hasEnded(arena(), own.entry)) forget();
  if (own.entry !== 0) return null;
  const { client } = host();
  own.entry = client.call('servantStart', 'forkserver', bitOf(SIGINT));
  client.children.set(pidOf(arena(), own.entry), own.entry);
  return null;
}

/** Makes a process that has not begun the running server's child. */
export const giveToServer = (entry: number): void => setParentPid(arena(), entry, pidOf(arena(), server().entry));

function stopServer(): null {
  const own = server();
  if (own.entry === 0) return null;
  if (!hasEnded(arena(), own.entry)) host().client.call('servantEnd', pidOf(arena(), own.entry), 0);
  forget();
  return null;
}

/** Names of modules for the server to import; here each child imports what it needs. */
export function setPreload(names: Py): null {
  const modules = toArray(names);
  if (modules.some((name) => strValue(name) === undefined)) throw TypeError('module_names must be a list of strings');
  mp().preload = modules;
  return null;
}

class PyForkServer extends PyObject {}
const serverType = libraryClass({ name: 'ForkServer', js: PyForkServer, module: MODULE, hasDict: true });

defineMembers(serverType, () => ({
  __dict__: attributes(),
  __init__: method('()', () => null),
  _forkserver_pid: getter(() => (server().entry === 0 ? null : pidOf(arena(), server().entry))),
  _inherited_fds: getter(() => null),
  _lock: getter(() => moduleState('lock of the fork server', () => call(member('threading', 'Lock'), []))),
  _preload_modules: getter(() => new PyList(mp().preload)),
  _stop: method('()', stopServer),
  ensure_running: method('()', ensureServer),
  get_inherited_fds: method('()', () => null),
  set_forkserver_preload: method('(modules_names)', (_self: PyForkServer, names: Py) => setPreload(names)),
}));

export default function forkserver(): Record<string, Py> {
  return {
    __all__: new PyList(['ensure_running', 'get_inherited_fds', 'connect_to_new_process', 'set_forkserver_preload']),
    ForkServer: serverType,
    _forkserver: new (serverType.ctor as typeof PyForkServer)(),
    ensure_running: fn('()', ensureServer, 'ensure_running'),
    get_inherited_fds: fn('()', () => null, 'get_inherited_fds'),
    set_forkserver_preload: fn('(modules_names)', setPreload, 'set_forkserver_preload'),
    connect_to_new_process: fn(
      '(fds)',
      () => {
        throw NotImplementedError('processes are started by Process.start() here, not by messages to the fork server');
      },
      'connect_to_new_process',
    ),
    [LATER]: fromLibrary({ module: MODULE }, RARE),
  };
}
