/** `warnings.warn` for the runtime's own code. */

import { importModule } from '../import/importFunction.js';
import { callMethod } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { attributeKey } from '../object/object.js';

/** A place in the library's own text, by the name of the module. */
export interface LibraryPlace {
  readonly module: string;
  readonly line: number;
}

/** Where CPython's library is while something of ours does its work. */
const doing = () => moduleState<{ place: LibraryPlace | null }>('place of warnings', () => ({ place: null }));

/** Does something that CPython's library does there: what `warnThere` says of it belongs to that place. */
export function asLibrary<T>(place: LibraryPlace, run: () => T): T {
  const state = doing();
  const before = state.place;
  state.place = place;
  try {
    return run();
  } finally {
    state.place = before;
  }
}

/** Issues a warning at the line of Python code that is running, which may be one of the library's that is not there. */
export function warnThere(category: string, text: string): void {
  const { place } = doing();
  if (place === null) {
    warn(category, text);
    return;
  }
  const file = `${String(rt.state.get('library path'))}/${place.module.replaceAll('.', '/')}.py`;
  const warnings = importModule('warnings', null, [], 0);
  callMethod(warnings, 'warn_explicit', text, rt.builtins[attributeKey(category)], file, place.line, place.module);
}

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
