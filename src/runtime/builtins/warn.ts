/** `warnings.warn` for the runtime's own code. */

import { importModule } from '../import/importFunction.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { attributeKey } from '../object/object.js';

/** Issues a warning of a built-in category at the line of Python code that is running. */
export function warn(category: string, text: string, stackLevel = 1): void {
  const warnings = importModule('warnings', null, [], 0);
  callMethod(warnings, 'warn', text, rt.builtins[attributeKey(category)], stackLevel);
}

/** Issues a warning about a place of a source text, each time that it comes up. */
export function warnAt(category: string, text: string, filename: string, line: number): void {
  const warnings = importModule('warnings', null, [], 0);
  callMethod(warnings, 'warn_explicit', text, rt.builtins[attributeKey(category)], filename, line);
}
