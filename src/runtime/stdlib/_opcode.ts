/** `_opcode`: there is no bytecode here, so no opcode is anything. The library asks before it looks at bytecode. */
import { ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyList } from '../object/values.js';

const QUESTIONS = 'is_valid has_arg has_const has_name has_jump has_free has_local has_exc'.split(' ');

export default (): Record<string, Py> => ({
  ENABLE_SPECIALIZATION: false,
  ...Object.fromEntries(QUESTIONS.map((name) => [name, fn('(opcode)', () => false, name)])),
  stack_effect: fn('(opcode, oparg=None, /, *, jump=None)', () => {
    throw ValueError('invalid opcode or oparg');
  }),
  get_executor: fn('(*, code, offset)', () => null),
  get_specialization_stats: fn('()', () => null),
  get_intrinsic1_descs: fn('()', () => new PyList([])),
  get_intrinsic2_descs: fn('()', () => new PyList([])),
  get_nb_ops: fn('()', () => new PyList([])),
});
