/** What emitted code is given: everything that `exports.ts` names, as one object. */
import * as named from './exports.js';

export const helpers = { ...named };
