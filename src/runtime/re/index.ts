/**
 * The regular expressions of Python, without Python's objects: the engine behind the `re` module.
 *
 * Spec: https://docs.python.org/3/library/re.html
 */

export type { PatternWarning } from './errors.js';
export { PatternError, ReValueError } from './errors.js';
export { escapePattern } from './escape.js';
export { Flag } from './flags.js';
export type { NameLookup } from './parse-state.js';
export type { PatternOptions } from './pattern.js';
export { compilePattern, Pattern } from './pattern.js';
export { type MatchResult, OwnResult } from './result.js';
export { Scanner, type ScanPlace, splitText, substitute } from './scan.js';
export type { Template } from './template.js';
export { expandTemplate, parseTemplate } from './template.js';
