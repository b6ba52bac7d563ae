/**
 * Code objects.
 * Spec: https://docs.python.org/3/reference/datamodel.html#code-objects
 */
import { seenFilename } from '../import/frozen.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { Code, type Signature } from '../object/function.js';
import { hashOf } from '../object/hash.js';
import { defineMembers, getter } from '../object/install.js';
import { iterate } from '../object/iterate.js';
import { PyIterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyBytes, PyTuple } from '../object/values.js';
import { beginning, toldLines } from '../toldLines.js';
import { positionAt, sourceLine } from '../unit.js';
import { showsColumns } from './debugRanges.js';
import { iteratorMembers } from './iterator.js';
import { address } from './object.js';

export const codeType: PyType = builtinType({ name: 'code', js: Code, subclassable: false, hasDict: false });

/** Names of variables in CPython's order: parameters, `*args` and `**kwargs` behind the keyword-only ones, then the others. */
function variableNames(code: Code): readonly string[] {
  const { positional, varargs, keywordOnly, varkw } = code.signature;
  const parameters = [...positional, ...keywordOnly];
  if (varargs !== null) parameters.push(varargs);
  if (varkw !== null) parameters.push(varkw);
  const known = new Set(parameters);
  return [...parameters, ...code.varnames.filter((name) => !known.has(name))];
}

const names = (list: readonly string[]) => new PyTuple([...list]);

/** Places of the unit's position table, as (line, end line, column, end column) with columns in UTF-8 bytes. */
class PositionIterator extends PyIterator {
  private at = 0;
  constructor(private readonly code: Code) {
    super();
  }
  skip(count: number): void {
    this.at += count;
  }
  nx(): Py {
    const { unit, firstLine } = this.code;
    if (this.at * 2 >= unit.positions.length) return undefined;
    // The one before all others is where a function is that has not begun.
    if (this.at === 0) {
      this.at++;
      return new PyTuple([firstLine, firstLine, null, null]);
    }
    const { line, column, endLine, endColumn } = positionAt(unit, this.at++);
    if (!showsColumns()) return new PyTuple([line, line, null, null]);
    return new PyTuple([
      line,
      endLine,
      utf8Column(sourceLine(unit, line), column),
      utf8Column(sourceLine(unit, endLine), endColumn),
    ]);
  }
}

const utf8Column = (text: string, column: number): number => Buffer.byteLength(text.slice(0, column));

const positionsType: PyType = builtinType({ name: 'positions_iterator', js: PositionIterator, subclassable: false });
defineMembers(positionsType, () => iteratorMembers());

/** (start, end, line) for each line that the table names: there are no instructions, so numbers of positions stand in. */
function lines(code: Code): Py[] {
  const { unit } = code;
  const told = toldLines(code);
  if (told.length > 0) return [beginning(code), ...told].map((line, i) => new PyTuple([i * 2, i * 2 + 2, line]));
  const result: Py[] = [];
  for (let i = 0; i * 2 < unit.positions.length; i++) {
    const { line } = positionAt(unit, i);
    if (line >= code.firstLine) result.push(new PyTuple([i * 2, i * 2 + 2, line]));
  }
  return result;
}

/** Fields that `replace()` can change here, by Python's name. */
const REPLACEABLE: Readonly<Record<string, (copy: Changes, value: Py) => void>> = {
  co_name: (c, value) => {
    c.name = value;
  },
  co_qualname: (c, value) => {
    c.qualname = value;
  },
  co_firstlineno: (c, value) => {
    c.firstLine = value;
  },
  co_flags: (c, value) => {
    c.flags = value;
  },
  co_filename: (c, value) => {
    c.filename = value;
  },
};

interface Changes {
  name: string;
  qualname: string;
  firstLine: number;
  flags: number;
  filename: string;
}

