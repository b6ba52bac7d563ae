/** What f-strings are compiled to. */

import { formatText } from '../builtins/format.js';
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
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

/** The pieces of an f-string put together. */
export function joinStr(parts: readonly string[]): string {
  return parts.join('');
}
