/** What of a generator notices that it is ended in the middle, with a GeneratorExit. */
import type * as ast from '../../parser/ast.js';

/** Common classes of exceptions that GeneratorExit is none of. */
const OTHERS: ReadonlySet<string> = new Set(
  (
    'ArithmeticError AssertionError AttributeError EOFError EnvironmentError Exception FileNotFoundError IOError ImportError ' +
    'IndexError KeyError KeyboardInterrupt LookupError NameError NotImplementedError OSError OverflowError ReferenceError ' +
    'RuntimeError StopAsyncIteration StopIteration SyntaxError SystemExit TypeError UnicodeDecodeError UnicodeError ' +
    'ValueError ZeroDivisionError'
  ).split(' '),
);

/** Whether a `try` does something with it. */
export const seesGeneratorExit = ({ handlers, finalbody }: ast.Try): boolean =>
  finalbody.length > 0 || handlers.some((handler) => handler.class === null || !isOther(handler.class));

const isOther = (cls: ast.Expr): boolean =>
  cls.type === 'Tuple' ? cls.elts.every(isOther) : cls.type === 'Name' && OTHERS.has(cls.id);
