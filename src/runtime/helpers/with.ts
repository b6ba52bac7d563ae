/** `with` and `async with`. */
import { errorOfInstance, special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { AttributeError, type PyBaseException, TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { awaitReceived } from './generators.js';

interface Manager {
  readonly object: Py;
  readonly enter: (self: Py) => Py;
  readonly exit: (self: Py, ...exc: Py[]) => Py;
}

export function manager(object: Py): Manager {
  // Methods that bind are properties; everything else is found by its name.
  const enter = object?.m$__enter__;
  const exit = object?.m$__exit__;
  if (enter !== undefined && exit !== undefined && !object.c$.oldStyle) return { object, enter, exit };
  return find(object, '__enter__', '__exit__', 'context manager');
}

export function asyncManager(object: Py): Manager {
  return find(object, '__aenter__', '__aexit__', 'asynchronous context manager');
}

function find(object: Py, enterName: string, exitName: string, kind: string): Manager {
  const enter = special(object, enterName);
  const exit = special(object, exitName);
  if (enter !== undefined && exit !== undefined) return { object, enter, exit };
  if (typeOf(object).oldStyle) throw errorOfInstance(object, exit === undefined ? exitName : enterName);
  if (rt.dialect === 2)
    throw AttributeError(enter === undefined ? enterName.replace('__enter__', '__exit__') : exitName);
  const missing = enter !== undefined ? ` (missed ${exitName} method)` : '';
  throw TypeError(`'${typeOf(object).name}' object does not support the ${kind} protocol${missing}`);
}

export const enter = (m: Manager): Py => m.enter(m.object);

/** Calls `__exit__`; with an exception the result says whether it is suppressed. */
export function exit(m: Manager, error: PyBaseException | undefined): boolean {
  if (rt.ended) return false;
  if (error === undefined) {
    m.exit(m.object, null, null, null);
    return false;
  }
  return truthy(m.exit(m.object, error.c$, error, error.tb));
}

export const asyncEnter = (m: Manager): Generator<Py, Py, Py> => awaitReceived(m.enter(m.object), '__aenter__');

export function* asyncExit(m: Manager, error: PyBaseException | undefined): Generator<Py, Py, Py> {
  if (rt.ended) return false;
  if (error === undefined) {
    yield* awaitReceived(m.exit(m.object, null, null, null), '__aexit__');
    return false;
  }
  return truthy(yield* awaitReceived(m.exit(m.object, error.c$, error, error.tb), '__aexit__'));
}
