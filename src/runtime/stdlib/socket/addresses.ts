/** Addresses of sockets between Python's form and the kernel's, and the look-up of names. */

import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { awaitCall } from '../../io/kernelCall.js';
import { AF_INET, AF_INET6, AF_UNIX, SOCK_DGRAM, SOCK_STREAM } from '../../io/socketFile.js';
import { bytesResult } from '../../io/values.js';
import { isPath, type SocketAddress } from '../../kernel/addresses.js';
import { bufferOrUndefined } from '../../object/buffer.js';
import { moduleState, rt } from '../../object/context.js';
import { OSError, OverflowError, TypeError } from '../../object/errors.js';
import { asIndex, intValue, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyTuple, PyUnicode } from '../../object/values.js';
import { host } from '../../process/host.js';
import { onSocket, resolverError } from './errors.js';

const EAI_NONAME = -2;
const EAI_SERVICE = -8;

/** Text of a host or service name; undefined for anything else. */
export function nameText(o: Py): string | undefined {
  if (o instanceof PyUnicode) return o.value;
  const text = strValue(o);
  if (text !== undefined) return text;
  const bytes = o === null ? undefined : bufferOrUndefined(o);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('latin1');
}

/** An address as a socket of that family takes it; `what` is the method, for messages. Host names are looked up. */
export function addressArg(family: number, address: Py, what: string): SocketAddress {
  if (family === AF_UNIX) return unixAddress(address);
  if (!(address instanceof PyTuple)) {
    throw TypeError(
      rt.dialect === 2
        ? `getsockaddrarg: AF_INET address must be tuple, not ${typeOf(address).name}`
        : `${what}(): AF_INET${family === AF_INET6 ? '6' : ''} address must be tuple, not ${typeOf(address).name}`,
    );
  }
  const { items } = address;
  if (items.length < 2 || items.length > (family === AF_INET6 ? 4 : 2)) {
    if (rt.dialect === 2 && family === AF_INET)
      throw TypeError(`getsockaddrarg() takes exactly 2 arguments (${items.length} given)`);
    if (family === AF_INET) throw TypeError('AF_INET address must be a pair (host, port)');
    throw TypeError(`${what}(): AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])`);
  }
  const name = nameText(items[0]);
  if (name === undefined && rt.dialect === 2)
    throw TypeError(`coercing to Unicode: need string or buffer, ${typeOf(items[0]).name} found`);
  if (name === undefined) throw TypeError(`str, bytes or bytearray expected, not ${typeOf(items[0]).name}`);
  const port = portArg(items[1], what);
  return { host: numericHost(name, family), port };
}

function unixAddress(address: Py): SocketAddress {
  const text = address instanceof PyUnicode ? address.value : strValue(address);
  const path =
    text ??
    (bufferOrUndefined(address) === undefined ? undefined : Buffer.from(bufferOrUndefined(address)!).toString('utf8'));
  if (path === undefined) throw TypeError(`a bytes-like object is required, not '${typeOf(address).name}'`);
  if (Buffer.byteLength(path) > 107) throw onlyText('AF_UNIX path too long');
  const isWhole = path.startsWith('\0') || path === '' || path.startsWith('/');
  return isWhole ? { path } : { path: `${rt.cwd ?? process.cwd()}/${path}`, name: path };
}

const onlyText = (text: string) => OSError(text);

export function portArg(port: Py, what: string): number {
  const value = intValue(port);
  if (value === undefined && rt.dialect === 2)
    throw TypeError(port instanceof PyFloat ? 'integer argument expected, got float' : 'an integer is required');
  if (value === undefined) throw TypeError(`'${typeOf(port).name}' object cannot be interpreted as an integer`);
  if (value < 0 || value > 65535) {
    throw OverflowError(
      rt.dialect === 2 ? 'getsockaddrarg: port must be 0-65535.' : `${what}(): port must be 0-65535.`,
    );
  }
  return Number(value);
}

/** The first address of a host, as numbers; '' is every interface. */
function numericHost(name: string, family: number): string {
  if (name === '') return '';
  if (name === '<broadcast>') return '255.255.255.255';
  if (isIP(name) !== 0) return name;
  const found = lookUp(name, family);
  return found[0]?.address ?? '';
}

/** All addresses of a host. Raises gaierror. */
export function lookUp(name: string, family: number): { address: string; family: number }[] {
  const wanted = family === AF_INET ? 4 : family === AF_INET6 ? 6 : 0;
  const { client } = host();
  return onSocket(() => awaitCall(lookUpKey, () => client.begin('resolveHost', name, wanted)));
}
const lookUpKey = {};

