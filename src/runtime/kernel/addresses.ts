/** Addresses of sockets, as the system calls show them. */
import { lookup } from 'node:dns';
import type { AddressInfo } from 'node:net';
import { KernelError } from './errors.js';

export type SocketFamily = 'inet' | 'inet6' | 'unix';

/** Options that a socket has from its beginning. */
export interface OpenOptions {
  /** SO_REUSEADDR; connections are always taken at an address that was in use just now. */
  readonly reuseAddress: boolean;
  /** IPV6_V6ONLY: at `::` it leaves the addresses of IPv4 to others. */
  readonly onlyIpv6: boolean;
}

export interface InternetAddress {
  readonly host: string;
  readonly port: number;
}

export interface PathAddress {
  /** Where the system finds it; begins with NUL if it is no file's. */
  readonly path: string;
  /** As the program has given it, if that is another: what it is shown. */
  readonly name?: string;
}

export type SocketAddress = InternetAddress | PathAddress;

export function isPath(address: SocketAddress): address is PathAddress {
  return 'path' in address;
}

/** What Node says about a socket, as an address of ours. */
export function fromNode(address: AddressInfo | string | { address?: string; port?: number } | null): SocketAddress {
  if (typeof address === 'string') return { path: address };
  return { host: address?.address ?? '0.0.0.0', port: address?.port ?? 0 };
}

/** The address that binds to every interface. */
export function anyHost(family: SocketFamily): string {
  return family === 'inet6' ? '::' : '0.0.0.0';
}

/** All addresses of a host name, in the system's order. Errors: ENOTFOUND. */
export function resolveHost(host: string, family: 0 | 4 | 6): Promise<{ address: string; family: number }[]> {
  return new Promise((resolve, reject) => {
    lookup(host, { all: true, family, verbatim: true }, (error, addresses) => {
      if (error) reject(new KernelError(error.code ?? 'ENOTFOUND', error.message));
      else resolve(addresses);
    });
  });
}
