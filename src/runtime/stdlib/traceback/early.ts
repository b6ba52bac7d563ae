/**
 * What programs ask `traceback` for most: the text of an exception as it is. The module, and what it brings (`linecache`, `tokenize`, `re`,
 * `ast`), need not run for that: the interpreter writes the same text when nobody has caught the exception. Everything else, and all
 * once the module has run, is done by the library's functions.
 */
import { isPlainText } from '../../builtins/print.js';
import { findAttr, getAttr } from '../../object/attributes.js';
import { callKw, callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { PyBaseException } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { libraryFunctionPrototype, type PyFunction } from '../../object/function.js';
import type { Py } from '../../object/object.js';
import { PyList, type PyModule } from '../../object/values.js';
import { exceptionPieces, formatTraceback } from '../../traceback/format.js';
import { PyStringIO } from '../../io/stringio.js';

interface Known {
  /** What the module is seen to have until it runs. */
  readonly shown: ReadonlyMap<string, PyFunction>;
  /** What the library has, once it is loaded. */
  originals: ReadonlyMap<string, Py> | null;
}

const known = (): Known => moduleState('traceback', () => ({ shown: makeFunctions(), originals: null }));

/** One of the functions, for who asks before the module has run; undefined for others. */
export const earlyTraceback = (name: string): PyFunction | undefined => known().shown.get(name);

/** Called once `traceback` has run: who asks from now on gets the library's functions. */
export function putTracebacks({ namespace }: PyModule): void {
  if (rt.dialect === 2) return;
  const state = known();
  state.originals = new Map([...state.shown.keys()].map((name) => [name, namespace.get(name)]));
}

function original(name: string): Py {
  const state = known();
  if (state.originals === null) void rt.modules.get('traceback').namespace;
  return state.originals!.get(name);
}

/** Whether the exception (None: there is none) is shown here, all of it. */
function isShownHere(value: Py, limit: Py, chain: Py): boolean {
  if (known().originals !== null || (limit ?? null) !== null || (chain ?? true) !== true) return false;
  if (findAttr(rt.modules.get('sys'), 'tracebacklimit') !== undefined) return false;
  return value === null || value instanceof PyBaseException;
}

const NOTHING = 'NoneType: None\n';
const textOf = (value: Py): string => (value === null ? NOTHING : formatTraceback(value));

/** The exception of `print_exception(exc)` or `print_exception(type, value, traceback)`, if it is as it was caught; else undefined. */
function given(exc: Py, value: Py, tb: Py): Py {
  if (value === undefined && tb === undefined) return exc instanceof PyBaseException ? exc : undefined;
  return value instanceof PyBaseException && tb === value.tb ? value : undefined;
}

/** Writes to a stream of the library's own kind. Returns whether it is one. */
function writeTo(file: Py, value: Py): boolean {
  const stream = (file ?? null) === null ? getAttr(rt.modules.get('sys'), 'stderr') : file;
  if (!isPlainText(stream) && !(stream instanceof PyStringIO && !stream.c$.isHeap)) return false;
  callMethod(stream, 'write', textOf(value));
  return true;
}

type Given = Readonly<Record<string, Py>>;

/** Each function: its signature, and what it answers without the module, else undefined. */
const FUNCTIONS: Readonly<Record<string, readonly [string, (args: Given) => Py]>> = {
  print_exc: [
    '(limit=None, file=None, chain=True)',
    ({ limit, file, chain }) => (isShownHere(rt.handled, limit, chain) && writeTo(file, rt.handled) ? null : undefined),
  ],
  format_exc: [
    '(limit=None, chain=True)',
    ({ limit, chain }) => (isShownHere(rt.handled, limit, chain) ? textOf(rt.handled) : undefined),
  ],
  print_exception: [
    '(exc, /, value=<unrepresentable>, tb=<unrepresentable>, limit=None, file=None, chain=True, **kwargs)',
    ({ exc, value, tb, limit, file, chain }) => {
      const e = given(exc, value, tb);
      return e !== undefined && isShownHere(e, limit, chain) && writeTo(file, e) ? null : undefined;
    },
  ],
  format_exception: [
    '(exc, /, value=<unrepresentable>, tb=<unrepresentable>, limit=None, chain=True, **kwargs)',
    ({ exc, value, tb, limit, chain }) => {
      const e = given(exc, value, tb);
      const pieces = e instanceof PyBaseException && isShownHere(e, limit, chain) ? exceptionPieces(e) : null;
      return pieces === null ? undefined : new PyList(pieces);
    },
  ],
};

const makeFunctions = (): ReadonlyMap<string, PyFunction> =>
  new Map(Object.entries(FUNCTIONS).map(([name, [signature, early]]) => [name, makeFunction(name, signature, early)]));

function makeFunction(name: string, signature: string, early: (args: Given) => Py): PyFunction {
  const names = [...signature.matchAll(/(\w+)(?:=[^,)]*)?(?=[,)])/g)].map(([, each]) => each!);
  const call = (...values: Py[]): Py => {
    const { kwargs, ...args } = Object.fromEntries(names.map((each, i) => [each, values[i]]));
    const others: ReadonlyMap<string, Py> | undefined = kwargs;
    const answer = others === undefined || others.size === 0 ? early(args) : undefined;
    return answer === undefined ? byLibrary(name, args, others) : answer;
  };
  const shown = fn(signature, call, name);
  shown.builtin!.owner = 'traceback';
  return Object.setPrototypeOf(shown, libraryFunctionPrototype);
}

function byLibrary(name: string, { exc, ...args }: Given, others: ReadonlyMap<string, Py> | undefined): Py {
  const keywords = new Map<string, Py>();
  for (const [key, value] of Object.entries(args)) if (value !== undefined) keywords.set(key, value);
  for (const [key, value] of others ?? []) keywords.set(key, value);
  return callKw(original(name), exc === undefined ? [] : [exc], keywords);
}
