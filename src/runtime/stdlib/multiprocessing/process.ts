import { registerShared } from '../../codec/shared.js';
import { LATER, type LaterMembers } from '../../import/load.js';
import { deadlineAfter, waitEnded } from '../../mp/index.js';
import { findAttr, getAttr, setAttr, storeOwn } from '../../object/attributes.js';
import { call, callKw, callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { AssertionError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import type { PyFunction } from '../../object/function.js';
import { defineMembers } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { instanceDict } from '../../object/namespace.js';
import { keywordsOf } from '../../object/keywordNames.js';
import { strValue } from '../../object/number.js';
import { type Py, PyInstance } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyProperty, PyStaticMethod, PyTuple } from '../../object/values.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { limitOf, PyPopen, startProcess } from './popen.js';
import { authenticationStringType, newAuthKey } from './authKey.js';
import { reprProcess } from './processRepr.js';
import { attributes } from './shareable.js';
import { mp } from './state.js';
import { arena, member, pid } from './support.js';
import { selectedMs } from './timeouts.js';

/** A process as Python sees it. Its state is in Python attributes, so that subclasses find it there. */
export class PyProcess extends PyInstance {}

const MODULE = 'multiprocessing.process';
export const baseProcess: PyType = libraryClass({
  name: 'BaseProcess',
  js: PyProcess,
  module: MODULE,
  hasDict: true,
  addsNothing: true,
});
const mainProcess = libraryClass({
  name: '_MainProcess',
  js: class extends PyProcess {},
  base: baseProcess,
  module: MODULE,
  addsNothing: true,
});
const parentProcessType = libraryClass({
  name: '_ParentProcess',
  js: class extends PyProcess {},
  base: baseProcess,
  module: MODULE,
  addsNothing: true,
});
/** Python 2's only class of processes. */
export const process2: PyType = libraryClass({
  name: 'Process',
  js: class extends PyProcess {},
  base: baseProcess,
  module: MODULE,
  addsNothing: true,
});

/** `current_process()`. */
export function currentProcess(): PyProcess {
  return (mp().current ??= newMainProcess());
}

function newMainProcess(): PyProcess {
  const self = new mainProcess.ctor() as PyProcess;
  const key = newAuthKey();
  Object.assign(self, { $_identity: new PyTuple([]), $_name: 'MainProcess', $_parent_pid: null, $_popen: null });
  if (rt.dialect === 2) {
    Object.assign(self, { $_authkey: key, $_daemonic: false, $_tempdir: null, $_children: mp().children });
  } else {
    Object.assign(self, {
      $_closed: false,
      $_config: PyDict.of([
        ['authkey', key],
        ['semprefix', '/mp'],
      ]),
    });
  }
  return self;
}

/** The parent of this process as a child sees it. */
export function newParentProcess(name: string, parentPid: number, entry: number): PyProcess {
  const self = new parentProcessType.ctor() as PyProcess;
  return Object.assign(self, {
    $_identity: new PyTuple([]),
    $_name: name,
    $_pid: parentPid,
    $_parent_pid: null,
    $_popen: null,
    $_closed: false,
    $_config: new PyDict(),
    entry,
  });
}

/** Settings that children inherit; in Python 2 they are attributes of their own. */
const config = (self: Py): PyDict => getAttr(self, '_config');

export function isDaemon(self: Py): boolean {
  return truthy(rt.dialect === 2 ? getAttr(self, '_daemonic') : (config(self).get('daemon') ?? false));
}

export const authKeyOf = (self: Py): Py => (rt.dialect === 2 ? getAttr(self, '_authkey') : config(self).get('authkey'));

function init(self: Py, group: Py, target: Py, name: Py, args: Py, kwargs: Py, daemon: Py): null {
  if (group !== undefined && group !== null) throw AssertionError('group argument must be None for now');
  const state = mp();
  const current = currentProcess() as Py;
  const identity = new PyTuple([...current.$_identity.items, ++state.counter]);
  Object.assign(self, { $_identity: identity });
  if (rt.dialect === 2) {
    Object.assign(self, { $_authkey: current.$_authkey, $_daemonic: current.$_daemonic, $_tempdir: current.$_tempdir });
  } else {
    const copy = new PyDict();
    for (const [key, value] of config(current).map) copy.set(key, value);
    Object.assign(self, { $_config: copy });
  }
  Object.assign(self, { $_parent_pid: pid() });
  if (rt.dialect === 3) Object.assign(self, { $_parent_name: current.$_name });
  Object.assign(self, { $_popen: null });
  if (rt.dialect === 3) Object.assign(self, { $_closed: false });
  const given = kwargs === undefined ? new PyDict() : asDict(kwargs);
  Object.assign(self, {
    $_target: target ?? null,
    $_args: new PyTuple(args === undefined ? [] : toArray(args)),
    $_kwargs: given,
  });
  const shown = name !== undefined && truthy(name) ? name : `${typeOf(self).name}-${identity.items.join(':')}`;
  Object.assign(self, { $_name: shown });
  if (daemon !== undefined && daemon !== null) setAttr(self, 'daemon', daemon);
  const known = rt.state.get('multiprocessing processes');
  if (known !== undefined) callMethod(known as Py, 'add', self);
  return null;
}

function asDict(mapping: Py): PyDict {
  const dict = new PyDict();
  if (!(mapping instanceof PyDict)) return call(dict.c$, [mapping]);
  for (const key of mapping.keyList()) dict.set(key, mapping.get(key));
  return dict;
}

export function checkClosed(self: Py): void {
  if (rt.dialect === 3 && truthy(getAttr(self, '_closed'))) throw ValueError('process object is closed');
}

const popenOf = (self: Py): PyPopen | null => getAttr(self, '_popen');

function run(self: Py): null {
  const target = getAttr(self, '_target');
  if (!truthy(target)) return null;
  callKw(target, toArray(getAttr(self, '_args')), keywordsOf(getAttr(self, '_kwargs')));
  return null;
}

/** Who starts a process must not be one that ends with its parent. */
export function refuseDaemon(): void {
  if (isDaemon(currentProcess())) throw AssertionError('daemonic processes are not allowed to have children');
}

function start(self: Py): null {
  checkClosed(self);
  if (popenOf(self) !== null) throw AssertionError('cannot start a process twice');
  if (getAttr(self, '_parent_pid') !== pid()) {
    throw AssertionError('can only start a process object created by current process');
  }
  refuseDaemon();
  cleanup();
  const popen = call(getAttr(self, '_Popen'), [self]);
  setAttr(self, '_popen', popen);
  if (rt.dialect === 3) setAttr(self, '_sentinel', getAttr(popen, 'sentinel'));
  for (const name of ['$_target', '$_args', '$_kwargs']) delete self[name];
  mp().children.set(self, true);
  return null;
}

/** Forgets the children that have ended. */
export function cleanup(): void {
  const { children } = mp();
  for (const child of children.keyList()) {
    const popen = child.$_popen;
    if (popen instanceof PyPopen && popen.look() !== null) children.delete(child);
  }
}

function signalWith(name: 'terminate' | 'kill') {
  return method('()', (self: Py) => {
    checkClosed(self);
    callMethod(popenOf(self), name);
    return null;
  });
}

function join(self: Py, timeout: Py): null {
  checkClosed(self);
  if (getAttr(self, '_parent_pid') !== pid()) throw AssertionError('can only join a child process');
  const popen = popenOf(self);
  if (popen === null) throw AssertionError('can only join a started process');
  if (callMethod(popen, 'wait', timeout ?? null) !== null) mp().children.delete(self);
  return null;
}

function* joinSteps(self: Py, timeout: Py): Steps {
  const popen = self.$_popen;
  if (popen instanceof PyPopen && !(rt.dialect === 3 && truthy(getAttr(self, '_closed'))))
    yield { source: popen.source(), deadline: deadlineAfter(limitOf(popen, timeout)) };
  return join(self, 0);
}

function isAlive(self: Py): boolean {
  checkClosed(self);
  if (self === currentProcess()) return true;
  if (getAttr(self, '_parent_pid') !== pid()) throw AssertionError('can only test a child process');
  const popen = popenOf(self);
  if (popen === null) return false;
  if (callMethod(popen, 'poll') === null) return true;
  if (rt.dialect === 3) mp().children.delete(self);
  return false;
}

function close(self: Py): null {
  const popen = getAttr(self, '_popen');
  if (popen !== null) {
    if (popen.poll() === null) {
      throw ValueError(
        'Cannot close a process while it is still running. You should first call join() or terminate().',
      );
    }
    callMethod(popen, 'close');
    setAttr(self, '_popen', null);
    delete self.$_sentinel;
    mp().children.delete(self);
  }
  setAttr(self, '_closed', true);
  return null;
}

function exitCode(self: Py): Py {
  checkClosed(self);
  const popen = getAttr(self, '_popen');
  return popen === null ? null : callMethod(popen, 'poll');
}

function ident(self: Py): Py {
  checkClosed(self);
  if (self === currentProcess()) return pid();
  const popen = getAttr(self, '_popen');
  return popen === null ? null : getAttr(popen, 'pid');
}

/** One property under two names: what says that it cannot be set calls it by the second. */
const identity = Object.assign(property(ident), { name: 'pid' });

function sentinel(self: Py): Py {
  checkClosed(self);
  const found = findAttr(self, '_sentinel');
  if (found === undefined) throw Object.assign(ValueError('process not started'), { suppressContext: true });
  return found;
}

function setName(self: Py, name: Py): void {
  const isText = strValue(name) !== undefined || (rt.dialect === 2 && typeOf(name).name === 'unicode');
  if (!isText) throw AssertionError('name must be a string');
  setAttr(self, '_name', name);
}

function setDaemon(self: Py, daemon: Py): void {
  if (getAttr(self, '_popen') !== null) throw AssertionError('process has already started');
  if (rt.dialect === 2) setAttr(self, '_daemonic', daemon);
  else config(self).set('daemon', daemon);
}

function setAuthKey(self: Py, key: Py): void {
  const made = call(authenticationStringType(), [key]);
  if (rt.dialect === 2) setAttr(self, '_authkey', made);
  else config(self).set('authkey', made);
}

/** Lets process objects of a class travel to a spawned child, with their attributes. (A fork copies attributes by itself.) */
export function shareProcess(type: PyType): void {
  registerShared(type, {
    kind: `mp.process.${type.name}`,
    encode: () => null,
    parts: (self: Py, transfer) => (transfer === 'fork' ? [] : [instanceDict(self)]),
    decode: (_data, [attributes], cls) => {
      const self = new ((cls ?? type).ctor as typeof PyProcess)();
      if (attributes !== undefined) for (const [name, value] of attributes.map) storeOwn(self, name, value);
      return self;
    },
  });
}
for (const type of [baseProcess, process2]) shareProcess(type);

/** A property, as the classes have it in CPython. */
function property(get: (self: Py) => Py, set?: (self: Py, value: Py) => void): PyProperty {
  const fget = fn('(self)', get);
  if (set === undefined) return new PyProperty(fget, null, null, null);
  const fset = fn('(self, value)', (self: Py, value: Py) => {
    set(self, value);
    return null;
  });
  return new PyProperty(fget, fset, null, null);
}

/** All process objects that still exist, as CPython's own tests ask for them. */
function dangling(): Py {
  return moduleState('multiprocessing processes', () => call(member('weakref', 'WeakSet'), []));
}

defineMembers(baseProcess, () => ({
  __dict__: attributes(),
  __init__: method(
    `(group=None, target=None, name=None, args=(), kwargs={}${rt.dialect === 2 ? '' : ', *, daemon=None'})`,
    init,
    'BaseProcess.__init__',
  ),
  _start_method: null,
  _Popen: method('()', () => {
    throw new Error('pymp: an abstract process cannot be started');
  }),
  _check_closed: method('()', (self: Py) => {
    checkClosed(self);
    return null;
  }),
  run: method('()', run),
  start: method('()', start),
  terminate: signalWith('terminate'),
  join: stepsMethod('(timeout=None)', joinSteps, join),
  is_alive: method('()', isAlive),
  name: property((self: Py) => getAttr(self, '_name'), setName),
  daemon: property(
    (self: Py) => (rt.dialect === 2 ? getAttr(self, '_daemonic') : (config(self).get('daemon') ?? false)),
    setDaemon,
  ),
  authkey: property(authKeyOf, setAuthKey),
  exitcode: property(exitCode),
  ident: identity,
  pid: identity,
  ...(rt.dialect === 2 ? {} : { kill: signalWith('kill'), close: method('()', close), sentinel: property(sentinel) }),
  __repr__: method('()', (self: Py) => reprProcess(self, self === currentProcess(), () => isDaemon(self))),
}));

defineMembers(mainProcess, () => ({
  close: method('()', () => null),
}));

defineMembers(parentProcessType, () => ({
  is_alive: method('()', (self: Py) => !waitEnded(arena(), self.entry, 0)),
  ident: property((self: Py) => self.$_pid),
  pid: property((self: Py) => self.$_pid),
  join: method('(timeout=None)', (self: Py, timeout: Py) => {
    waitEnded(arena(), self.entry, selectedMs(timeout));
    return null;
  }),
}));

defineMembers(process2, () => ({
  _Popen: new PyStaticMethod(fn('(process_obj)', (process: Py) => startProcess(process, 'fork'))),
}));

/** `active_children()`. */
export function activeChildren(): Py[] {
  cleanup();
  return mp().children.keyList();
}

/** The package hands these out too, and may be the first to do so. */
function ofThisModule(f: PyFunction): PyFunction {
  f.builtin!.owner = MODULE;
  return f;
}
export const current_process = ofThisModule(fn('()', currentProcess));
export const parent_process = ofThisModule(fn('()', () => mp().parent));
export const active_children = ofThisModule(fn('()', () => new PyList(activeChildren())));

export default function process(): Record<string, Py> & { [LATER]: LaterMembers } {
  const common = {
    [LATER]: new Map<string, () => Py>([
      ['_dangling', dangling],
      ['_current_process', currentProcess],
      ...(rt.dialect === 2
        ? []
        : ([
            ['_parent_process', () => mp().parent],
            ['_children', () => mp().children],
          ] as const)),
    ]),
    AuthenticationString: authenticationStringType(),
    ORIGINAL_DIR: rt.cwd ?? null,
    current_process,
    active_children,
    _cleanup: fn('()', () => {
      cleanup();
      return null;
    }),
  };
  if (rt.dialect === 2) return { ...common, Process: process2, _MainProcess: mainProcess };
  return {
    ...common,
    __all__: new PyList(['BaseProcess', 'current_process', 'active_children', 'parent_process']),
    BaseProcess: baseProcess,
    _MainProcess: mainProcess,
    _ParentProcess: parentProcessType,
    parent_process,
  };
}
