/**
 * `BaseProxy`: an object that stands for one of a manager's server, and the functions that make proxies and their types.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#proxy-objects
 */
import { address as shownAddress } from '../../../builtins/object.js';
import { getAttr, lookup, setAttr } from '../../../object/attributes.js';
import type { Keywords } from '../../../object/binding.js';
import { call, callKw } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { fn, method } from '../../../object/fn.js';
import { markBuiltin, type PyFunction } from '../../../object/function.js';
import { getter } from '../../../object/install.js';
import { toArray } from '../../../object/iterate.js';
import { strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { repr, str } from '../../../object/text.js';
import { truthy } from '../../../object/truth.js';
import type { PyType } from '../../../object/type.js';
import { typeOf } from '../../../object/typeof.js';
import { PyTuple } from '../../../object/values.js';
import { toPython } from '../../../helpers/exceptions.js';
import { runSteps, type Steps, stepsMethod } from '../../../threads/steps.js';
import { finalizeAtExit } from '../finalize.js';
import { hasLogger } from '../log.js';
import { authenticationStringType } from '../authKey.js';
import { authKeyOf, currentProcess } from '../process.js';
import { mp } from '../state.js';
import { member } from '../support.js';
import { connectionEnded, convertToError, isOrdinary } from './errors.js';
import { libraryClass, MODULE } from './classes.js';
import { dispatch, existingLink, isOfProgram, linkTo } from './link.js';
import { noteEndOfReference, noteFirstCall, noteLastReference, noteReference } from './references.js';
import { addressOfIdent, isAlive, kindAt } from './shared.js';
import type { Reply, Request } from './messages.js';
import { remadeBy } from '../../../fork/remade.js';
import { copied } from './copied.js';
import { addressName, managers, noteSerializer } from './state.js';
import { State } from './token.js';

/** The manager of a proxy; it stays behind when the proxy goes to another process. */
interface WithManager {
  managerOf?: Py;
}

const managerOf = (self: Py): Py => (self as WithManager).managerOf ?? null;

function setManager(self: Py, manager: Py): void {
  Object.defineProperty(self, 'managerOf', { value: manager, writable: true, configurable: true });
}

const NO_ARGS = new PyTuple([]);
/** Proxies go before the managers themselves. */
const DECREF_PRIORITY = 10;

function init(
  self: Py,
  token: Py,
  serializer: Py,
  manager: Py = null,
  authkey: Py = null,
  _exposed: Py,
  incref: Py = true,
  owned: Py = false,
): null {
  const key = authkey !== null ? call(authenticationStringType(), [authkey]) : keyFor(manager);
  const attributes = { _token: token, _id: getAttr(token, 'id'), _serializer: serializer, _authkey: key };
  for (const [name, value] of Object.entries({ ...attributes, _owned_by_manager: owned })) setAttr(self, name, value);
  setManager(self, manager);
  noteSerializer(getAttr(token, 'address'), serializer);
  if (truthy(incref) && !truthy(owned)) runSteps(addReference(self));
  return null;
}

const keyFor = (manager: Py): Py => (manager === null ? authKeyOf(currentProcess()) : getAttr(manager, '_authkey'));

/**
 * Servers of other programs count who refers to an object. (Within the program an object lasts as long as its manager: a process
 * cannot say when its last proxy of one has gone. Where a log tells of the counting, there is one.)
 */
export const countsReferences = (address: Py): boolean => hasLogger() || !isOfProgram(address);

function* addReference(self: Py): Steps<void> {
  const token = getAttr(self, '_token');
  const address = getAttr(token, 'address');
  if (!countsReferences(address)) return;
  const [ident, key] = [getAttr(token, 'id'), getAttr(self, '_authkey')];
  yield* dispatch(address, key, 'incref', [ident]);
  noteReference(self, address, ident);
  const manager = managerOf(self);
  finalizeAtExit(() => {
    const isUp = manager === null || getAttr(getAttr(manager, '_state'), 'value') === State.started;
    noteEndOfReference(address, ident, isUp);
    if (isUp) quietly(() => runSteps(dispatch(address, key, 'decref', [ident])));
    noteLastReference(address);
  }, DECREF_PRIORITY);
}

/** The reference that the server took for whoever made an object, once its proxy has one of its own. */
export function* dropReference(address: Py, authkey: Py, ident: Py): Steps<void> {
  if (countsReferences(address)) yield* dispatch(address, authkey, 'decref', [ident]);
}

function quietly(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!isOrdinary(toPython(error))) throw error;
  }
}

