/**
 * The docstring of a dataclass, which `dataclasses` takes from the signature of the class: for that it loads `inspect`, which is what a
 * short program with a dataclass spent most of its time on. It is there before the module looks whether there is one.
 */
import { getAttr, setAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { isInstanceOf, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import { PyType } from '../../object/type.js';
import type { PyModule } from '../../object/values.js';
import { isSignatureOwn } from '../inspect/annotations.js';
import { signatureText } from '../inspect/signatureText.js';

/** Called once the library's module has run. */
export function speedUpDataclasses({ namespace }: PyModule): void {
  const builder: Py = namespace.get('_FuncBuilder');
  const original: Py = builder?.namespace.get('add_fns_to_class');
  const inspect = namespace.get('inspect');
  if (original === undefined) return;
  const addFunctions = (self: Py, cls: Py): null => {
    call(original, [self, cls]);
    if (namespace.get('inspect') === inspect && isSignatureOwn(inspect)) document(cls);
    return null;
  };
  setAttr(builder, 'add_fns_to_class', method('(cls)', addFunctions, 'add_fns_to_class'));
}

function document(cls: Py): void {
  if (!(cls instanceof PyType) || truthy(getAttr(cls, '__doc__'))) return;
  const text = textOf(cls);
  if (text !== undefined) setAttr(cls, '__doc__', `${getAttr(cls, '__name__')}${text.replaceAll(' -> None', '')}`);
}

/** A signature that cannot be had is left out. */
function textOf(cls: PyType): string | undefined {
  try {
    return signatureText(cls);
  } catch (error) {
    if (!isInstanceOf(error, TypeError) && !isInstanceOf(error, ValueError)) throw error;
    return '';
  }
}
