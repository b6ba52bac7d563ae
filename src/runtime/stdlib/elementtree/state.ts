/** What `_elementtree` keeps for a process. */
import { importModule } from '../../import/importFunction.js';
import { getAttr } from '../../object/attributes.js';
import { moduleState } from '../../object/context.js';
import { SyntaxError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import { errorType } from '../errorType.js';

interface State {
  /** What makes comments and instructions for builders that are told of no other; null for nothing. */
  comments: Py;
  instructions: Py;
  readonly found: Map<string, Py>;
}

export const state = (): State =>
  moduleState('elements of XML', () => ({ comments: null, instructions: null, found: new Map() }));

/** A function of a Python module that this one builds on; the module is loaded when it is first needed. */
export function fromLibrary(module: string, name: string): Py {
  const { found } = state();
  const key = `${module}.${name}`;
  let value = found.get(key);
  if (value === undefined) found.set(key, (value = getAttr(importModule(module, null, ['*'], 0), name)));
  return value;
}

export const parseError = () => errorType('xml.etree.ElementTree.ParseError', SyntaxError);