// ---------------------------------------------------------------- calls

interface Call extends Request {
  readonly address: Py;
  readonly authkey: Py;
}

function callOf(self: Py, name: Py, args: Py, kwds: Py): Call {
  const address = getAttr(getAttr(self, '_token'), 'address');
  return { address, authkey: getAttr(self, '_authkey'), ident: getAttr(self, '_id'), method: name, args, kwds };
}

/** The reply of a server that this process itself runs, if it does. */
function replyHere(request: Call): Reply | undefined {
  const { servers } = managers();
  if (servers.size === 0) return undefined;
  const server = servers.get(addressName(request.address));
  if (server === undefined) return undefined;
  const [kind, value] = server.callHere({ ...request, args: copied(request.args), kwds: copied(request.kwds) });
  return [kind, kind === '#RETURN' ? copied(value) : value];
}

const addressOf = (proxy: Py): Py => getAttr(getAttr(proxy, '_token'), 'address');

interface WithAddress {
  /** Where the object lies in the arena, 0 if it does not. */
  sharedAt?: number;
}

/**
 * Where the object is, if this process can call that method of it by itself; else 0. Errors: a broken pipe once the server of an object
 * that has been used has ended.
 */
function callableAt(self: Py, name: Py): number {
  const at = ((self as WithAddress).sharedAt ??= findShared(self));
  if (at === 0) return 0;
  if (!isAlive(at)) throw connectionEnded(addressOf(self));
  return kindAt(at).methods.has(name) ? at : 0;
}

function findShared(self: Py): number {
  // The log tells of connections, so there are some.
  if (hasLogger()) return 0;
  const at = addressOfIdent(getAttr(self, '_id'));
  if (at === 0) return 0;
  const address = addressOf(self);
  const { asked } = managers();
  const name = addressName(address);
  if (!asked.has(name) && !isOfProgram(address)) return 0;
  asked.add(name);
  return at;
}

/** `_callmethod`: calls a method of the object that the proxy stands for. */
function* callSteps(self: Py, name: Py, args: Py = NO_ARGS, kwds: Py = null): Steps {
  const at = callableAt(self, name);
  if (at !== 0) {
    const kind = kindAt(at);
    return kind.steps === undefined
      ? kind.call(at, name, toArray(args), kwds)
      : yield* kind.steps(at, name, toArray(args), kwds);
  }
  const request = callOf(self, name, args, kwds);
  const here = replyHere(request);
  if (here !== undefined) return yield* resultOf(self, here);
  let link = existingLink(request.address);
  if (link === undefined) {
    noteSerializer(request.address, getAttr(self, '_serializer'));
    link = yield* linkTo(request.address, request.authkey);
  }
  noteFirstCall(link);
  link.hasServed = true;
  return yield* resultOf(self, yield* link.steps(request));
}

function callDirect(self: Py, name: Py, args: Py = NO_ARGS, kwds: Py = null): Py {
  const at = callableAt(self, name);
  if (at !== 0) return kindAt(at).call(at, name, toArray(args), kwds);
  const request = callOf(self, name, args, kwds);
  const here = replyHere(request);
  const link = here === undefined ? existingLink(request.address) : undefined;
  if (here === undefined && link === undefined) return runSteps(callSteps(self, name, args, kwds));
  if (link !== undefined) {
    noteFirstCall(link);
    link.hasServed = true;
  }
  const reply = here ?? link!.direct(request);
  return reply[0] === '#RETURN' ? reply[1] : runSteps(resultOf(self, reply));
}

