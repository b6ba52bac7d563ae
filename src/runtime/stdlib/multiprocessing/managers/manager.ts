/**
 * `BaseManager`: starts a server, or connects to one, and makes objects in it.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#multiprocessing.managers.BaseManager
 */
import { callable as isCallable } from '../../../builtins/attributeFunctions.js';
import { importModule } from '../../../import/importFunction.js';
import { findAttr, getAttr, noAttribute, setAttr, setTypeAttribute } from '../../../object/attributes.js';
import type { Keywords } from '../../../object/binding.js';
import { call, callKw, callMethod } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { AssertionError, TypeError } from '../../../object/errors.js';
import { fn, method } from '../../../object/fn.js';
import type { PyFunction } from '../../../object/function.js';
import { getter } from '../../../object/install.js';
import { toArray } from '../../../object/iterate.js';
import { asDouble, strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { repr, str } from '../../../object/text.js';
import { truthy } from '../../../object/truth.js';
import type { PyType } from '../../../object/type.js';
import { typeOf } from '../../../object/typeof.js';
import { bindMethod, PyClassMethod, PyFloat, PyStaticMethod, PyTuple } from '../../../object/values.js';
import { toPython } from '../../../helpers/exceptions.js';
import { runSteps, type Steps, stepsMethod } from '../../../threads/steps.js';
import { newPipe } from '../connection.js';
import { makeRoom } from '../crowd.js';
import { finalizeType } from '../finalize.js';
import { defaultContext, ProcessError } from '../context.js';
import { authenticationStringType } from '../authKey.js';
import { authKeyOf, currentProcess } from '../process.js';
import { member } from '../support.js';
import { debug, info } from '../log.js';
import { remadeBy } from '../../../fork/remade.js';
import { adopt, libraryClass, MODULE } from './classes.js';
import { isOrdinary } from './errors.js';
import { dispatch, dropUnserved } from './link.js';
import { dropReference } from './proxy.js';
import { managers, noteSerializer } from './state.js';
import { newToken, State } from './token.js';

const SIGINT = 2;
const SHUTDOWN_SECONDS = 1;

const stateValue = (self: Py): Py => getAttr(getAttr(self, '_state'), 'value');

function init(self: Py, address: Py = null, authkey: Py = null, serializer: Py = 'pickle', ctx: Py, timeout: Py): null {
  const state = call(managers().types.State, []);
  setAttr(state, 'value', State.initial);
  const key = call(authenticationStringType(), [authkey ?? authKeyOf(currentProcess())]);
  const [listener, client] = toArray(callMethod(member(MODULE, 'listener_client'), '__getitem__', serializer));
  const attributes: Record<string, Py> = {
    _address: address,
    _authkey: key,
    _state: state,
    _serializer: serializer,
    _Listener: listener,
    _Client: client,
  };
  if (rt.dialect === 3) {
    attributes._ctx = ctx === undefined || ctx === null ? callMethod(defaultContext(), 'get_context') : ctx;
    attributes._shutdown_timeout = timeout ?? new PyFloat(SHUTDOWN_SECONDS);
  }
  for (const [name, value] of Object.entries(attributes)) setAttr(self, name, value);
  return null;
}

/** Errors: ProcessError that says in which state the manager is. */
function checkState(self: Py, wanted: number, texts: Partial<Record<number, string>>): void {
  const value = stateValue(self);
  if (value === wanted) return;
  if (rt.dialect === 2) throw AssertionError();
  throw ProcessError(texts[Number(value)] ?? `Unknown state ${repr(value)}`);
}

const UNSTARTED = { [State.started]: 'Already started server', [State.shutdown]: 'Manager has shut down' };

function getServer(self: Py): Py {
  checkState(self, State.initial, UNSTARTED);
  return newServer(self, managers().types.Server);
}

/** A server with what the manager was told. */
export const newServer = (self: Py, cls: Py): Py =>
  call(
    cls,
    ['_registry', '_address', '_authkey', '_serializer'].map((name) => getAttr(self, name)),
  );

function connect(self: Py): null {
  noteSerializer(getAttr(self, '_address'), getAttr(self, '_serializer'));
  runSteps(dispatch(getAttr(self, '_address'), getAttr(self, '_authkey'), 'dummy', []));
  setAttr(getAttr(self, '_state'), 'value', State.started);
  return null;
}

// ---------------------------------------------------------------- the server's process

function newProcess(self: Py, args: Py[]): Py {
  const target = getAttr(typeOf(self), '_run_server');
  const make = rt.dialect === 2 ? member('multiprocessing', 'Process') : getAttr(getAttr(self, '_ctx'), 'Process');
  const process = callKw(
    make,
    [],
    new Map<string, Py>([
      ['target', target],
      ['args', new PyTuple(args)],
    ]),
  );
  const ident = toArray(getAttr(process, '_identity')).map(str).join(':');
  setAttr(process, 'name', `${typeOf(self).name}-${ident}`);
  return process;
}

function start(self: Py, initializer: Py = null, initargs: Py = new PyTuple([])): null {
  checkState(self, State.initial, UNSTARTED);
  if (initializer !== null && !truthy(call(isCallable, [initializer])))
    throw TypeError('initializer must be a callable');
  makeRoom();
  const [reader, writer] = newPipe(false);
  const settings = ['_registry', '_address', '_authkey', '_serializer'].map((name) => getAttr(self, name));
  const process = newProcess(self, [...settings, writer, initializer, initargs]);
  setAttr(self, '_process', process);
  callMethod(process, 'start');
  callMethod(writer, 'close');
  setAttr(self, '_address', callMethod(reader, 'recv'));
  callMethod(reader, 'close');
  noteSerializer(getAttr(self, '_address'), getAttr(self, '_serializer'));
  setAttr(getAttr(self, '_state'), 'value', State.started);
  const args = [process, ...['_address', '_authkey', '_state', '_Client'].map((name) => getAttr(self, name))];
  if (rt.dialect === 3) args.push(getAttr(self, '_shutdown_timeout'));
  const finalizer = callKw(
    finalizeType,
    [self, getAttr(typeOf(self), '_finalize_manager')],
    new Map<string, Py>([
      ['args', new PyTuple(args)],
      ['exitpriority', 0],
    ]),
  );
  setAttr(self, 'shutdown', finalizer);
  return null;
}

/** The life of the server's process. */
function runServer(
  cls: Py,
  registry: Py,
  address: Py,
  authkey: Py,
  serializer: Py,
  writer: Py,
  initializer: Py = null,
  initargs: Py = new PyTuple([]),
): Py {
  if (rt.dialect === 3) {
    const signal = importModule('_signal', null, ['*'], 0);
    callMethod(signal, 'signal', SIGINT, getAttr(signal, 'SIG_IGN'));
  }
  if (initializer !== null) call(initializer, toArray(initargs));
  const server = call(getAttr(cls, '_Server'), [registry, address, authkey, serializer]);
  callMethod(writer, 'send', getAttr(server, 'address'));
  callMethod(writer, 'close');
  info(`manager serving at ${repr(getAttr(server, 'address'))}`);
  return callMethod(server, 'serve_forever');
}

function finalize(process: Py, address: Py, authkey: Py, state: Py, _client: Py, timeout: Py): null {
  if (truthy(callMethod(process, 'is_alive'))) {
    info('sending shutdown message to manager');
    try {
      runSteps(dispatch(address, authkey, 'shutdown', []));
    } catch (error) {
      if (!isOrdinary(toPython(error))) throw error;
    }
    endProcess(process, timeout === undefined ? 0.2 : asDouble(timeout));
  }
  setAttr(state, 'value', State.shutdown);
  dropUnserved(address);
  return null;
}

/** Waits for the process, and ends it if it does not end by itself. */
function endProcess(process: Py, seconds: number): void {
  const isAlive = () => truthy(callMethod(process, 'is_alive'));
  callMethod(process, 'join', new PyFloat(seconds));
  if (!isAlive()) return;
  info('manager still alive');
  for (const signal of rt.dialect === 2 ? ['terminate'] : ['terminate', 'kill']) {
    info(`trying to \`${signal}()\` manager process`);
    callMethod(process, signal);
    callMethod(process, 'join', signal === 'kill' ? null : new PyFloat(seconds));
    if (!isAlive()) return;
    info(`manager still alive after ${signal}`);
  }
}

// ---------------------------------------------------------------- objects

function* createSteps(self: Py, typeid: Py, args: readonly Py[], kwds: Keywords): Steps<PyTuple> {
  if (stateValue(self) !== State.started) throw AssertionError('server not yet started');
  const address = getAttr(self, '_address');
  const keywords = kwds.size === 0 ? null : PyDict.of(kwds);
  const made = yield* dispatch(address, getAttr(self, '_authkey'), 'create', [typeid, ...args], keywords);
  const [ident, exposed] = toArray(made);
  return new PyTuple([newToken(typeid, address, ident), exposed]);
}

/** Makes an object of a registered type, and its proxy. */
function* makeProxy(self: Py, typeid: Py, proxytype: Py, args: readonly Py[], kwds: Keywords): Steps {
  debug(`requesting creation of a shared ${repr(typeid)} object`);
  const [token, exposed] = (yield* createSteps(self, typeid, args, kwds)).items;
  const authkey = getAttr(self, '_authkey');
  const keywords = new Map<string, Py>([
    ['manager', self],
    ['authkey', authkey],
    ['exposed', exposed],
  ]);
  const proxy = callKw(proxytype, [token, getAttr(self, '_serializer')], keywords);
  yield* dropReference(getAttr(token, 'address'), authkey, getAttr(token, 'id'));
  return proxy;
}

/** The method of a manager that makes objects of one type. */
function makerMethod(typeid: string, proxytype: Py): PyFunction {
  const steps = (self: Py, args: Py[], kwds: Keywords) => makeProxy(self, typeid, proxytype, args, kwds);
  const f = named(typeid, stepsMethod('(*args, **kwds)', steps));
  remadeBy.set(f, { make: makerFunction, args: [typeid, proxytype] });
  return f;
}

/** The same as a function of the module, for forked processes. */
export const makerFunction = fn('(typeid, proxytype)', makerMethod, '_maker_method');
makerFunction.builtin!.owner = MODULE as never;

function named(name: string, f: PyFunction): PyFunction {
  f.builtin!.name = name;
  return f;
}

function register(
  cls: PyType,
  typeid: Py,
  callable: Py = null,
  proxytype: Py = null,
  exposed: Py = null,
  typeids: Py = null,
  createMethod: Py = true,
): null {
  if (!cls.namespace.has('_registry')) {
    setTypeAttribute.current(cls, '_registry', callMethod(getAttr(cls, '_registry'), 'copy'));
  }
  const proxy = proxytype ?? managers().autoProxy;
  const names = truthy(exposed) ? exposed : (findAttr(proxy, '_exposed_') ?? null);
  const ids = truthy(typeids) ? typeids : (findAttr(proxy, '_method_to_typeid_') ?? null);
  if (truthy(ids)) {
    for (const part of toArray(callMethod(ids, 'items')).flatMap(toArray))
      if (strValue(part) === undefined) throw AssertionError(`${repr(part)} is not a string`);
  }
  const hasMethod = truthy(createMethod);
  if (hasMethod && strValue(typeid) === undefined) throw TypeError('__name__ must be set to a string object');
  callMethod(getAttr(cls, '_registry'), '__setitem__', typeid, new PyTuple([callable, names, ids, proxy]));
  if (hasMethod) {
    const name = strValue(typeid)!;
    const make = makerMethod(name, proxy);
    adopt(cls, name, make);
    setTypeAttribute.current(cls, name, make);
  }
  return null;
}

/**
 * A forked process has the registrations of its parent, but not the methods that they made of the library's classes. What was registered
 * with a class of the program has its methods there, or none.
 */
function inheritedMaker(self: Py, name: string): Py {
  const registered = typeOf(self).mro.find((cls) => cls.namespace.has('_registry'));
  const registry =
    registered?.namespace.get('__module__') === MODULE ? registered.namespace.get('_registry') : undefined;
  const found = registry instanceof PyDict ? registry.get(name) : undefined;
  if (found === undefined || toArray(found)[0] === null) throw noAttribute(self, name);
  return bindMethod(makerMethod(name, toArray(found).at(-1)), self);
}

// ---------------------------------------------------------------- the class

function enter(self: Py): Py {
  // Python 2 starts nothing by itself.
  if (rt.dialect === 2) return self;
  if (stateValue(self) === State.initial) callMethod(self, 'start');
  checkState(self, State.started, {
    [State.initial]: 'Unable to start server',
    [State.shutdown]: 'Manager has shut down',
  });
  return self;
}

function joinServer(self: Py, timeout: Py = null): null {
  const process = getAttr(self, '_process');
  if (process === null) return null;
  callMethod(process, 'join', timeout);
  if (!truthy(callMethod(process, 'is_alive'))) setAttr(self, '_process', null);
  return null;
}

/** A function of the server, without arguments. */
const ask = (name: string): PyFunction =>
  stepsMethod('()', function* (self: Py): Steps {
    return yield* dispatch(getAttr(self, '_address'), getAttr(self, '_authkey'), name, []);
  });

const INIT = {
  2: "(address=None, authkey=None, serializer='pickle')",
  3: "(address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0)",
} as const;
const REGISTER =
  '(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True)';
const RUN = '(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=())';

export function baseManagerClass(server: PyType): PyType {
  return libraryClass('BaseManager', [], {
    _registry: new PyDict(),
    _Server: server,
    __init__: method(INIT[rt.dialect], init),
    __getattr__: method('(name)', inheritedMaker),
    get_server: method('()', getServer),
    connect: method('()', connect),
    start: method('(initializer=None, initargs=())', start),
    _run_server: new PyClassMethod(fn(RUN, runServer)),
    _create: stepsMethod('(typeid, /, *args, **kwds)', createSteps),
    join: method('(timeout=None)', joinServer),
    _debug_info: ask('debug_info'),
    _number_of_objects: ask('number_of_objects'),
    __enter__: method('()', enter),
    __exit__: method('(exc_type, exc_val, exc_tb)', (self: Py) => {
      callMethod(self, 'shutdown');
      return null;
    }),
    _finalize_manager: new PyStaticMethod(
      fn('(process, address, authkey, state, _Client, shutdown_timeout=None)', finalize),
    ),
    address: getter((self: Py) => getAttr(self, '_address')),
    register: new PyClassMethod(fn(REGISTER, register)),
    ...(rt.dialect === 2 ? python2Members() : {}),
  });
}

const python2Members = () => ({
  from_address: new PyClassMethod(
    fn('(cls, address, authkey)', (cls: Py, address: Py, authkey: Py) => {
      const manager = call(cls, [address, authkey]);
      callMethod(manager, 'connect');
      return manager;
    }),
  ),
  __reduce__: method('()', (self: Py) => {
    const state = ['_address', '_authkey', '_serializer'].map((name) => getAttr(self, name));
    return new PyTuple([getAttr(typeOf(self), 'from_address'), new PyTuple(state)]);
  }),
});
