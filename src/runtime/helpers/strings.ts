/** What f-strings and literal templates are compiled to. */

import { mod } from '../builtins/division.js';
import { formatText } from '../builtins/format.js';
import { parsedPercent } from '../builtins/percent.js';
import { convertedPlain } from '../builtins/percentPlain.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { PyFloat, PyTuple } from '../object/values.js';
import type { PercentField } from '../text/percentTemplate.js';
import { escapeNonAscii } from '../text/strRepr.js';

const AS_STR = 115;
const AS_REPR = 114;
const AS_ASCII = 97;

/** One replacement field. `conversion` is the code of its letter as in `ast.FormattedValue`, -1 without one. */
export function formatValue(value: Py, conversion: number, spec: string): string {
  switch (conversion) {
    case AS_STR:
      return formatText(str(value), spec);
    case AS_REPR:
      return formatText(repr(value), spec);
    case AS_ASCII:
      return formatText(escapeNonAscii(repr(value)), spec);
    default:
      return formatText(value, spec);
  }
}

/** One field of a `%` template that has others too (`'%.2f'`), with no key and no `*` in it: what a number is formatted by. */
export function percentField(field: string, value: Py): string {
  if (rt.dialect === 3 && (typeof value === 'number' || value instanceof PyFloat)) {
    const { pieces } = parsedPercent(field, 'str');
    const text = convertedPlain(pieces[0] as PercentField, value, 'str');
    if (text !== undefined) return text;
  }
  return mod(field, new PyTuple([value])) as string;
}