function replaced(code: Code, changes: ReadonlyMap<string, Py>): Code {
  const c: Changes = {
    name: code.name,
    qualname: code.qualname,
    firstLine: code.firstLine,
    flags: code.flags,
    filename: code.unit.filename,
  };
  for (const [name, value] of changes) {
    const change = REPLACEABLE[name];
    if (change !== undefined) change(c, value);
    else if (!name.startsWith('co_')) throw TypeError(`replace() got an unexpected keyword argument '${name}'`);
  }
  const unit =
    c.filename === code.unit.filename ? code.unit : Object.create(code.unit, { filename: { value: c.filename } });
  const copy = new Code(unit, code.index, c.name, c.qualname, c.firstLine, code.signature as Signature);
  return Object.assign(copy, {
    varnames: code.varnames,
    freevars: code.freevars,
    cellvars: code.cellvars,
    names: code.names,
    nested: code.nested,
    flags: c.flags,
    doc: code.doc,
    make: code.make,
    compiled: code.compiled,
  });
}

/** Codes of the same text and place are equal. */
const isSame = (a: Code, b: Code): boolean =>
  a === b ||
  (a.index === b.index && a.name === b.name && a.firstLine === b.firstLine && a.unit.source === b.unit.source);

const empty = () => new PyBytes(new Uint8Array());

defineMembers(codeType, () => ({
  co_name: getter((c: Code) => c.name),
  co_qualname: getter((c: Code) => c.qualname),
  co_filename: getter((c: Code) => seenFilename(c.unit.filename)),
  co_firstlineno: getter((c: Code) => c.firstLine),
  co_argcount: getter((c: Code) => c.signature.positional.length),
  co_posonlyargcount: getter((c: Code) => c.signature.positionalOnly),
  co_kwonlyargcount: getter((c: Code) => c.signature.keywordOnly.length),
  co_nlocals: getter((c: Code) => variableNames(c).length),
  co_varnames: getter((c: Code) => names(variableNames(c))),
  co_names: getter((c: Code) => names(c.names)),
  co_cellvars: getter((c: Code) => names(c.cellvars)),
  co_freevars: getter((c: Code) => names(c.freevars)),
  co_consts: getter((c: Code) => new PyTuple([c.doc, ...nestedCodes(c)])),
  co_flags: getter((c: Code) => c.flags),
  co_stacksize: getter(() => 1),
  co_code: getter(empty),
  _co_code_adaptive: getter(empty),
  co_linetable: getter(empty),
  co_lnotab: getter(empty),
  co_exceptiontable: getter(empty),
  co_positions: method('()', (c: Code) => new PositionIterator(c)),
  co_lines: method('()', (c: Code) => iterate(new PyTuple(lines(c)))),
  replace: method('(**changes)', (c: Code, changes: ReadonlyMap<string, Py>) => replaced(c, changes)),
  __replace__: method('(**changes)', (c: Code, changes: ReadonlyMap<string, Py>) => replaced(c, changes)),
  __eq__: method('(value, /)', (c: Code, other: Py) => (other instanceof Code ? isSame(c, other) : NotImplemented)),
  __ne__: method('(value, /)', (c: Code, other: Py) => (other instanceof Code ? !isSame(c, other) : NotImplemented)),
  __hash__: method('()', (c: Code) => hashOf(`${c.name}:${c.firstLine}:${c.index}`)),
  __repr__: method(
    '()',
    (c: Code) =>
      `<code object ${c.name} at ${address(c)}, file "${seenFilename(c.unit.filename)}", line ${c.firstLine}>`,
  ),
  __reduce_ex__: method('(protocol, /)', (c: Code, protocol: Py) => {
    if (rt.dialect === 2) throw TypeError(`can't pickle ${typeOf(c).name} objects`);
    throw TypeError(protocol < 2 ? "cannot pickle 'code' object" : 'cannot pickle code objects');
  }),
}));

/** Codes of the functions and classes that are defined directly in this one: what its constants hold of them. */
function nestedCodes(code: Code): Code[] {
  const prefix = code.index === 0 ? '' : `${code.qualname}.${code.flags & 2 ? '<locals>.' : ''}`;
  return code.unit.codes.filter(
    (other) => other !== undefined && other.index !== 0 && other.qualname === `${prefix}${other.name}`,
  );
}