function* resultOf(self: Py, [kind, value]: Reply): Steps {
  if (kind === '#RETURN') return value;
  if (kind !== '#PROXY') throw convertToError(kind, value);
  const [exposed, token] = toArray(value);
  const manager = managerOf(self);
  const registration = call(getAttr(getAttr(manager, '_registry'), '__getitem__'), [getAttr(token, 'typeid')]);
  const address = getAttr(getAttr(self, '_token'), 'address');
  setAttr(token, 'address', address);
  const authkey = getAttr(self, '_authkey');
  const proxy = callKw(
    toArray(registration).at(-1),
    [token, getAttr(self, '_serializer')],
    new Map<string, Py>([
      ['manager', manager],
      ['authkey', authkey],
      ['exposed', exposed],
    ]),
  );
  yield* dropReference(address, authkey, getAttr(token, 'id'));
  return proxy;
}

/** Whether a proxy's class has a `_callmethod` of its own. */
const overrides = (self: Py): boolean =>
  lookup(typeOf(self), '_callmethod') !== managers().types.BaseProxy.namespace.get('_callmethod');

const dictOf = (kwds: Keywords | null): Py => (kwds === null || kwds.size === 0 ? null : PyDict.of(kwds));

/** Through the proxy's `_callmethod`, which its class may have replaced. */
export function callMethodOf(self: Py, name: string, args: readonly Py[] = [], kwds: Keywords | null = null): Py {
  const keywords = dictOf(kwds);
  if (overrides(self)) {
    const given = new PyTuple([...args]);
    return call(getAttr(self, '_callmethod'), keywords === null ? [name, given] : [name, given, keywords]);
  }
  const at = callableAt(self, name);
  if (at !== 0) return kindAt(at).call(at, name, args, keywords);
  return callDirect(self, name, args.length === 0 ? NO_ARGS : new PyTuple([...args]), keywords);
}

export function* callMethodSteps(self: Py, name: string, args: readonly Py[], kwds: Keywords | null = null): Steps {
  if (overrides(self)) return callMethodOf(self, name, args, kwds);
  return yield* callSteps(self, name, new PyTuple([...args]), dictOf(kwds));
}

/**
 * A method of a proxy that is a call of one of the object.
 * @param pass what the object's method gets, given the arguments of the proxy's.
 */
export function remote(name: string, signature: string, pass: (...args: Py[]) => readonly Py[] = () => []): PyFunction {
  return stepsMethod(
    signature,
    (self: Py, ...args: Py[]) => callMethodSteps(self, name, pass(...args)),
    (self: Py, ...args: Py[]) => callMethodOf(self, name, pass(...args)),
  );
}

/** The same with whatever arguments are given. */
export function remoteAny(name: string): PyFunction {
  const bound = stepsMethod(
    '(*args, **kwds)',
    (self: Py, args: Py[], kwds: Keywords) => callMethodSteps(self, name, args, kwds),
    (self: Py, args: Py[], kwds: Keywords) => callMethodOf(self, name, args, kwds),
  );
  // Positional arguments, the usual case, need no binding.
  const f = (...all: Py[]): Py => {
    if (all.length === 0) return bound();
    const [self, ...args] = all;
    return callMethodOf(self, name, args);
  };
  return markBuiltin(f as PyFunction, bound.builtin!);
}

// ---------------------------------------------------------------- the class

function reduce(self: Py): PyTuple {
  const kwds = new PyDict();
  if (mp().spawning !== null) kwds.set('authkey', getAttr(self, '_authkey'));
  const isAuto = truthy((self as Py).$_isauto ?? false);
  if (isAuto) kwds.set('exposed', getAttr(self, '_exposed_'));
  const make = isAuto ? member(MODULE, 'AutoProxy') : typeOf(self);
  const args = [make, getAttr(self, '_token'), getAttr(self, '_serializer'), kwds];
  return new PyTuple([member(MODULE, 'RebuildProxy'), new PyTuple(args)]);
}

const reprOf = (self: Py): string =>
  `<${typeOf(self).name} object, typeid ${repr(getAttr(getAttr(self, '_token'), 'typeid'))} at ${shownAddress(self)}>`;

