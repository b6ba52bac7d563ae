/** A faster `ast.literal_eval` of a text, put over the library's once that is loaded. */
import { direct } from '../../builtins/direct.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { PyBaseException } from '../../object/errors.js';
import { libraryFunctionPrototype } from '../../object/function.js';
import type { Py } from '../../object/object.js';
import type { PyModule } from '../../object/values.js';
import { readLiteral } from './literal.js';

/** Called once the library's module has run. */
export function speedUpAst({ namespace }: PyModule): void {
  if (rt.dialect === 2) return;
  const original: Py = namespace.get('literal_eval');
  const parse: Py = namespace.get('parse');
  const evaluate = (given: Py): Py => {
    const isPlain = typeof given === 'string' && namespace.get('parse') === parse;
    return (isPlain ? readOr(given) : undefined) ?? call(original, [given]);
  };
  const positional = (...given: Py[]): Py => (given.length === 1 ? evaluate(given[0]) : call(original, given));
  const shown = direct('(node_or_string)', positional, evaluate, 'literal_eval');
  shown.builtin!.owner = 'ast';
  namespace.set('literal_eval', Object.setPrototypeOf(shown, libraryFunctionPrototype));
}

/** The library's own function says what is wrong with a text. */
function readOr(text: string): Py {
  try {
    return readLiteral(text);
  } catch (error) {
    if (error instanceof PyBaseException) return undefined;
    throw error;
  }
}
