/** `Server`: a manager's objects, served to its clients. */
import { setAttr, getAttr } from '../../../object/attributes.js';
import type { Keywords } from '../../../object/binding.js';
import { call, callKw } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { AssertionError, TypeError } from '../../../object/errors.js';
import { method } from '../../../object/fn.js';
import { getter } from '../../../object/install.js';
import { strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { str } from '../../../object/text.js';
import type { PyType } from '../../../object/type.js';
import { typeOf } from '../../../object/typeof.js';
import { PyBytes, PyList, PyTuple } from '../../../object/values.js';
import { runSteps, type Steps, stepsMethod } from '../../../threads/steps.js';
import { existingScheduler } from '../../../threads/scheduler.js';
import { authenticationStringType } from '../authKey.js';
import { flushStandardStreams, member } from '../support.js';
import { runFinalizers } from '../finalize.js';
import { debug, hasLogger, info } from '../log.js';
import { processHooks } from '../../posix/hooks.js';
import { createDirect } from './answer.js';
import { libraryClass } from './classes.js';
import { leave, Serving } from './serve.js';
import { PICKLE } from './state.js';
import { ServerState } from './serverState.js';

const PUBLIC = [
  'shutdown',
  'create',
  'accept_connection',
  'get_methods',
  'debug_info',
  'number_of_objects',
  'dummy',
  'incref',
  'decref',
];
const BACKLOG = { 2: 16, 3: 128 } as const;

/** What is behind a `Server`; a property that is no attribute. */
interface WithState {
  serverState: ServerState;
  serving: Serving;
}

export const stateOf = (self: Py): ServerState => (self as WithState).serverState;

function init(self: Py, registry: Py, address: Py, authkey: Py, serializer: Py): null {
  if (rt.dialect === 2 ? strValue(authkey) === undefined : !(authkey instanceof PyBytes)) {
    if (rt.dialect === 2) throw AssertionError();
    throw TypeError(`Authkey ${str(authkey)} is type ${str(typeOf(authkey))}, not bytes`);
  }
  const [Listener] = (member('multiprocessing.managers', 'listener_client') as PyDict).get(serializer).items;
  const listener = callKw(
    Listener,
    [],
    new Map<string, Py>([
      ['address', address],
      ['backlog', BACKLOG[rt.dialect]],
    ]),
  );
  const key = call(authenticationStringType(), [authkey]);
  const where = getAttr(listener, 'address');
  for (const [name, value] of Object.entries({ registry, authkey: key, listener, address: where }))
    setAttr(self, name, value);
  const state = new ServerState(self, registry, where, key);
  const serving = new Serving(state, listener);
  // From now on clients may come: they wait until somebody serves.
  if (serializer === PICKLE) serving.offer();
  Object.defineProperty(self, 'serverState', { value: state });
  Object.defineProperty(self, 'serving', { value: serving });
  return null;
}

function begin(self: Py): Serving {
  const { serving } = self as WithState;
  serving.begin();
  return serving;
}

/** The same for a process whose main thread it is, or for one of its threads. */
function serveDirect(self: Py): Py {
  const s = existingScheduler();
  const serving = begin(self);
  try {
    if (s === undefined || s.current === s.main) serving.runDirect();
    else runSteps(serving.run());
  } catch (error) {
    leave(error);
  } finally {
    serving.close();
    resetStreams();
  }
  if (rt.dialect === 2 && hasLogger()) leaveAtOnce();
  return leave(undefined);
}

/** In Python 2 the process ends right here, and says so. */
function leaveAtOnce(): never {
  runFinalizers(0);
  runFinalizers();
  info('manager exiting with exitcode 0');
  flushStandardStreams();
  return processHooks().exit(0);
}

function* serveSteps(self: Py): Steps {
  const serving = begin(self);
  try {
    yield* serving.run();
  } catch (error) {
    leave(error);
  } finally {
    serving.close();
    resetStreams();
  }
  return leave(undefined);
}

/** What the process still has to say goes to its real streams. */
function resetStreams(): void {
  const sys = rt.modules.get('sys');
  const original = getAttr(sys, '__stdout__');
  if (getAttr(sys, 'stdout') === original) return;
  debug('resetting stdout, stderr');
  setAttr(sys, 'stdout', original);
  setAttr(sys, 'stderr', getAttr(sys, '__stderr__'));
}

function shutdown(self: Py): null {
  debug('manager received shutdown message');
  (self as WithState).serving.stop();
  return null;
}

const identOf = (ident: Py): string => strValue(ident) ?? str(ident);

export const serverClass = (): PyType =>
  libraryClass('Server', [], {
    public: new PyList([...PUBLIC]),
    __init__: method('(registry, address, authkey, serializer)', init),
    serve_forever: stepsMethod('()', serveSteps, serveDirect),
    shutdown: method('(c)', shutdown),
    create: method(
      '(c, typeid, /, *args, **kwds)',
      (self: Py, _connection: Py, typeid: Py, args: Py[], kwds: Keywords) =>
        createDirect(stateOf(self), typeid, args, kwds),
    ),
    get_methods: method('(c, token)', (self: Py, _connection: Py, token: Py) => {
      return new PyTuple([...stateOf(self).find(getAttr(token, 'id')).exposed]);
    }),
    dummy: method('(c)', () => null),
    debug_info: method('(c)', (self: Py) => stateOf(self).describe()),
    number_of_objects: method('(c)', (self: Py) => stateOf(self).references.size),
    incref: method('(c, ident)', (self: Py, _connection: Py, ident: Py) => stateOf(self).incref(identOf(ident))),
    decref: method('(c, ident)', (self: Py, _connection: Py, ident: Py) => stateOf(self).decref(identOf(ident))),
    id_to_obj: getter((self: Py) => objectsOf(stateOf(self))),
    id_to_refcount: getter((self: Py) => PyDict.of(stateOf(self).references)),
  });

/** A view of the objects, as CPython's attribute of that name shows them. */
function objectsOf(state: ServerState): PyDict {
  const dict = new PyDict();
  for (const [ident, { object, exposed, typeids }] of state.objects) {
    dict.set(ident, new PyTuple([object, new PyTuple([...exposed]), typeids]));
  }
  return dict;
}