/** The kernel's address as Python sees it. */
export function pyAddress(family: number, address: SocketAddress | null): Py {
  if (address === null) return null;
  if (isPath(address)) {
    return address.path.startsWith('\0')
      ? bytesResult(Buffer.from(address.path, 'latin1'))
      : (address.name ?? address.path);
  }
  const { host: name, port } = address;
  return new PyTuple(family === AF_INET6 ? [name, port, 0, 0] : [name, port]);
}

/** Ports of the services in /etc/services, by `name/protocol`. */
const services = (): ReadonlyMap<string, number> =>
  moduleState('socket services', () => {
    const found = new Map<string, number>();
    let text = '';
    try {
      text = readFileSync('/etc/services', 'latin1');
    } catch {
      text =
        'echo 7/tcp\nftp 21/tcp\nssh 22/tcp\ntelnet 23/tcp\nsmtp 25/tcp\ndomain 53/tcp\ndomain 53/udp\nhttp 80/tcp\npop3 110/tcp\nimap2 143/tcp\nhttps 443/tcp\n';
    }
    for (const line of text.split('\n')) {
      const [name, place, ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
      const match = /^(\d+)\/(\w+)$/.exec(place ?? '');
      if (match === null) continue;
      for (const each of [name!, ...aliases])
        if (!found.has(`${each}/${match[2]}`)) found.set(`${each}/${match[2]}`, Number(match[1]));
    }
    return found;
  });

export function servicePort(name: string, protocol: string | null): number | undefined {
  for (const each of protocol === null ? ['tcp', 'udp'] : [protocol]) {
    const port = services().get(`${name}/${each}`);
    if (port !== undefined) return port;
  }
  return undefined;
}

export function serviceName(port: number, protocol: string | null): string | undefined {
  for (const [key, value] of services()) {
    const [name, each] = key.split('/');
    if (value === port && (protocol === null || each === protocol)) return name;
  }
  return undefined;
}

const AI_PASSIVE = 1;
const AI_NUMERICHOST = 4;

/** What `getaddrinfo` gives, one entry a combination of address and socket type. */
export function addressInfo(
  name: string | null,
  service: Py,
  family: number,
  type: number,
  proto: number,
  flags: number,
): Py[] {
  if (name === null && service === null) throw resolverError(EAI_NONAME);
  const port = servicePortArg(service);
  const kinds = KINDS.filter(([t, p]) => (type === 0 || type === t) && (proto === 0 || t === 3 || p === proto));
  if (kinds.length === 0) throw resolverError(-7);
  const addresses = hostAddresses(name, family, flags);
  const isService = service !== null && intValue(service) === undefined && !/^\d+$/.test(String(nameText(service)));
  return addresses.flatMap(({ address, family: version }) => {
    const af = version === 6 ? AF_INET6 : AF_INET;
    const place = new PyTuple(af === AF_INET6 ? [address, port, 0, 0] : [address, port]);
    const usable = isService ? kinds.filter(([t]) => t !== 3) : kinds;
    return usable.map(([t, p]) => new PyTuple([af, t, t === 3 ? proto : p, '', place]));
  });
}

const KINDS: readonly (readonly [number, number])[] = [
  [SOCK_STREAM, 6],
  [SOCK_DGRAM, 17],
  [3, 0],
];

function servicePortArg(service: Py): number {
  if (service === null) return 0;
  const number = intValue(service);
  if (number !== undefined) return Number(asIndex(service)) & 0xffff;
  const text = nameText(service);
  if (text === undefined) throw onlyText('Int or String expected');
  if (/^\d+$/.test(text)) return Number(text) & 0xffff;
  const port = servicePort(text, null);
  if (port === undefined) throw resolverError(EAI_SERVICE);
  return port;
}

function hostAddresses(name: string | null, family: number, flags: number): { address: string; family: number }[] {
  const wanted = (version: number) => family === 0 || (family === AF_INET6 ? version === 6 : version === 4);
  if (name === null || name === '') {
    const passive = (flags & AI_PASSIVE) !== 0;
    const both = [
      { address: passive ? '0.0.0.0' : '::1', family: passive ? 4 : 6 },
      { address: passive ? '::' : '127.0.0.1', family: passive ? 6 : 4 },
    ];
    return both.filter((each) => wanted(each.family));
  }
  const version = isIP(name.replace(/%.*/, ''));
  if (version !== 0) {
    if (!wanted(version)) throw resolverError(-9);
    return [{ address: name, family: version }];
  }
  if ((flags & AI_NUMERICHOST) !== 0) throw resolverError(EAI_NONAME);
  return lookUp(name, family);
}
