/**
 * The `_socket` module: sockets of the kernel, and names on the network.
 *
 * Covers TCP, UDP, and Unix sockets; descriptors and Unix datagrams travel within the program. Missing: raw and packet sockets.
 * Spec: https://docs.python.org/3/library/socket.html
 */

import { int } from './socket/int.js';
import { isIP } from 'node:net';
import * as os from 'node:os';
import { closeDescriptor, fileAt, install } from '../io/descriptors.js';
import { fail } from '../io/openFile.js';
import { createSocketPair } from '../io/pipeFile.js';
import { AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_STREAM, SocketFile } from '../io/socketFile.js';
import { bytesResult } from '../io/values.js';
import { bufferOf } from '../object/buffer.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { OSError, OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';
import { host } from '../process/host.js';
import { blocking } from './_thread.js';
import { addressInfo, lookUp, nameText, serviceName, servicePort } from './socket/addresses.js';
import { itemBytes, itemSpace } from './socket/ancillary.js';
import { socketConstants } from './socket/constants.js';
import { onSocket, socketErrors } from './socket/errors.js';
import { MAX_KIND, type PySocket, SOCK_FLAGS, socketType, timeoutArg } from './socket/socketType.js';
import { defaultTimeout } from './socket/timeouts.js';

const optional = (o: Py): number => (o === undefined || o === null ? 0 : int(o));
const plain = (text: string) => (rt.dialect === 2 ? call(socketErrors().error, [text]) : OSError(text));

function hostArg(o: Py): string {
  const name = nameText(o);
  if (name === undefined) throw TypeError(`str, bytes or bytearray expected, not ${typeOf(o).name}`);
  return name;
}

function firstAddress(o: Py): string {
  const name = hostArg(o);
  if (name === '') return '0.0.0.0';
  return isIP(name) === 4 ? name : lookUp(name, AF_INET)[0]!.address;
}

function getaddrinfo(name: Py, port: Py, family: Py, type: Py, proto: Py, flags: Py): PyList {
  const host_ = name === null ? null : hostArg(name);
  return new PyList(addressInfo(host_, port, optional(family), optional(type), optional(proto), optional(flags)));
}

function gethostbyaddr(name: Py): PyTuple {
  const address = firstAddress(name);
  const shown = address === '127.0.0.1' ? 'localhost' : address;
  return new PyTuple([shown, new PyList([]), new PyList([address])]);
}

function getnameinfo(sockaddr: Py, flags: Py): PyTuple {
  if (!(sockaddr instanceof PyTuple)) throw TypeError('getnameinfo() argument 1 must be a tuple');
  const [name, port] = sockaddr.items;
  const bits = int(flags);
  const shown = (bits & 1) === 0 && (name === '127.0.0.1' || name === '::1') ? 'localhost' : name;
  const service = (bits & 2) !== 0 ? undefined : serviceName(int(port), (bits & 16) !== 0 ? 'udp' : 'tcp');
  return new PyTuple([shown, service ?? String(int(port))]);
}

function getservbyname(name: Py, protocol: Py): number {
  const port = servicePort(hostArg(name), protocol === undefined ? null : hostArg(protocol));
  if (port === undefined) throw plain('service/proto not found');
  return port;
}

function getservbyport(port: Py, protocol: Py): string {
  const number = int(port);
  if (number < 0 || number > 65535) throw OverflowError('getservbyport: port must be 0-65535.');
  const name = serviceName(number, protocol === undefined ? null : hostArg(protocol));
  if (name === undefined) throw plain('port/proto not found');
  return name;
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  ip: 0,
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  ipv6: 41,
  'ipv6-icmp': 58,
};

function getprotobyname(name: Py): number {
  const number = PROTOCOLS[hostArg(name)];
  if (number === undefined) throw plain('protocol not found');
  return number;
}

// ---------------------------------------------------------------- numbers and texts of addresses

const swapped16 = (n: number): number => ((n & 0xff) << 8) | ((n >> 8) & 0xff);
const swapped32 = (n: number): number => ((n << 24) | ((n & 0xff00) << 8) | ((n >> 8) & 0xff00) | (n >>> 24)) >>> 0;

