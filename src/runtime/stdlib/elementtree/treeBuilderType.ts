/** `xml.etree.ElementTree.TreeBuilder` as Python sees it. */
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { declareType } from '../moduleTypes.js';
import { dictArgument } from './element.js';
import { state } from './state.js';
import { PyTreeBuilder } from './treeBuilder.js';

function setUp(
  self: PyTreeBuilder,
  elementFactory: Py = null,
  commentFactory: Py = null,
  instructionFactory: Py = null,
  insertsComments: Py = false,
  insertsInstructions: Py = false,
): null {
  const { comments, instructions } = state();
  self.elementFactory = elementFactory;
  self.commentFactory = commentFactory ?? comments;
  self.insertsComments = self.commentFactory !== null && truthy(insertsComments);
  self.instructionFactory = instructionFactory ?? instructions;
  self.insertsInstructions = self.instructionFactory !== null && truthy(insertsInstructions);
  return null;
}

export const treeBuilderType: PyType = declareType({
  name: 'TreeBuilder',
  module: 'xml.etree.ElementTree',
  js: PyTreeBuilder,
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: method(
      '(element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False)',
      setUp,
      'TreeBuilder',
    ),
    data: method('(data, /)', (self: PyTreeBuilder, data: Py) => (self.text(data), null)),
    start: method('(tag, attrs, /)', (self: PyTreeBuilder, tag: Py, attributes: Py) =>
      self.start(tag, dictArgument(attributes, 'start() argument 2')),
    ),
    end: method('(tag, /)', (self: PyTreeBuilder) => self.end()),
    comment: method('(text, /)', (self: PyTreeBuilder, text: Py) => self.comment(text)),
    pi: method('(target, text=None, /)', (self: PyTreeBuilder, target: Py, text: Py = null) =>
      self.instruction(target, text),
    ),
    close: method('()', (self: PyTreeBuilder) => self.root),
  }),
});
