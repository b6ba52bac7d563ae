/** `types.FunctionType(code, globals, …)`. */
import { codeWith } from '../execute.js';
import { makeFunction } from '../helpers/functions.js';
import { rt } from '../object/context.js';
import { setDefaults } from '../object/defaults.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { Code } from '../object/function.js';
import { Cell, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { typeOf } from '../object/typeof.js';
import { PyStaticMethod, PyTuple } from '../object/values.js';

const SIGNATURE = { 2: '(code, globals, name=None, argdefs=None, closure=None)', 3: '' };
SIGNATURE[3] = SIGNATURE[2].replace(')', ', kwdefaults=None)');

/** `__new__` of functions. */
export const newFunction = (): PyStaticMethod =>
  new PyStaticMethod(fn(`(cls, ${SIGNATURE[rt.dialect].slice(1)}`, make, '__new__'));

function make(
  _cls: Py,
  code: Py,
  globals: Py,
  name: Py = null,
  defaults: Py = null,
  closure: Py = null,
  keywords: Py = null,
): Py {
  checkKind(code instanceof Code, 'code', 1, code);
  checkKind(globals instanceof PyDict, 'globals', 2, globals);
  if (name !== null && typeof name !== 'string') throw TypeError('arg 3 (name) must be None or string');
  checkTuple(defaults, 'arg 4 (defaults)', true);
  if (keywords !== null && !(keywords instanceof PyDict)) throw TypeError('arg 6 (kwdefaults) must be None or dict');
  const cells = cellsFor(code, closure);
  const f = makeFunction(codeWith(globals, code), cells, null, null, null);
  const info = f.info!;
  setDefaults(info, defaults === null ? null : defaults.items);
  info.kwdefaults = keywords;
  if (name !== null) {
    info.name = name;
    info.qualname = name;
  }
  if (globals !== code.unit.globals) info.module = globals.get('__name__') ?? null;
  return f;
}

function checkKind(fits: boolean, name: string, position: number, given: Py): void {
  if (fits) return;
  const wanted = name === 'globals' ? 'dict' : 'code';
  const what = rt.dialect === 2 ? `argument ${position}` : `argument '${name}'`;
  throw TypeError(`function() ${what} must be ${wanted}, not ${typeOf(given).name}`);
}

function checkTuple(value: Py, what: string, mayBeNone: boolean): void {
  if (value instanceof PyTuple || (mayBeNone && value === null)) return;
  throw TypeError(`${what} must be ${mayBeNone ? 'None or ' : ''}tuple`);
}

/** A cell for each free variable. */
function cellsFor(code: Code, closure: Py): Cell[] {
  const { freevars } = code;
  checkTuple(closure, 'arg 5 (closure)', freevars.length === 0);
  const cells: Py[] = closure === null ? [] : closure.items;
  if (cells.length !== freevars.length)
    throw ValueError(`${code.name} requires closure of length ${freevars.length}, not ${cells.length}`);
  for (const cell of cells)
    if (!(cell instanceof Cell)) throw TypeError(`arg 5 (closure) expected cell, found ${typeOf(cell).name}`);
  return cells;
}
