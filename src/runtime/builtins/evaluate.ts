/** `compile`, `eval`, `exec`. */
import { rt } from '../object/context.js';
import { OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { Code } from '../object/function.js';
import { asIndex, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { special } from '../object/attributes.js';
import { truthy } from '../object/truth.js';
import { codeFromText, execute } from '../execute.js';
import { sourceText } from '../sourceText.js';
import type { Unit } from '../unit.js';
import { singleFrame, takeCallerFrame } from './frame.js';

/** The two namespaces of `eval` and `exec`, given or those of the caller. */
function namespaces(globals: Py, locals: Py, what: string): [PyDict, Py] {
  const caller = takeCallerFrame();
  if (locals !== undefined && locals !== null && special(locals, '__getitem__') === undefined)
    throw TypeError(
      what === 'eval' ? 'locals must be a mapping' : `locals must be a mapping or None, not ${typeOf(locals).name}`,
    );
  if (globals === undefined || globals === null) {
    const frame = caller ?? singleFrame();
    if (frame === null) {
      // Called by the runtime, where CPython has a module of its library: a pool's task, the target of a process.
      const own = new PyDict();
      return [own, locals === undefined || locals === null ? own : locals];
    }
    return [frame.globals, locals === undefined || locals === null ? frame.locals() : locals];
  }
  if (!(globals instanceof PyDict)) {
    const hint =
      special(globals, '__getitem__') === undefined
        ? `${what}() globals must be a dict, not ${typeOf(globals).name}`
        : `globals must be a real dict; try eval(${rt.dialect === 2 ? 'code' : 'expr'}, {}, mapping)`;
    throw TypeError(
      what === 'eval'
        ? special(globals, '__getitem__') === undefined || special(globals, '__getslice__') !== undefined
          ? 'globals must be a dict'
          : hint
        : `exec() globals must be a dict, not ${typeOf(globals).name}`,
    );
  }
  return [globals, locals === undefined || locals === null ? globals : locals];
}

/** The features by the bits that `compile` takes for them. */
const FUTURE_FLAGS: readonly (readonly [number, string])[] = [
  [0x2000, 'division'],
  [0x4000, 'absolute_import'],
  [0x10000, 'print_function'],
  [0x20000, 'unicode_literals'],
];
const futuresOf = (flags: number): string[] =>
  FUTURE_FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);

/** Python 2: a text is read with the features that are in force where it is evaluated. */
const inherited = (): readonly string[] =>
  rt.state.has('future features') ? (((singleFrame()?.code.unit as Unit | undefined)?.future ?? []) as string[]) : [];
const futureFor = (source: Py): readonly string[] => (rt.dialect === 2 && !(source instanceof Code) ? inherited() : []);

const evalOf = (source: Py, globals: Py, locals: Py) => {
  const [g, l] = namespaces(globals, locals, 'eval');
  return execute(source, g, l, 'eval', null, futureFor(source));
};

export const eval_ = fn('(source, /, globals=None, locals=None)', evalOf, 'eval');

export const exec = fn(
  '(source, /, globals=None, locals=None, *, closure=None)',
  (source: Py, globals: Py, locals: Py, closure: Py) => {
    const [g, l] = namespaces(globals, locals, 'exec');
    execute(source, g, l, 'exec', closure ?? null, futureFor(source));
    return null;
  },
  'exec',
);

/** For modules of the library that write Python 3, whatever the program's dialect. */
export const execAsPython3 = fn(
  '(source, /, globals=None, locals=None)',
  (source: Py, globals: Py, locals: Py) => {
    const [g, l] = namespaces(globals, locals, 'exec');
    const request = { filename: '<string>', mode: 'exec', globalsMode: 'dict', dialect: 3 } as const;
    execute(codeFromText(strValue(source)!, request), g, l, 'exec');
    return null;
  },
  'exec',
);

/** What `compile` takes as flags: those of `__future__` and of `ast`. */
const FLAGS: Readonly<Record<2 | 3, number>> = { 2: 0x3e610, 3: 0x1fef610 };

/** An argument that is an int of C; `usual` where none is given. */
function cInt(o: Py, usual: number): number {
  if (o === undefined) return usual;
  const n = asIndex(o);
  if (n > 0x7fffffff || n < -0x80000000) throw OverflowError('Python int too large to convert to C int');
  return Number(n);
}

export const compile = fn(
  '(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)',
  (source: Py, filename: Py, mode: Py, flags: Py, dontInherit: Py, optimize: Py, featureVersion: Py) => {
    const m = strValue(mode) ?? (mode?.value as string | undefined);
    if (m !== 'exec' && m !== 'eval' && m !== 'single')
      throw ValueError("compile() mode must be 'exec', 'eval' or 'single'");
    const wanted = cInt(flags, 0);
    const level = cInt(optimize, -1);
    if ((wanted & ~FLAGS[rt.dialect]) !== 0) throw ValueError('compile(): unrecognised flags');
    if (level < -1 || level > 2) throw ValueError('compile(): invalid optimize value');
    const name = strValue(filename) ?? str(filename);
    if (source instanceof Code) return source;
    const astHook = rt.state.get('ast compile') as
      | ((source: Py, name: string, mode: string, flags: number, featureVersion: number) => Py)
      | undefined;
    const handled = astHook?.(source, name, m, wanted, Number(featureVersion ?? -1));
    if (handled !== undefined) return handled;
    return codeFromText(sourceText(source, 'compile() arg 1', name), {
      filename: name,
      mode: m,
      globalsMode: 'dict',
      ...(rt.dialect === 2
        ? { future: [...futuresOf(wanted), ...(truthy(dontInherit ?? false) ? [] : inherited())] }
        : {}),
      ...(level >= 0 ? { optimize: level } : {}),
    });
  },
  'compile',
);
