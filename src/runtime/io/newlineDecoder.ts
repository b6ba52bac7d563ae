/**
 * `_io.IncrementalNewlineDecoder`.
 * Spec: https://docs.python.org/3/library/io.html#io.IncrementalNewlineDecoder
 */

import { getAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asIndex, normalInt } from '../object/number.js';
import { type Py, PyInstance } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyStaticMethod, PyTuple } from '../object/values.js';
import { decodedText } from './decoding.js';
import { UniversalNewlines } from './newlines.js';
import { bytesResult, textResult } from './values.js';

class PyNewlineDecoder extends PyInstance {
  decoder: Py = null;
  newlines: UniversalNewlines | undefined = undefined;
}

export const newlineDecoderType: PyType = builtinType({
  name: 'IncrementalNewlineDecoder',
  js: PyNewlineDecoder,
  module: '_io',
});

function stateOf({ newlines }: PyNewlineDecoder): UniversalNewlines {
  if (newlines === undefined) throw ValueError('IncrementalNewlineDecoder.__init__() not called');
  return newlines;
}

function decode(self: PyNewlineDecoder, input: Py, final: Py): Py {
  const newlines = stateOf(self);
  const isFinal = final !== undefined && truthy(final);
  const decoded = self.decoder === null ? input : call(getAttr(self.decoder, 'decode'), [input, isFinal]);
  return textResult(newlines.process(decodedText(decoded), isFinal));
}

function getState(self: PyNewlineDecoder): PyTuple {
  const pending = stateOf(self).pendingCr ? 1n : 0n;
  if (self.decoder === null) return new PyTuple([bytesResult(new Uint8Array()), Number(pending)]);
  const state = callMethod(self.decoder, 'getstate');
  if (!(state instanceof PyTuple)) throw TypeError('illegal decoder state');
  return new PyTuple([state.items[0], normalInt((BigInt(asIndex(state.items[1])) << 1n) | pending)]);
}

function setState(self: PyNewlineDecoder, state: Py): null {
  if (!(state instanceof PyTuple)) throw TypeError('state argument must be a tuple');
  const [bytes, flags] = state.items;
  const value = BigInt(asIndex(flags));
  stateOf(self).pendingCr = (value & 1n) === 1n;
  if (self.decoder !== null) callMethod(self.decoder, 'setstate', new PyTuple([bytes, normalInt(value >> 1n)]));
  return null;
}

defineMembers(newlineDecoderType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method("(decoder, translate, errors='strict')", (self: PyNewlineDecoder, decoder: Py, translate: Py) => {
    self.decoder = decoder;
    self.newlines = new UniversalNewlines(truthy(translate));
    return null;
  }),
  decode: method('(input, final=False)', decode),
  getstate: method('()', getState),
  setstate: method('(state, /)', setState),
  reset: method('()', (self: PyNewlineDecoder) => {
    stateOf(self).reset();
    if (self.decoder !== null) callMethod(self.decoder, 'reset');
    return null;
  }),
  newlines: getter((self: PyNewlineDecoder) => {
    const found = stateOf(self).found().map(textResult);
    return found.length === 0 ? null : found.length === 1 ? found[0] : new PyTuple(found);
  }),
}));