function swap(name: string, bits: 16 | 32) {
  return fn('(integer, /)', (o: Py) => {
    const n = asIndex(o);
    const limit = bits === 16 ? 0xffff : 0xffffffff;
    if (n < 0)
      throw OverflowError(
        bits === 16
          ? `${name}: can't convert negative Python int to C 16-bit unsigned integer`
          : "can't convert negative value to unsigned int",
      );
    if (n > limit)
      throw OverflowError(
        bits === 16
          ? `${name}: Python int too large to convert to C 16-bit unsigned integer`
          : 'int larger than 32 bits',
      );
    return bits === 16 ? swapped16(Number(n)) : swapped32(Number(n));
  });
}

const illegal = (what: string) => plain(`illegal IP address string passed to ${what}`);

/** Bytes of an IPv4 address in any of its old forms. */
function parse4(text: string): Uint8Array | null {
  const parts = text.trim().split(/\s/)[0]!.split('.');
  if (parts.length > 4 || !parts.every((p) => /^(0x[0-9a-f]+|\d+)$/i.test(p))) return null;
  const numbers = parts.map((p) => (/^0[0-7]+$/.test(p) ? Number.parseInt(p, 8) : Number(p)));
  const last = numbers.pop()!;
  const free = 4 - numbers.length;
  if (numbers.some((n) => n > 255) || last >= 256 ** free) return null;
  const rest = Array.from({ length: free }, (_, i) => Math.floor(last / 256 ** (free - 1 - i)) % 256);
  return Uint8Array.from([...numbers, ...rest]);
}

