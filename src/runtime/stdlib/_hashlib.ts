/**
 * `_hashlib`: the hashes of `hashlib` and `hmac`, on Node's crypto.
 * Spec: https://docs.python.org/3/library/hashlib.html
 */
import { nameValue } from '../builtins/ascii2.js';
import { loadDotted } from '../import/importFunction.js';
import { getAttr } from '../object/attributes.js';
import { PyTuple, PyUnicode } from '../object/values.js';
import { createHmac, getHashes, pbkdf2Sync, scryptSync, timingSafeEqual } from 'node:crypto';
import { address } from '../builtins/object.js';
import { bytesResult } from '../io/values.js';
import { bufferOf, bufferOrUndefined, fromLatin1 } from '../object/buffer.js';
import { moduleState, rt } from '../object/context.js';
import { OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { asSize, strValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { PyFrozenSet } from '../object/table.js';
import { typeOf } from '../object/typeof.js';
import { declareType } from './moduleTypes.js';
import { errorType } from './errorType.js';
import { KeptHash } from './hashlib/kept.js';

interface Algorithm {
  /** Node's name. */
  readonly node: string;
  readonly blockSize: number;
  readonly digestSize: number;
}

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  md5: { node: 'md5', blockSize: 64, digestSize: 16 },
  sha1: { node: 'sha1', blockSize: 64, digestSize: 20 },
  sha224: { node: 'sha224', blockSize: 64, digestSize: 28 },
  sha256: { node: 'sha256', blockSize: 64, digestSize: 32 },
  sha384: { node: 'sha384', blockSize: 128, digestSize: 48 },
  sha512: { node: 'sha512', blockSize: 128, digestSize: 64 },
  sha512_224: { node: 'sha512-224', blockSize: 128, digestSize: 28 },
  sha512_256: { node: 'sha512-256', blockSize: 128, digestSize: 32 },
  sha3_224: { node: 'sha3-224', blockSize: 144, digestSize: 28 },
  sha3_256: { node: 'sha3-256', blockSize: 136, digestSize: 32 },
  sha3_384: { node: 'sha3-384', blockSize: 104, digestSize: 48 },
  sha3_512: { node: 'sha3-512', blockSize: 72, digestSize: 64 },
  shake_128: { node: 'shake128', blockSize: 168, digestSize: 0 },
  shake_256: { node: 'shake256', blockSize: 136, digestSize: 0 },
  ripemd160: { node: 'ripemd160', blockSize: 64, digestSize: 20 },
  'md5-sha1': { node: 'md5-sha1', blockSize: 64, digestSize: 36 },
  sm3: { node: 'sm3', blockSize: 64, digestSize: 32 },
};

/** Those that this Node has. */
const known = (): readonly string[] =>
  moduleState('hash algorithms', () => {
    const node = new Set(getHashes().map((name) => name.toLowerCase()));
    return Object.keys(ALGORITHMS).filter((name) => node.has(ALGORITHMS[name]!.node));
  });
const isXof = (name: string): boolean => name.startsWith('shake');

/** Bytes to hash, in the words of CPython's errors. */
export function hashable(data: Py): Uint8Array {
  if (strValue(data) !== undefined && rt.dialect === 3) throw TypeError('Strings must be encoded before hashing');
  const bytes = data instanceof PyUnicode ? bufferOf(data) : bufferOrUndefined(data);
  if (bytes === undefined)
    throw TypeError(
      rt.dialect === 2
        ? `must be string or buffer, not ${typeOf(data).name}`
        : 'object supporting the buffer API required',
    );
  return bytes;
}

export class PyHash extends PyObject {
  constructor(
    readonly name: string,
    readonly hash: KeptHash,
  ) {
    super();
  }

  /** How a forked child makes its own, as long as it is known what of: Node does not tell what it has made of longer texts. */
  fork$(): readonly Py[] | undefined {
    const given = this.hash.given();
    if (given === null) return undefined;
    const args = new PyTuple([this.name, bytesResult(new Uint8Array(given))]);
    return [getAttr(loadDotted('_hashlib'), 'new'), args, null, null, null, null];
  }
}
class PyXof extends PyHash {}

const common = () => ({
  update: method('(obj, /)', (self: PyHash, data: Py) => {
    self.hash.update(hashable(data));
    return null;
  }),
  copy: method('()', (self: PyHash) => new (self.c$.ctor as typeof PyHash)(self.name, self.hash.copy())),
  name: getter((self: PyHash) => self.name),
  block_size: getter((self: PyHash) => ALGORITHMS[self.name]!.blockSize),
  digest_size: getter((self: PyHash) => ALGORITHMS[self.name]!.digestSize),
  ...(rt.dialect === 2 ? { digestsize: getter((self: PyHash) => ALGORITHMS[self.name]!.digestSize) } : {}),
  __repr__: method('()', (self: PyHash) =>
    rt.dialect === 2
      ? `<${self.name} HASH object @ ${address(self)}>`
      : `<${self.name} ${typeOf(self).name} object @ ${address(self)}>`,
  ),
});

const hashType = declareType({
  name: 'HASH',
  module: '_hashlib',
  js: PyHash,
  subclassable: false,
  members: () => ({
    ...common(),
    digest: method('()', (self: PyHash) => bytesResult(self.hash.bytes())),
    hexdigest: method('()', (self: PyHash) => self.hash.text('hex')),
  }),
});

function xofLength(length: Py): number {
  const n = asSize(length);
  if (n < 0) throw ValueError('value must be positive');
  if (n >= 2 ** 29) throw OverflowError('length is too large');
  return n;
}

const xofType = declareType({
  name: 'HASHXOF',
  module: '_hashlib',
  js: PyXof,
  base: hashType,
  subclassable: false,
  members: () => ({
    digest: method('(length)', (self: PyHash, length: Py) =>
      bytesResult(new Uint8Array(self.hash.digest(xofLength(length)))),
    ),
    hexdigest: method('(length)', (self: PyHash, length: Py) => self.hash.digest(xofLength(length)).toString('hex')),
  }),
});

export function newHash(name: string, data: Py): Py {
  const hash = new KeptHash(ALGORITHMS[name]!.node, isXof(name));
  if (data !== undefined) hash.update(hashable(data));
  return isXof(name) ? new PyXof(name, hash) : new PyHash(name, hash);
}

const unsupported = () => errorType('_hashlib.UnsupportedDigestmodError', ValueError);

/** The canonical name of a digest: 'SHA256', 'sha3-256' and so on, or one of the constructors here. */
function digestName(digest: Py): string {
  const text =
    strValue(digest) ??
    (typeof digest === 'function' && typeof digest.builtin?.name === 'string'
      ? digest.builtin.name.replace(/^openssl_/, '')
      : undefined);
  const name = text?.toLowerCase().replaceAll('-', '_');
  const found = name === undefined ? undefined : known().find((candidate) => candidate.replace('-', '_') === name);
  if (found === undefined) throw unsupported()(`Unsupported digestmod ${text ?? typeOf(digest).name}`);
  return found;
}

function newByName(name: Py, data: Py): Py {
  const text = nameValue(name);
  if (text === undefined) throw TypeError(`new() argument 'name' must be str, not ${typeOf(name).name}`);
  const found = known().find((candidate) => candidate === text.toLowerCase().replace(/^(sha3|shake)-/, '$1_'));
  if (found === undefined)
    throw rt.dialect === 2 ? ValueError('unsupported hash type') : ValueError(`unsupported hash type ${text}`);
  return newHash(found, data);
}

class PyHmac extends PyObject {
  parts: Uint8Array[] = [];
  constructor(
    readonly digestName: string,
    readonly key: Uint8Array,
  ) {
    super();
  }
  digest(): Buffer {
    const mac = createHmac(ALGORITHMS[this.digestName]!.node, this.key);
    for (const part of this.parts) mac.update(part);
    return mac.digest();
  }
}

const hmacType = declareType({
  name: 'HMAC',
  module: '_hashlib',
  js: PyHmac,
  subclassable: false,
  members: () => ({
    update: method('(msg)', (self: PyHmac, message: Py) => {
      self.parts.push(new Uint8Array(hashable(message)));
      return null;
    }),
    digest: method('()', (self: PyHmac) => bytesResult(new Uint8Array(self.digest()))),
    hexdigest: method('()', (self: PyHmac) => self.digest().toString('hex')),
    copy: method('()', (self: PyHmac) =>
      Object.assign(new PyHmac(self.digestName, self.key), { parts: [...self.parts] }),
    ),
    digest_size: getter((self: PyHmac) => ALGORITHMS[self.digestName]!.digestSize),
    block_size: getter((self: PyHmac) => ALGORITHMS[self.digestName]!.blockSize),
    name: getter((self: PyHmac) => `hmac-${self.digestName}`),
    __repr__: method('()', (self: PyHmac) => `<${self.digestName} HMAC object @ ${address(self)}>`),
  }),
});

function newHmac(key: Py, message: Py, digest: Py): Py {
  if (digest === undefined || digest === null) throw TypeError("Missing required parameter 'digestmod'.");
  const mac = new PyHmac(digestName(digest), new Uint8Array(bufferOf(key)));
  if (message !== undefined && message !== null) mac.parts.push(new Uint8Array(hashable(message)));
  return mac;
}

/** Compares without telling by its time where the difference is. */
export function compareDigest(a: Py, b: Py): boolean {
  const textA = rt.dialect === 3 ? strValue(a) : undefined;
  const textB = rt.dialect === 3 ? strValue(b) : undefined;
  if (textA !== undefined && textB !== undefined) {
    if (/[^\0-\x7f]/.test(textA + textB))
      throw TypeError('comparing strings with non-ASCII characters is not supported');
    return sameBytes(fromLatin1(textA), fromLatin1(textB));
  }
  const [x, y] = [bufferOrUndefined(a), bufferOrUndefined(b)];
  if (x === undefined || y === undefined)
    throw TypeError(
      `unsupported operand types(s) or combination of types: '${typeOf(a).name}' and '${typeOf(b).name}'`,
    );
  return sameBytes(x, y);
}
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

function pbkdf2(name: Py, password: Py, salt: Py, iterations: Py, length: Py): Py {
  if (strValue(name) === undefined) {
    const kind = name === null ? 'None' : typeOf(name).name;
    throw TypeError(`pbkdf2_hmac() argument 'hash_name' must be str, not ${kind}`);
  }
  const digest = ALGORITHMS[digestNameOrValueError(name)]!;
  const n = asSize(iterations);
  if (n < 1) throw ValueError('iteration value must be greater than 0.');
  const size = length === undefined || length === null ? digest.digestSize : asSize(length);
  if (size < 1) throw ValueError('key length must be greater than 0.');
  return bytesResult(new Uint8Array(pbkdf2Sync(bufferOf(password), bufferOf(salt), n, size, digest.node)));
}

function digestNameOrValueError(name: Py): string {
  try {
    return digestName(name);
  } catch {
    throw unsupported()(`unsupported hash type ${strValue(name)}`);
  }
}

function scrypt(password: Py, salt: Py, n: Py, r: Py, p: Py, maxmem: Py, dklen: Py): Py {
  for (const [name, value] of Object.entries({ salt, n, r, p }))
    if (value === undefined || value === null)
      throw TypeError(`${name} is required${name === 'salt' ? '' : ' and must be an unsigned int'}`);
  const [N, rr, pp] = [asSize(n), asSize(r), asSize(p)];
  if (N < 2 || (N & (N - 1)) !== 0) throw ValueError('n must be a power of 2.');
  const limit = maxmem === undefined ? 0 : asSize(maxmem);
  try {
    return bytesResult(
      new Uint8Array(
        scryptSync(bufferOf(password), bufferOf(salt), dklen === undefined ? 64 : asSize(dklen), {
          N,
          r: rr,
          p: pp,
          maxmem: limit === 0 ? 32 * 1024 * 1024 : limit,
        }),
      ),
    );
  } catch {
    throw ValueError('Invalid parameter combination for n, r, p, maxmem.');
  }
}

export default function _hashlib(): Record<string, Py> {
  const names = known();
  const constructors = names.filter((name) => /^(md5|sha\d+|sha3_\d+|shake_\d+)$/.test(name));
  return {
    HASH: hashType,
    HASHXOF: xofType,
    HMAC: hmacType,
    UnsupportedDigestmodError: unsupported().type,
    new: fn("(name, string=b'', *, usedforsecurity=True)", newByName),
    openssl_md_meth_names: names.reduce((set, name) => (set.set(name, true), set), new PyFrozenSet()),
    ...Object.fromEntries(
      constructors.map((name) => [
        `openssl_${name}`,
        fn("(string=b'', *, usedforsecurity=True)", (data: Py) => newHash(name, data)),
      ]),
    ),
    hmac_new: fn("(key, msg=b'', digestmod=None)", newHmac),
    hmac_digest: fn('(key, msg, digest)', (key: Py, message: Py, digest: Py) =>
      bytesResult(new Uint8Array((newHmac(key, message, digest) as PyHmac).digest())),
    ),
    compare_digest: fn('(a, b, /)', compareDigest),
    pbkdf2_hmac: fn('(hash_name, password, salt, iterations, dklen=None)', pbkdf2),
    scrypt: fn('(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)', scrypt),
    get_fips_mode: fn('()', () => 0),
  };
}
