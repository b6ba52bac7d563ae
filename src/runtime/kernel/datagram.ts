/** A datagram that has come. */
import type { SocketAddress } from './addresses.js';

/** What travels beside bytes (descriptors), as processes describe it to each other; the kernel only carries it. */
export type Attached = string;

export interface Datagram {
  readonly bytes: Uint8Array;
  readonly from: SocketAddress | null;
  /** There was more of it than was asked for. */
  readonly isCut?: boolean;
  readonly attached?: Attached | null;
}
