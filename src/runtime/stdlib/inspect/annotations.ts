/**
 * `inspect.get_annotations` for a class, which is all that `dataclasses` wants of `inspect` for most of them: it need not be loaded then.
 * Everything else is done by the library's function.
 */
import { direct } from '../../builtins/direct.js';
import { lookup } from '../../object/attributes.js';
import { callKw } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { libraryFunctionPrototype, type PyFunction } from '../../object/function.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyType, typeType } from '../../object/type.js';
import type { PyModule } from '../../object/values.js';

interface Known {
  /** What the module is seen to have. */
  readonly shown: PyFunction;
  /** What the library has, once it is loaded. */
  original: Py;
  signature: Py;
}

const known = (): Known =>
  moduleState('annotations', () => ({ shown: makeFunction(), original: undefined, signature: undefined }));

/** The function, whether or not the module has run. */
export const getAnnotations = (): PyFunction => known().shown;

/** Called once `inspect` has run. */
export function putAnnotations({ namespace }: PyModule): void {
  if (rt.dialect === 2) return;
  const state = known();
  state.original = namespace.get('get_annotations');
  state.signature = namespace.get('signature');
  namespace.set('get_annotations', state.shown);
}

/** Whether nobody has put another function in the place of `inspect.signature`. */
export function isSignatureOwn(inspect: PyModule): boolean {
  const { original, signature } = known();
  return original === undefined || inspect.namespace.get('signature') === signature;
}

function makeFunction(): PyFunction {
  const byLibrary = (args: Py[], names: readonly string[] = [], values: readonly Py[] = []): Py => {
    const keywords = new Map<string, Py>();
    for (const [i, name] of names.entries()) if (values[i] !== undefined) keywords.set(name, values[i]);
    return callKw(original(), args, keywords);
  };
  const shown = direct(
    '(obj, *, globals=None, locals=None, eval_str=False)',
    (...args: Py[]) => (args.length === 1 ? ofClass(args[0]) : undefined) ?? byLibrary(args),
    (o: Py, ...options: Py[]) => byLibrary([o], ['globals', 'locals', 'eval_str'], options),
    'get_annotations',
  );
  shown.builtin!.owner = 'inspect';
  return Object.setPrototypeOf(shown, libraryFunctionPrototype);
}

function original(): Py {
  const state = known();
  if (state.original === undefined) void rt.modules.get('inspect').namespace;
  return state.original;
}

function ofClass(cls: Py): Py {
  if (!(cls instanceof PyType) || lookup(cls.c$, '__dict__') !== lookup(typeType.current, '__dict__')) return undefined;
  const own: Py = cls.namespace.get('__annotations__');
  if (own === undefined || own === null) return cls.isHeap ? new PyDict() : undefined;
  if (!(own instanceof PyDict) || own.c$ !== PyDict.prototype.c$) return undefined;
  const copy = new PyDict();
  for (const [name, value] of own.entryList()) copy.set(name, value);
  return copy;
}
