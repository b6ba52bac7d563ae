import { getAttr } from '../../object/attributes.js';
import { callKw } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { importModule } from '../../import/importFunction.js';
import type { Py } from '../../object/object.js';

/** `decimal.DecimalTuple`: a named tuple. */
export const structDecimalTuple = (): Py =>
  moduleState('DecimalTuple', () => {
    const namedtuple = getAttr(importModule('collections', null, [], 0), 'namedtuple');
    return callKw(namedtuple, ['DecimalTuple', 'sign digits exponent'], new Map([['module', 'decimal']]));
  });
