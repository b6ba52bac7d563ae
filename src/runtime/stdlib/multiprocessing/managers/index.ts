/**
 * `multiprocessing.managers`.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#managers
 */
import { rt } from '../../../object/context.js';
import { fn } from '../../../object/fn.js';
import { toArray } from '../../../object/iterate.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { PyList, PyTuple } from '../../../object/values.js';
import { callMethod } from '../../../object/call.js';
import { member } from '../support.js';
import { convertToError, remoteErrorClass } from './errors.js';
import { baseManagerClass, makerFunction } from './manager.js';
import { baseProxyClass, proxyFunctions } from './proxy.js';
import { proxyTypes } from './proxyTypes.js';
import { makeArray, makers, namespaceClass, registerViews, valueClass } from './referents.js';
import { serverClass } from './server.js';
import { allMethods, publicMethods } from './serverState.js';
import { provideKinds } from './sharedMakers.js';
import { sharedMemoryClasses } from './sharedMemory.js';
import { managers } from './state.js';
import { syncManagerClass } from './syncManager.js';
import { stateClass, tokenClass } from './token.js';

/** `dispatch(c, id, methodname, args=(), kwds={})`: a request over a connection of the caller's. */
const dispatchOver = fn(
  '(c, id, methodname, args=(), kwds={})',
  (connection: Py, ident: Py, name: Py, args: Py = new PyTuple([]), kwds: Py = new PyDict()) => {
    callMethod(connection, 'send', new PyTuple([ident, name, args, kwds]));
    const [kind, result] = toArray(callMethod(connection, 'recv'));
    if (kind === '#RETURN') return result;
    throw convertToError(kind, result);
  },
  'dispatch',
);

const functions = (): Record<string, Py> => ({
  dispatch: dispatchOver,
  convert_to_error: fn('(kind, result)', convertToError, 'convert_to_error'),
  all_methods: fn('(obj)', (object: Py) => new PyList(allMethods(object)), 'all_methods'),
  public_methods: fn('(obj)', (object: Py) => new PyList(publicMethods(object)), 'public_methods'),
});

/** Made in this order: each needs those before it. */
function classes(): Record<string, Py> {
  const { types } = managers();
  types.RemoteError = remoteErrorClass();
  types.Token = tokenClass();
  types.State = stateClass();
  types.Server = serverClass();
  types.BaseProxy = baseProxyClass();
  types.BaseManager = baseManagerClass(types.Server);
  const proxies = proxyTypes();
  const makes = makers();
  managers().makers = makes;
  provideKinds();
  const sync = { makers: makes, proxies, Value: valueClass(), Array: makeArray(), Namespace: namespaceClass() };
  const { Value, Array, Namespace } = sync;
  return {
    ...types,
    ...proxies,
    Value,
    Array,
    Namespace,
    SyncManager: syncManagerClass(types.BaseManager, sync),
    ...sharedMemoryClasses(types.BaseManager, types.Server),
    ...Object.fromEntries(Object.entries(makes).map(([name, make]) => [`_make_${name}`, make])),
  };
}

function listenerClient(): PyDict {
  const connection = (name: string) => member('multiprocessing.connection', name);
  return PyDict.of([
    ['pickle', new PyTuple([connection('Listener'), connection('Client')])],
    ['xmlrpclib', new PyTuple([connection('XmlListener'), connection('XmlClient')])],
  ]);
}

export default function managersModule(): Record<string, Py> {
  const proxyMakers = proxyFunctions();
  managers().autoProxy = proxyMakers.AutoProxy!;
  registerViews();
  const names = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token'];
  return {
    __all__: new PyList(rt.dialect === 2 ? names : [...names, 'SharedMemoryManager']),
    ...functions(),
    ...proxyMakers,
    _maker_method: makerFunction,
    ...classes(),
    listener_client: listenerClient(),
  };
}
