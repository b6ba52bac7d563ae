/** `_elementtree`: elements, what builds trees of them, and a parser that tells it. Spec: https://docs.python.org/3/library/xml.etree.elementtree.html */
import { special } from '../object/attributes.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import { elementType, subElement } from './elementtree/elementType.js';
import { parseError, state } from './elementtree/state.js';
import { treeBuilderType } from './elementtree/treeBuilderType.js';
import { xmlParserType } from './elementtree/xmlParserType.js';

function checkFactory(factory: Py, what: string): void {
  const isCallable = factory === null || typeof factory === 'function' || special(factory, '__call__') !== undefined;
  if (!isCallable) throw TypeError(`${what} factory must be callable, not ${typeOf(factory).name}`);
}

/** Says what makes comments and instructions; gives what did so before. */
function setFactories(comments: Py, instructions: Py): PyTuple {
  checkFactory(comments, 'Comment');
  checkFactory(instructions, 'PI');
  const now = state();
  const before = new PyTuple([now.comments, now.instructions]);
  now.comments = comments;
  now.instructions = instructions;
  return before;
}

export default (): Record<string, Py> => ({
  Element: elementType,
  ParseError: parseError().type,
  SubElement: subElement,
  TreeBuilder: treeBuilderType,
  XMLParser: xmlParserType,
  _set_factories: fn('(comment_factory, pi_factory, /)', setFactories),
});
