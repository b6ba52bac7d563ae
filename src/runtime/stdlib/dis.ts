/**
 * `dis`: code is compiled to JavaScript here, so there are no instructions to show. What other modules of the library take
 * from this one (the names of a code object's flags) is there.
 */
import { NotImplementedError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyList } from '../object/values.js';

const FLAGS = { OPTIMIZED: 1, NEWLOCALS: 2, VARARGS: 4, VARKEYWORDS: 8, NESTED: 16, GENERATOR: 32, NOFREE: 64, COROUTINE: 128, ITERABLE_COROUTINE: 256, ASYNC_GENERATOR: 512 };

const absent = () =>
  fn('(*args, **kwargs)', () => {
    throw NotImplementedError('pymp compiles Python to JavaScript: code objects have no bytecode');
  });

function flagNames(): PyDict {
  const names = new PyDict();
  for (const [name, bit] of Object.entries(FLAGS)) names.set(bit, name);
  return names;
}

function prettyFlags(flags: number): string {
  const names = Object.entries(FLAGS).filter(([, bit]) => flags & bit).map(([name]) => name);
  return names.length === 0 ? '0x0' : names.join(', ');
}

export default (): Record<string, Py> => ({
  __all__: new PyList(['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions']),
  COMPILER_FLAG_NAMES: flagNames(),
  pretty_flags: fn('(flags)', prettyFlags),
  opmap: new PyDict(),
  opname: new PyList([]),
  ...Object.fromEntries(['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions', 'stack_effect'].map((name) => [name, absent()])),
});
