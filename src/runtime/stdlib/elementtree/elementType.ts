/** `xml.etree.ElementTree.Element` as Python sees it. */
import { copyDict } from '../../builtins/dict.js';
import { direct, directMethod } from '../../builtins/direct.js';
import { address } from '../../builtins/object.js';
import { warn } from '../../builtins/warn.js';
import { smallDict } from '../../helpers/builders.js';
import { AttributeError, RuntimeError, TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { DictItemIterator } from '../../object/tableIterator.js';
import { MOST_TEXTS } from '../../object/textDict.js';
import { guardRepr, repr } from '../../object/text.js';
import type { Members, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyGetSet, PyList } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';
import { childMembers } from './children.js';
import { copyingMembers } from './copying.js';
import { addChild, checkGiven, dictArgument, elementArgument, PyElement } from './element.js';
import { ElementIterator } from './iterators.js';
import { searchMembers } from './search.js';

type Keywords = Map<string, Py> | undefined;

/** The attributes that a call gives: a dict as argument `place`, whose copy takes the keywords too, or keywords alone, of which `attrib` is a dict of more. */
function givenAttributes(given: Py, keywords: Keywords, where: string): PyDict | null {
  if (given === undefined && (keywords === undefined || keywords.size === 0)) return null;
  if (given === undefined && keywords!.size <= MOST_TEXTS && !keywords!.has('attrib'))
    return smallDict([undefined, ...keywords!.keys()], [undefined, ...keywords!.values()]);
  let attributes: PyDict;
  const inKeywords = given === undefined ? keywords?.get('attrib') : undefined;
  if (given !== undefined) attributes = copyDict(dictArgument(given, where));
  else attributes = inKeywords === undefined ? new PyDict() : copyDict(dictArgument(inKeywords, 'attrib'));
  if (keywords !== undefined) {
    for (const [name, value] of keywords)
      if (inKeywords === undefined || name !== 'attrib') attributes.set(name, value);
  }
  return attributes.size === 0 ? null : attributes;
}

function checkCount(name: string, least: number, given: number): void {
  if (given >= least && given <= least + 1) return;
  const bound = given < least ? least : least + 1;
  throw TypeError(
    `${name}() takes at ${given < least ? 'least' : 'most'} ${bound} argument${bound === 1 ? '' : 's'} (${given} given)`,
  );
}

/** `Element.__init__`. */
function setUp(self: PyElement, args: readonly Py[], keywords?: Keywords): null {
  checkCount('Element', 1, args.length);
  const attributes = givenAttributes(args[1], keywords, 'Element() argument 2');
  if (attributes !== null) self.attributes = attributes;
  self.tag = args[0];
  self.text = null;
  self.tail = null;
  return null;
}

function makeSubElement(args: readonly Py[], keywords?: Keywords): PyElement {
  checkCount('SubElement', 2, args.length);
  const parent = elementArgument(args[0], 'SubElement() argument 1');
  const element = new PyElement(args[1], givenAttributes(args[2], keywords, 'SubElement() argument 3'));
  addChild(parent, element);
  return element;
}

export const subElement = direct(
  '(*args, **kwargs)',
  (...args: Py[]) => makeSubElement(args),
  makeSubElement,
  'SubElement',
);

function makeElement(_self: PyElement, tag: Py, attrib: Py): PyElement {
  checkGiven('makeelement', 2, arguments.length - 1);
  return new PyElement(tag, copyDict(dictArgument(attrib, 'makeelement() argument 2')));
}

/** An attribute that cannot be deleted. */
const kept = (get: (self: PyElement) => Py, set: (self: PyElement, value: Py) => void, doc: string): PyGetSet => {
  const refuse = () => {
    throw AttributeError("can't delete element attribute");
  };
  return new PyGetSet('', null, get, set, refuse, doc);
};

const fields = (): Members => ({
  tag: kept(
    (self) => self.tag,
    (self, value) => {
      self.tag = value;
    },
    'A string identifying what kind of data this element represents',
  ),
  text: kept(
    (self) => self.text,
    (self, value) => {
      self.text = value;
    },
    'A string of text directly after the start tag, or None',
  ),
  tail: kept(
    (self) => self.tail,
    (self, value) => {
      self.tail = value;
    },
    'A string of text directly after the end tag, or None',
  ),
  attrib: kept(
    (self) => self.attrib,
    (self, value) => {
      self.attributes = dictArgument(value, 'attrib');
      self.version++;
    },
    "A dictionary containing the element's attributes",
  ),
});

function clear(self: PyElement): null {
  self.children = [];
  self.attributes = null;
  self.text = null;
  self.tail = null;
  return null;
}

function setAttribute(self: PyElement, key: Py, value: Py): null {
  self.attrib.set(key, value);
  self.version++;
  return null;
}

function itemsOf(attributes: PyDict | null): PyList {
  const items: Py[] = [];
  if (attributes === null) return new PyList(items);
  const it = new DictItemIterator(attributes);
  for (let item = it.nx(); item !== undefined; item = it.nx()) items.push(item);
  return new PyList(items);
}

/** Says that the truth of an element is going to be another one. */
function isFull(self: PyElement): boolean {
  warn(
    'DeprecationWarning',
    "Testing an element's truth value will always return True in future versions.  " +
      "Use specific 'len(elem)' or 'elem is not None' test instead.",
  );
  return self.children.length > 0;
}

function reprOf(self: PyElement): string {
  const text = guardRepr(self, '', () => `<Element ${repr(self.tag)} at ${address(self)}>`);
  if (text === '') throw RuntimeError(`reentrant call inside ${typeOf(self).name}.__repr__`);
  return text;
}

const iterator = (self: PyElement, tag: Py = null) => new ElementIterator(self, tag === '*' ? null : tag, false);

export const elementType: PyType = declareType({
  name: 'Element',
  module: 'xml.etree.ElementTree',
  js: PyElement,
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: directMethod('(self, /, *args, **kwargs)', (self: PyElement, ...args: Py[]) => setUp(self, args), setUp),
    __bool__: method('()', isFull),
    __repr__: method('()', reprOf),
    ...fields(),
    clear: method('()', clear),
    get: method('(key, default=None)', (self: PyElement, key: Py, fallback: Py = null) =>
      self.attributes === null ? fallback : (self.attributes.get(key) ?? fallback),
    ),
    set: method('(key, value, /)', setAttribute),
    keys: method('()', (self: PyElement) => new PyList(self.attributes?.keyList() ?? [])),
    items: method('()', (self: PyElement) => itemsOf(self.attributes)),
    iter: method('(tag=None)', iterator),
    itertext: method('()', (self: PyElement) => new ElementIterator(self, null, true)),
    makeelement: directMethod('(self, tag, attrib, /)', makeElement, makeElement),
    ...childMembers(),
    ...searchMembers(),
    ...copyingMembers(),
  }),
});

// What parsers and programs make most.
elementType.makes = function make(tag: Py, attrib: Py): Py {
  if (arguments.length !== 1) {
    checkCount('Element', 1, arguments.length);
    return new PyElement(tag, givenAttributes(attrib, undefined, 'Element() argument 2'));
  }
  return new PyElement(tag);
};
