/**
 * What the `dis` module says without bytecode: Python is compiled to JavaScript here, so there is nothing to disassemble.
 * `inspect` needs the names of the flags, `trace` the lines.
 * Spec: https://docs.python.org/3/library/dis.html
 */

import { importModule } from '../import/importFunction.js';
import { getAttr } from '../object/attributes.js';
import { call, callKw } from '../object/call.js';
import { NotImplementedError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { iterate, toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyList, PyTuple } from '../object/values.js';

const FLAGS: readonly [number, string][] = [
  [1, 'OPTIMIZED'],
  [2, 'NEWLOCALS'],
  [4, 'VARARGS'],
  [8, 'VARKEYWORDS'],
  [16, 'NESTED'],
  [32, 'GENERATOR'],
  [64, 'NOFREE'],
  [128, 'COROUTINE'],
  [256, 'ITERABLE_COROUTINE'],
  [512, 'ASYNC_GENERATOR'],
];

/** What would show bytecode. */
const SHOWING =
  'dis disassemble distb disco get_instructions code_info show_code stack_effect findlabels Bytecode'.split(' ');

const OF_OPCODE =
  'cmp_op opname opmap HAVE_ARGUMENT EXTENDED_ARG hasarg hascompare hasconst hasname hasjump hasjrel hasjabs hasfree haslocal hasexc'.split(
    ' ',
  );

const refusing = (name: string): Py =>
  fn(
    '(*args, **kwargs)',
    () => {
      throw NotImplementedError(`dis.${name}(): pymp compiles to JavaScript, so there is no bytecode`);
    },
    name,
  );

function prettyFlags(flags: number): string {
  const names = FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
  const rest = flags & ~FLAGS.reduce((all, [bit]) => all | bit, 0);
  if (rest !== 0 || names.length === 0) names.push(`0x${rest.toString(16)}`);
  return names.join(', ');
}

function positionsType(): Py {
  const { $namedtuple: namedtuple } = importModule('collections', null, ['namedtuple'], 0);
  const fields = new PyList(['lineno', 'end_lineno', 'col_offset', 'end_col_offset']);
  const nothing = new PyTuple([null, null, null, null]);
  return callKw(
    namedtuple,
    ['Positions', fields],
    new Map<string, Py>([
      ['defaults', nothing],
      ['module', 'dis'],
    ]),
  );
}

/** (offset, line) wherever a new line begins. */
function lineStarts(code: Py): PyTuple[] {
  const starts: PyTuple[] = [];
  let last: Py;
  for (const { items } of toArray(call(getAttr(code, 'co_lines'), []))) {
    if (items[2] !== last) starts.push(new PyTuple([items[0], items[2]]));
    last = items[2];
  }
  return starts;
}

function flagNames(): PyDict {
  const names = new PyDict();
  for (const [flag, name] of FLAGS) names.set(flag, name);
  return names;
}

/** What `opcode` says of opcodes, which `dis` passes on. None is in use here, so the lists of those of a kind are empty. */
function opcodeTables(): Record<string, Py> {
  const opcode = importModule('opcode', null, OF_OPCODE, 0);
  return Object.fromEntries(OF_OPCODE.map((name) => [name, getAttr(opcode, name)]));
}

export default (): Record<string, Py> => ({
  __all__: new PyList([...SHOWING, ...OF_OPCODE, 'pretty_flags', 'findlinestarts']),
  COMPILER_FLAG_NAMES: flagNames(),
  Positions: positionsType(),
  ...opcodeTables(),
  pretty_flags: fn('(flags)', prettyFlags, 'pretty_flags'),
  findlinestarts: fn('(code)', (code: Py) => iterate(new PyList(lineStarts(code))), 'findlinestarts'),
  ...Object.fromEntries(SHOWING.map((name) => [name, refusing(name)])),
});
