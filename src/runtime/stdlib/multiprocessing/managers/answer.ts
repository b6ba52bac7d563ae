/** How a server answers one request: a thread's generator, since what is called may wait. */
import { toPython } from '../../../helpers/exceptions.js';
import { threadApply } from '../../../helpers/threads.js';
import { getAttr, isAttributeError, lookup } from '../../../object/attributes.js';
import { keywordsOf } from '../../../object/keywordNames.js';
import type { Keywords } from '../../../object/binding.js';
import { call, callKw } from '../../../object/call.js';
import { AssertionError, AttributeError, KeyError } from '../../../object/errors.js';
import { toArray } from '../../../object/iterate.js';
import { strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict, PySet } from '../../../object/table.js';
import { repr, str } from '../../../object/text.js';
import { typeOf } from '../../../object/typeof.js';
import { PyTuple } from '../../../object/values.js';
import { scheduler } from '../../../threads/scheduler.js';
import { suspendSteps } from '../../../threads/steps.js';
import { formatError, isOrdinary } from './errors.js';
import type { Reply, Request } from './messages.js';
import { onlyArgument, type ServerState, type Shared } from './serverState.js';
import { kindAt } from './shared.js';
import { makeShared } from './sharedMakers.js';
import { managers } from './state.js';

type Thread<T> = Generator<undefined, T, undefined>;

/** The reply to a request. Exceptions that no `except Exception` catches pass. */
export function* answer(state: ServerState, request: Request): Thread<Reply> {
  try {
    return request.ident === null ? ['#RETURN', yield* callServer(state, request)] : yield* callObject(state, request);
  } catch (error) {
    const e = toPython(error);
    if (!isOrdinary(e)) throw error;
    return ['#TRACEBACK', formatError(e)];
  }
}

/** A function of the server itself. It is the class's: a subclass may have its own. */
function* callServer(state: ServerState, { method, args, kwds }: Request): Thread<Py> {
  const { server } = state;
  const name = strValue(method) ?? str(method);
  if (!toArray(getAttr(server, 'public')).includes(name)) throw AssertionError(`${repr(method)} unrecognized`);
  const given = toArray(args);
  const keywords = keywordsOf(kwds);
  if (name === 'create' && lookup(typeOf(server), name) === managers().types.Server.namespace.get(name)) {
    const [typeid, ...rest] = given;
    return yield* create(state, typeid, rest, keywords);
  }
  return yield* threadApply(getAttr(server, name), [null, ...given], keywords);
}

/** `Server.create` as ordinary code calls it. */
export function createDirect(state: ServerState, typeid: Py, args: Py[], kwds: Keywords | null): PyTuple {
  const registration = state.registration(typeid);
  const { callable, typeids } = registration;
  const at = makeShared(callable, typeids, args, kwds);
  if (at !== 0) return state.addAt(typeid, at, registration);
  return state.add(typeid, callable === null ? onlyArgument(args, kwds) : callKw(callable, args, kwds), registration);
}

/** The same for a thread. */
function* create(state: ServerState, typeid: Py, args: Py[], kwds: Keywords | null): Thread<PyTuple> {
  const registration = state.registration(typeid);
  const { callable, typeids } = registration;
  const at = makeShared(callable, typeids, args, kwds);
  if (at !== 0) return state.addAt(typeid, at, registration);
  const object = callable === null ? onlyArgument(args, kwds) : yield* threadApply(callable, args, kwds);
  return state.add(typeid, object, registration);
}

function* callObject(state: ServerState, request: Request): Thread<Reply> {
  let shared: Shared | undefined;
  try {
    shared = state.find(request.ident);
    return yield* callExposed(state, shared, request);
  } catch (error) {
    if (!isAttributeError(error)) throw error;
    return ['#RETURN', fallback(shared?.object ?? null, request)];
  }
}

function* callExposed(state: ServerState, shared: Shared, request: Request): Thread<Reply> {
  const { exposed, typeids } = shared;
  const name = request.method;
  if (!exposed.has(name)) {
    const names = new PySet();
    for (const each of exposed) names.set(each, true);
    throw AttributeError(
      `method ${repr(name)} of ${repr(typeOf(shared.object))} object is not in exposed=${repr(names)}`,
    );
  }
  // Where it lacks the method, that is an AttributeError of this function.
  const f = isOfArena(shared, name) ? null : getAttr(shared.object, name);
  let result: Py;
  try {
    result =
      f === null
        ? yield* callAt(shared.at, request)
        : yield* threadApply(f, toArray(request.args), keywordsOf(request.kwds));
  } catch (error) {
    const e = toPython(error);
    if (!isOrdinary(e)) throw error;
    return ['#ERROR', e];
  }
  const typeid = typeids?.get(name);
  if (typeid === undefined || typeid === null) return ['#RETURN', result];
  const [ident, names] = (yield* create(state, typeid, [result], null)).items;
  return ['#PROXY', new PyTuple([names, call(managers().types.Token, [typeid, state.address, ident])])];
}

const isOfArena = ({ at }: Shared, name: string): boolean =>
  at !== 0 && (kindAt(at).methods.has(name) || (name === '__iter__' && kindAt(at).iterator !== undefined));

/** Calls a method of an object in the arena. */
function* callAt(at: number, { method, args, kwds }: Request): Thread<Py> {
  const kind = kindAt(at);
  if (method === '__iter__') return kind.iterator!(at);
  const given = toArray(args);
  const keywords = kwds instanceof PyDict && kwds.size > 0 ? kwds : null;
  if (kind.steps === undefined) return kind.call(at, method, given, keywords);
  const thread = scheduler().current;
  return yield* suspendSteps(kind.steps(at, method, given, keywords), (wait) => {
    thread.wait = wait;
  });
}

/** What every object can be asked for. Errors: KeyError. */
function fallback(object: Py, { method, args }: Request): Py {
  if (toArray(args).length === 0) {
    if (method === '#GETVALUE') return object;
    if (method === '__str__') return str(object);
    if (method === '__repr__') return repr(object);
  }
  throw KeyError(method);
}
