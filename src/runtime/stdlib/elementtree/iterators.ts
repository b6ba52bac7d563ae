/** `iter()` and `itertext()` of elements: over the element and all below, as they stand in the document. */
import { iteratorMembers } from '../../builtins/iterator.js';
import { equals } from '../../object/equality.js';
import { SequenceIterator } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { PyIterator } from '../../object/pyIterator.js';
import { truthy } from '../../object/truth.js';
import { declareType } from '../moduleTypes.js';
import { PyElement } from './element.js';

/** Goes down the tree as it is at each step. */
export class ElementIterator extends PyIterator {
  /** The elements under way, and the next child of each. */
  private readonly open: PyElement[] = [];
  private readonly places: number[] = [];

  /**
   * @param tag of the elements that are wanted; null for all
   * @param givesText gives the texts in them instead
   */
  constructor(
    private root: PyElement | null,
    private readonly tag: Py,
    private readonly givesText: boolean,
  ) {
    super();
  }

  /** The next element below the one under way, which is under way then; undefined after its last. */
  private down(): PyElement | undefined {
    const { open, places } = this;
    let next: PyElement | undefined;
    if (this.root !== null) {
      next = this.root;
      this.root = null;
    } else {
      const top = open.length - 1;
      if (top < 0) return undefined;
      const place = places[top]!;
      const { children } = open[top]!;
      if (place >= children.length) return undefined;
      next = children[place]!;
      places[top] = place + 1;
    }
    open.push(next);
    places.push(0);
    return next;
  }

  nx(): Py {
    if (this.givesText) return this.nextText();
    const { open, places, tag } = this;
    for (;;) {
      const element = this.down();
      if (element === undefined) {
        if (open.length === 0) return undefined;
        open.pop();
        places.pop();
      } else if (tag === null || equals(element.tag, tag)) return element;
    }
  }

  private nextText(): Py {
    const { open, places } = this;
    for (;;) {
      const element = this.down();
      let text: Py = null;
      if (element !== undefined) text = element.text;
      else {
        if (open.length === 0) return undefined;
        const left = open.pop()!;
        places.pop();
        // What follows the first element is none of its text.
        if (open.length > 0) text = left.tail;
      }
      if (text !== null && truthy(text)) return text;
    }
  }
}

/** `iter(element)`: over the children, by their number. */
export class ChildIterator extends SequenceIterator {
  override nx(): Py {
    const { sequence } = this;
    if (sequence === null) return undefined;
    const child = (sequence as PyElement).children[this.at];
    if (child === undefined) this.sequence = null;
    else this.at++;
    return child;
  }
}

PyElement.prototype.iterateBy$ = function (getItem) {
  return getItem === PyElement.prototype.m$__getitem__ ? new ChildIterator(this, getItem) : undefined;
};

declareType({
  name: '_element_iterator',
  module: '_elementtree',
  js: ElementIterator,
  subclassable: false,
  members: iteratorMembers,
});