function parse6(text: string): Uint8Array | null {
  if (isIP(text) !== 6 || text.includes('%')) return null;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  let source = text;
  if (tail !== null) {
    const [a, b, c, d] = tail[2]!.split('.').map(Number) as [number, number, number, number];
    source = `${tail[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  }
  const [before, after] = source.split('::') as [string, string | undefined];
  const words = (part: string) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const [head, rest] = [words(before), after === undefined ? [] : words(after)];
  const all = [...head, ...new Array(8 - head.length - rest.length).fill(0), ...rest];
  return Uint8Array.from(all.flatMap((word) => [word >> 8, word & 255]));
}

function format6(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!);
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && words[i + length] === 0) length++;
    if (length > best.length) best = { start: i, length };
  }
  const hex = (list: number[]) => list.map((word) => word.toString(16)).join(':');
  if (best.start < 0) return hex(words);
  return `${hex(words.slice(0, best.start))}::${hex(words.slice(best.start + best.length))}`;
}

function inetPton(family: Py, text: Py): Py {
  const af = int(family);
  if (af !== AF_INET && af !== AF_INET6) throw plain('unknown address family');
  const given = hostArg(text);
  const bytes = af === AF_INET ? (isIP(given) === 4 ? parse4(given) : null) : parse6(given);
  if (bytes === null) throw illegal('inet_pton');
  return bytesResult(bytes);
}

function inetNtop(family: Py, packed: Py): string {
  const af = int(family);
  const bytes = bufferOf(packed);
  if (af !== AF_INET && af !== AF_INET6) throw ValueError(`unknown address family ${af}`);
  if (bytes.length !== (af === AF_INET ? 4 : 16)) throw ValueError('invalid length of packed IP address string');
  return af === AF_INET ? bytes.join('.') : format6(bytes);
}

// ---------------------------------------------------------------- sockets

function socketpair(family: Py, type: Py, proto: Py): PyTuple {
  const af = family === undefined || family === null ? AF_UNIX : int(family);
  const kind = (type === undefined ? SOCK_STREAM : int(type)) & ~SOCK_FLAGS;
  const pair = onSocket(() => {
    if (af !== AF_UNIX) return fail('EOPNOTSUPP');
    if (kind === SOCK_DGRAM) return SocketFile.pair(host().client, optional(proto));
    if (kind !== SOCK_STREAM) return fail(kind > MAX_KIND ? 'EINVAL' : 'ESOCKTNOSUPPORT');
    return createSocketPair(host().arena);
  });
  return new PyTuple(
    pair.map((file) => {
      const made = new (socketType.ctor as typeof PySocket)();
      return Object.assign(made, {
        fd: install(file),
        family: af,
        kind,
        proto: optional(proto),
        timeoutMs: defaultTimeout().ms,
      });
    }),
  );
}

function lengthArg(o: Py, what: string): number {
  const length = asIndex(o);
  if (length < 0 || length > 0x7fffffff) throw OverflowError(`${what}() argument out of range`);
  return Number(length);
}

function interfaces(): [number, string][] {
  return Object.keys(os.networkInterfaces()).map((name, i) => [i + 1, name]);
}

function sockets(): Record<string, Py> {
  return {
    socket: socketType,
    SocketType: socketType,
    socketpair: fn('(family=AF_UNIX, type=SOCK_STREAM, proto=0, /)', socketpair),
    close: fn('(fd, /)', (fd: Py) => {
      onSocket(() => closeDescriptor(int(fd)));
      return null;
    }),
    dup: fn('(fd, /)', (fd: Py) => onSocket(() => install(fileAt(int(fd))))),
    getdefaulttimeout: fn('()', () =>
      defaultTimeout().ms === Infinity ? null : new PyFloat(defaultTimeout().ms / 1000),
    ),
    setdefaulttimeout: fn('(timeout, /)', (timeout: Py) => {
      defaultTimeout().ms = timeoutArg(timeout);
      return null;
    }),
    CMSG_LEN: fn('(length, /)', (length: Py) => itemBytes(lengthArg(length, 'CMSG_LEN'))),
    CMSG_SPACE: fn('(length, /)', (length: Py) => itemSpace(lengthArg(length, 'CMSG_SPACE'))),
  };
}

function names(): Record<string, Py> {
  return {
    getaddrinfo: blocking(fn('(host, port, family=0, type=0, proto=0, flags=0)', getaddrinfo)),
    gethostbyname: blocking(fn('(host, /)', firstAddress)),
    gethostbyname_ex: fn('(host, /)', (name: Py) => {
      const found =
        isIP(hostArg(name)) === 4 ? [hostArg(name)] : lookUp(hostArg(name), AF_INET).map((each) => each.address);
      return new PyTuple([hostArg(name), new PyList([]), new PyList([...new Set(found)])]);
    }),
    gethostbyaddr: fn('(host, /)', gethostbyaddr),
    gethostname: fn('()', () => os.hostname()),
    getnameinfo: fn('(sockaddr, flags, /)', getnameinfo),
    getservbyname: fn('(servicename, protocolname=None, /)', getservbyname),
    getservbyport: fn('(port, protocolname=None, /)', getservbyport),
    getprotobyname: fn('(name, /)', getprotobyname),
    if_nameindex: fn('()', () => new PyList(interfaces().map((each) => new PyTuple(each)))),
    if_nametoindex: fn(
      '(name, /)',
      (name: Py) => interfaces().find(([, n]) => n === hostArg(name))?.[0] ?? noInterface('name'),
    ),
    if_indextoname: fn(
      '(index, /)',
      (index: Py) => interfaces().find(([i]) => i === int(index))?.[1] ?? noInterface('index'),
    ),
  };
}

function noInterface(what: string): never {
  throw plain(`no interface with this ${what}`);
}

function conversions(): Record<string, Py> {
  return {
    ntohs: swap('ntohs', 16),
    htons: swap('htons', 16),
    ntohl: swap('ntohl', 32),
    htonl: swap('htonl', 32),
    inet_aton: fn('(ip_addr, /)', (text: Py) => {
      const bytes = parse4(hostArg(text));
      if (bytes === null) throw illegal('inet_aton');
      return bytesResult(bytes);
    }),
    inet_ntoa: fn('(packed_ip, /)', (packed: Py) => {
      const bytes = bufferOf(packed);
      if (bytes.length !== 4) throw plain('packed IP wrong length for inet_ntoa');
      return bytes.join('.');
    }),
    inet_pton: fn('(address_family, ip_string, /)', inetPton),
    inet_ntop: fn('(address_family, packed_ip, /)', inetNtop),
  };
}

export default (): Record<string, Py> => ({
  ...socketConstants(),
  ...socketErrors(),
  has_ipv6: true,
  ...sockets(),
  ...names(),
  ...conversions(),
});
