/** The operators that emitted code calls. They live with the built-in types, since library modules need them too. */
export { add, matMul, mul, sub } from '../builtins/arithmetic.js';
export { and, lshift, or, rshift, xor } from '../builtins/bitwise.js';
export { div, divMod, floorDiv, mod, pow, trueDiv } from '../builtins/division.js';
export {
  iadd,
  iand,
  idiv,
  ifloorDiv,
  ilshift,
  imatMul,
  imod,
  imul,
  ior,
  ipow,
  irshift,
  isub,
  itrueDiv,
  ixor,
} from '../builtins/inPlace.js';
export { invert, neg, not, pos } from '../builtins/unary.js';
