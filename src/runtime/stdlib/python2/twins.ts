/** Modules in the form in which the library, which is Python 3, finds them in a Python 2 program (import/twins.ts). */
import type { Py } from '../../object/object.js';
import { strType } from '../../builtins/str.js';
import { PyTuple } from '../../object/values.js';
import csv from '../_csv.js';
import { libraryBuiltins } from '../builtins.js';
import pickle2 from '../pickle2.js';
import re from '../re.js';
import { timeOfLibrary } from '../time.js';
import { matchType } from '../re/match.js';
import { patternType } from '../re/pattern.js';

export const twins = {
  '@_csv': () => ({ ...csv(), QUOTE_STRINGS: 4, QUOTE_NOTNULL: 5 }),
  '@pickle': () => ({ ...pickle2(), DEFAULT_PROTOCOL: 2, bytes_types: new PyTuple([strType]) }),
  // Texts are bytes: patterns are those of ASCII anyway.
  '@builtins': libraryBuiltins,
  '@time': timeOfLibrary,
  '@re': () => ({ ...re(), A: 0, ASCII: 0, NOFLAG: 0, Pattern: patternType, Match: matchType }),
} satisfies Record<string, () => Record<string, Py>>;
