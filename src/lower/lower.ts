/** The lowering: a syntax tree in, JavaScript text and a table of positions out. Pure. */
import type * as ast from '../parser/ast.js';
import type { SourceText } from '../parser/source.js';
import { prepareForks } from './0-fork/index.js';
import { analyse } from './1-scope/analyse.js';
import { intGlobals } from './2-types/duals.js';
import { hasFloats } from './2-types/evidence.js';
import * as b from './build.js';
import { FunctionContext } from './3-transform/context.js';
import { Unit } from './3-transform/unit.js';
import { tracedExpr } from './3-transform/expressions/index.js';
import { guard } from './3-transform/frame.js';
import { storeName } from './3-transform/names.js';
import { codeBase, jsFunctionName } from './3-transform/function.js';
import { docOf, docstring } from './3-transform/docstring.js';
import { profiled } from './3-transform/profiled.js';
import { begins, comesTo, result, traced } from './3-transform/traced.js';
import { lowerBody } from './3-transform/statements/index.js';
import { printThreaded, printUnit } from './4-print/print.js';

export interface LowerOptions {
  readonly dialect: 2 | 3;
  /** 'module': names assigned at module level become JavaScript variables; 'dict': all globals go by name (exec, eval). */
  readonly globalsMode?: 'module' | 'dict';
  /** Features of `from __future__` in force around the text, beside those that it names itself. */
  readonly future?: readonly string[];
  /** Emit the form that threads run, given the position table of the first form. */
  readonly threaded?: ArrayLike<number> | null;
  /** Names of functions of other texts that may fork the process; undefined for a text of the library. */
  readonly forks?: readonly string[];
  /** `-O` level: 1 drops asserts. */
  readonly optimize?: number;
  /** A module of the library that shows nothing when it defines something. */
  readonly definesLater?: boolean;
  /** The program counts its calls (`cProfile`). */
  readonly profiled?: boolean;
  /** The program has its functions watched (`sys.settrace`, `pdb`). */
  readonly traced?: boolean;
}

export interface Lowered {
  /** The text of a function that `runtime/unit.ts` calls. */
  readonly js: string;
  /** [start, end) offsets into the source, pairwise, by position number. */
  readonly positions: readonly number[];
  readonly future: readonly string[];
}

export function lower(given: ast.Mod, source: SourceText, options: LowerOptions): Lowered {
  const module = prepareForks(given, options.dialect, source.text, options.forks);
  const scopes = analyse(module, options.dialect);
  const future = [...(options.future ?? []), ...futureFeatures(module)];
  const unit = new Unit(source, scopes, options.dialect, options.globalsMode ?? 'module', {
    interactive: module.type === 'Interactive',
    isLibrary: options.forks === undefined,
    hasFloats: options.traced !== true && hasFloats(module, options.dialect === 3 || future.includes('division')),
    futureDivision: options.dialect === 3 || future.includes('division'),
    futureAnnotations: future.includes('annotations'),
    optimize: options.optimize ?? 0,
    definesLater:
      options.definesLater === true &&
      options.profiled !== true &&
      options.traced !== true &&
      options.globalsMode !== 'dict',
    profiled: options.profiled === true,
    traced: options.traced === true,
    threaded: options.threaded ?? null,
  });
  unit.position({ start: 0, end: 0 });
  if (unit.hasFloats && module.type === 'Module')
    unit.intGlobals = intGlobals(scopes.root, module.body as never, (n) => unit.globalVariable(n) !== undefined);
  const cx = new FunctionContext(unit, scopes.root, null, 0);
  const body = cx.collect(() => moduleBody(module, cx));
  const spec = {
    ...codeBase(0, '<module>', scopes.root, null, cx),
    ...(options.dialect === 2 ? { firstLine: firstLine2(module, source) } : {}),
    doc: module.type === 'Module' ? docstring(module.body, options.dialect, options.optimize ?? 0) : null,
    make: b.arrow(['$i'], b.func(jsFunctionName('module'), [], profiled(traced(guard(cx, body), cx), cx))),
  };
  unit.codes[0] = spec;
  const printed = options.threaded == null ? printUnit(unit, spec) : printThreaded(unit);
  return { js: printed.js, positions: unit.positions, future };
}

/** Where the first statement begins. */
function firstLine2(module: ast.Mod, source: SourceText): number {
  const [first] = module.type === 'Expression' ? [] : module.body;
  return first === undefined ? 1 : source.position(first.start).line;
}

function moduleBody(module: ast.Mod, cx: FunctionContext): void {
  cx.unit.codes.push(null as never);
  begins(cx);
  if (module.type === 'Expression') {
    cx.emit(b.ret(cx.withTemps(() => result(tracedExpr(module.body, cx), cx))));
    return;
  }
  const doc = docOf(module.body);
  if (doc !== null && module.body.length > 0) comesTo(module.body[0]!, cx);
  // Of a module that is imported, the import system sets it.
  const shown =
    cx.unit.globalsMode === 'dict' ? docstring(module.body, cx.unit.dialect, cx.unit.options.optimize) : null;
  if (shown !== null && module.type === 'Module') cx.emit(b.statement(storeName('__doc__', b.literal(shown), cx)));
  if (cx.frame.hasAnnotations) cx.emit(b.statement(b.call(cx.helper('annotations'), [b.id('$u')])));
  lowerBody(doc === null || module.type === 'Interactive' ? module.body : module.body.slice(1), cx);
}

function futureFeatures(module: ast.Mod): string[] {
  if (module.type === 'Expression') return [];
  return module.body.flatMap((node) =>
    node.type === 'ImportFrom' && node.module === '__future__' && node.level === 0
      ? node.names.map((alias) => alias.name)
      : [],
  );
}
