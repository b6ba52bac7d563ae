/**
 * `_blake2`: `hashlib.blake2b` and `hashlib.blake2s`.
 * Spec: https://docs.python.org/3/library/hashlib.html#blake2
 */
import { bytesResult } from '../io/values.js';
import { bufferOf, toHex } from '../object/buffer.js';
import { OverflowError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { asIndex, asSize } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { truthy } from '../object/truth.js';
import type { PyType } from '../object/type.js';
import { hashable } from './_hashlib.js';
import { Blake2, type Blake2Parameters } from './hashlib/blake2.js';
import { KeptHash } from './hashlib/kept.js';
import { declareType } from './moduleTypes.js';

/** What a hash needs to go on; without any parameters it is Node's. */
interface Hashing {
  update(bytes: Uint8Array): void;
  copy(): Hashing;
  bytes(): Uint8Array;
}

class PyBlake2 extends PyObject {
  constructor(
    readonly hash: Hashing,
    readonly digestSize: number,
  ) {
    super();
  }
}
class PyBlake2b extends PyBlake2 {}
class PyBlake2s extends PyBlake2 {}

interface Limits {
  readonly digest: number;
  readonly key: number;
  readonly salt: number;
  readonly person: number;
  readonly block: number;
}
const LIMITS: Readonly<Record<'blake2b' | 'blake2s', Limits>> = {
  blake2b: { digest: 64, key: 64, salt: 16, person: 16, block: 128 },
  blake2s: { digest: 32, key: 32, salt: 8, person: 8, block: 64 },
};

const optional = (data: Py): Uint8Array => (data === undefined ? new Uint8Array(0) : new Uint8Array(bufferOf(data)));

function ranged(value: Py, fallback: number, low: number, high: number, message: string): number {
  const n = value === undefined ? fallback : asSize(value);
  if (n < low || n > high) throw ValueError(message);
  return n;
}

const NODES_NAMES = { blake2b: 'blake2b512', blake2s: 'blake2s256' } as const;

/** Node's crypto takes no parameters, and gives the longest digest only. */
function hashing(name: 'blake2b' | 'blake2s', p: Blake2Parameters): Hashing {
  const isPlain =
    p.digestSize === LIMITS[name].digest &&
    p.key.length + p.salt.length + p.person.length === 0 &&
    p.fanout === 1 &&
    p.depth === 1 &&
    p.leafSize === 0 &&
    p.nodeOffset === 0n &&
    p.nodeDepth === 0 &&
    p.innerSize === 0 &&
    !p.lastNode;
  return isPlain ? new KeptHash(NODES_NAMES[name], false) : new Blake2(name, p);
}

function declare(name: 'blake2b' | 'blake2s', js: typeof PyBlake2): PyType {
  const limits = LIMITS[name];
  const make = (
    cls: PyType,
    data: Py,
    digestSize: Py,
    key: Py,
    salt: Py,
    person: Py,
    fanout: Py,
    depth: Py,
    leafSize: Py,
    nodeOffset: Py,
    nodeDepth: Py,
    innerSize: Py,
    lastNode: Py,
  ): Py => {
    const parts = { key: optional(key), salt: optional(salt), person: optional(person) };
    const size = ranged(
      digestSize,
      limits.digest,
      1,
      limits.digest,
      `digest_size must be between 1 and ${limits.digest} bytes`,
    );
    for (const part of ['salt', 'person', 'key'] as const)
      if (parts[part].length > limits[part]) throw ValueError(`maximum ${part} length is ${limits[part]} bytes`);
    const offset = nodeOffset === undefined ? 0n : BigInt(asIndex(nodeOffset));
    if (offset < 0n) throw ValueError('value must be positive');
    if (offset >= 1n << (name === 'blake2b' ? 64n : 48n)) throw OverflowError('node_offset is too large');
    const hash = hashing(name, {
      digestSize: size,
      ...parts,
      fanout: ranged(fanout, 1, 0, 255, 'fanout must be between 0 and 255'),
      depth: ranged(depth, 1, 1, 255, 'depth must be between 1 and 255'),
      leafSize: leafSizeArg(leafSize),
      nodeOffset: offset,
      nodeDepth: ranged(nodeDepth, 0, 0, 255, 'node_depth must be between 0 and 255'),
      innerSize: ranged(innerSize, 0, 0, limits.digest, `inner_size must be between 0 and is ${limits.digest}`),
      lastNode: lastNode !== undefined && truthy(lastNode),
    });
    if (data !== undefined) hash.update(hashable(data));
    return new cls.ctor(hash, size);
  };
  return declareType({
    name,
    module: '_blake2',
    js,
    signature:
      "(data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)",
    make,
    members: () => ({
      update: method('(data, /)', (self: PyBlake2, data: Py) => {
        self.hash.update(hashable(data));
        return null;
      }),
      copy: method('()', (self: PyBlake2) => new (self.c$.ctor as typeof PyBlake2)(self.hash.copy(), self.digestSize)),
      digest: method('()', (self: PyBlake2) => bytesResult(self.hash.bytes())),
      hexdigest: method('()', (self: PyBlake2) => toHex(self.hash.bytes())),
      name: getter(() => name),
      block_size: limits.block,
      digest_size: getter((self: PyBlake2) => self.digestSize),
      MAX_DIGEST_SIZE: limits.digest,
      MAX_KEY_SIZE: limits.key,
      SALT_SIZE: limits.salt,
      PERSON_SIZE: limits.person,
    }),
  });
}

const blake2b = declare('blake2b', PyBlake2b);
const blake2s = declare('blake2s', PyBlake2s);

function leafSizeArg(o: Py): number {
  const size = o === undefined ? 0 : asSize(o);
  if (size < 0) throw ValueError('value must be positive');
  if (size > 0xffffffff) throw OverflowError('leaf_size is too large');
  return size;
}

export default (): Record<string, Py> => ({ blake2b, blake2s });
