/** What is generated from templates, by weight and dialect. */
import { fromTemplates } from './template.mjs';
import { ASYNCHRONY_3 } from './templates/asynchrony.mjs';
import { BYTES_3 } from './templates/bytes.mjs';
import { CALLS, CALLS_3 } from './templates/calls.mjs';
import { CLASSES } from './templates/classes.mjs';
import { CONTAINERS, CONTAINERS_3 } from './templates/containers.mjs';
import { FLOWS } from './templates/flows.mjs';
import { HOT } from './templates/hot.mjs';
import { OBJECTS, OBJECTS_3 } from './templates/objects.mjs';
import { PATTERNS_3 } from './templates/patterns.mjs';
import { CLASSES_2, STATEMENTS_2, TEXTS_2 } from './templates/python2.mjs';
import { SCOPES, SCOPES_3 } from './templates/scopes.mjs';
import { TRACEBACKS_2, TRACEBACKS_3 } from './templates/tracebacks.mjs';

const BOTH = [FLOWS, CALLS, CLASSES, CONTAINERS, OBJECTS, SCOPES, HOT, HOT, HOT];
const ONLY = {
  2: [STATEMENTS_2, STATEMENTS_2, CLASSES_2, TEXTS_2, TRACEBACKS_2],
  3: [CALLS_3, CONTAINERS_3, PATTERNS_3, BYTES_3, OBJECTS_3, SCOPES_3, ASYNCHRONY_3, TRACEBACKS_3],
};

/** Statements of one feature of the language. */
export function feature(cx) {
  return fromTemplates(cx, cx.r.pick([...BOTH, ...ONLY[cx.dialect]]));
}
