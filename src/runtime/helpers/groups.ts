/** `except*` (PEP 654). */
import { getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { BaseExceptionGroup, isInstanceOf, PyBaseException, TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { PyList, PyTuple } from '../object/values.js';
import { matches } from './exceptions.js';

interface StarState {
  readonly original: PyBaseException;
  readonly naked: boolean;
  rest: Py;
  readonly raised: PyBaseException[];
}

export function starBegin(error: PyBaseException): StarState {
  return { original: error, naked: !isInstanceOf(error, BaseExceptionGroup), rest: error, raised: [] };
}

/** The part of what is left that `cls` takes, as a group; null for none. */
export function starSplit(state: StarState, cls: Py): Py {
  checkClasses(cls);
  if (state.rest === null) return null;
  if (state.naked) {
    if (!matches(state.rest, cls)) return null;
    const error = state.rest;
    state.rest = null;
    const group = call(BaseExceptionGroup.type, ['', new PyTuple([error])]);
    group.tb = error.tb;
    return group;
  }
  const [match, rest] = call(getAttr(state.rest, 'split'), [cls]).items;
  state.rest = rest;
  return match;
}

function checkClasses(cls: Py): void {
  for (const c of cls instanceof PyTuple ? cls.items : [cls]) {
    if (!(c instanceof PyType) || !c.mro.some((m) => m.qualname === 'BaseException')) {
      throw TypeError('catching classes that do not inherit from BaseException is not allowed');
    }
    if (c.mro.some((m) => m.name === 'BaseExceptionGroup')) {
      throw TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
}

/** A clause raised: kept until all clauses have run. */
export function starRaised(state: StarState, error: PyBaseException): void {
  state.raised.push(error);
}

/** What is to be raised after all clauses, or null. */
export function starEnd(state: StarState): Py {
  const { raised, rest, original } = state;
  if (raised.length === 0) return rest;
  const reraised = raised.filter((e) => e === original || isPartOf(e, original));
  const fresh = raised.filter((e) => !reraised.includes(e));
  const all: Py[] = [...fresh];
  const kept = mergeKept(original, rest, reraised);
  if (kept !== null) all.push(kept);
  if (all.length === 1 && fresh.length === 1 && kept === null) return all[0];
  if (fresh.length === 0) return kept;
  const group = call(BaseExceptionGroup.type, ['', new PyList(all)]);
  group.context = null;
  return group;
}

/** Groups that a clause raised again are parts of the original: same metadata. */
const isPartOf = (e: PyBaseException, original: PyBaseException) =>
  isInstanceOf(e, BaseExceptionGroup) &&
  e.tb === original.tb &&
  e.cause === original.cause &&
  e.context === original.context;

function mergeKept(original: PyBaseException, rest: Py, reraised: Py[]): Py {
  if (reraised.length === 0) return rest;
  if (rest === null && reraised.length === 1) return reraised[0];
  const leaves = new Set<Py>();
  for (const e of [rest, ...reraised]) if (e !== null) collect(e, leaves);
  const keep = (e: Py): boolean => leaves.has(e);
  return call(getAttr(original, 'subgroup'), [(e: Py) => keep(e)]);
}

function collect(e: Py, into: Set<Py>): void {
  if (!isInstanceOf(e, BaseExceptionGroup)) into.add(e);
  else for (const inner of getAttr(e, 'exceptions').items) collect(inner, into);
}