function strOf(self: Py): Py {
  try {
    return callMethodOf(self, '__repr__');
  } catch (error) {
    if (!isOrdinary(toPython(error))) throw error;
    return `${repr(self).slice(0, -1)}; '__str__()' failed>`;
  }
}

export const baseProxyClass = (): PyType =>
  libraryClass('BaseProxy', [], {
    _address_to_local: new PyDict(),
    __init__: method(
      '(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False)',
      init,
    ),
    _manager: getter(managerOf, setManager),
    _callmethod: stepsMethod('(methodname, args=(), kwds={})', callSteps, callDirect),
    _getvalue: remote('#GETVALUE', '()'),
    _incref: method('()', (self: Py) => {
      runSteps(addReference(self));
      return null;
    }),
    _after_fork: method('()', (self: Py) => {
      setManager(self, null);
      quietly(() => runSteps(addReference(self)));
      return null;
    }),
    __reduce__: method('()', reduce),
    __deepcopy__: remote('#GETVALUE', '(memo)'),
    __repr__: method('()', reprOf),
    __str__: method('()', strOf),
  });

/** `MakeProxyType(name, exposed)`. */
export function makeProxyType(name: string, exposed: readonly string[]): PyType {
  const { proxyTypes, types } = managers();
  const key = [name, ...exposed].join(' ');
  let found = proxyTypes.get(key);
  if (found === undefined) {
    const methods = Object.fromEntries(exposed.map((each) => [each, remoteAny(each)]));
    const members = { ...methods, _exposed_: new PyTuple([...exposed]) };
    found = libraryClass(name, [types.BaseProxy], members);
    remadeBy.set(found, { make: proxyTypeMaker, args: [name, new PyTuple([...exposed])] });
    proxyTypes.set(key, found);
  }
  return found;
}

const proxyTypeMaker = fn(
  '(name, exposed, _cache={})',
  (name: Py, exposed: Py) =>
    makeProxyType(
      strValue(name) ?? str(name),
      toArray(exposed).map((each) => strValue(each)!),
    ),
  'MakeProxyType',
);
proxyTypeMaker.builtin!.owner = MODULE as never;

/** `AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False)`. */
function autoProxy(
  token: Py,
  serializer: Py,
  manager: Py = null,
  authkey: Py = null,
  exposed: Py = null,
  incref: Py = true,
  owned: Py = false,
): Py {
  const key = authkey ?? keyFor(manager);
  const names = exposed ?? runSteps(dispatch(getAttr(token, 'address'), key, 'get_methods', [token]));
  const texts = toArray(names).map((name) => strValue(name) ?? str(name));
  const type = makeProxyType(`AutoProxy[${str(getAttr(token, 'typeid'))}]`, texts);
  const keywords: [string, Py][] = [
    ['manager', manager],
    ['authkey', key],
    ['incref', incref],
  ];
  if (truthy(owned)) keywords.push(['manager_owned', owned]);
  const proxy = callKw(type, [token, serializer], new Map(keywords));
  setAttr(proxy, '_isauto', true);
  return proxy;
}

/** `RebuildProxy(func, token, serializer, kwds)`: a proxy that has come from another process. */
function rebuildProxy(make: Py, token: Py, serializer: Py, kwds: PyDict): Py {
  const keywords: Keywords = new Map();
  for (const key of kwds.keyList()) keywords.set(strValue(key)!, kwds.get(key));
  const server = managers().servers.get(addressName(getAttr(token, 'address')));
  if (server !== undefined) {
    const ident = getAttr(token, 'id');
    if (rt.dialect === 2) return server.find(ident).object;
    server.keep(ident);
    keywords.set('manager_owned', true);
  }
  keywords.set('incref', truthy(keywords.get('incref') ?? true) && !mp().inheriting);
  return callKw(make, [token, serializer], keywords);
}

export const proxyFunctions = (): Record<string, PyFunction> => ({
  AutoProxy: fn(
    '(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False)',
    autoProxy,
    'AutoProxy',
  ),
  RebuildProxy: fn('(func, token, serializer, kwds)', rebuildProxy, 'RebuildProxy'),
  MakeProxyType: proxyTypeMaker,
});
