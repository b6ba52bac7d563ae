/**
 * Requests to a server within the program, and its replies: records of the arena.
 *
 * A process sends them all into one ring of the server and has a ring of its own for the replies. The ring of the server is also where
 * connections of `Client` come in; a mark that no encoded value begins with tells them apart.
 */
import { type Arena, putRecord } from '../../../mp/index.js';
import { bufferOf } from '../../../object/buffer.js';
import type { Py } from '../../../object/object.js';
import { PyBytes } from '../../../object/values.js';
import type { PyConnection } from '../connection.js';
import { readRecord, writeMessage } from '../wire.js';

const Mark = { hello: 0xf0, request: 0xf1, wake: 0xf2 } as const;

/** As a request without an object: a client closes its connection. */
export const LEAVING = '#LEAVING';

/** What a server answers: kind and value, as CPython's do. */
export type Reply = readonly [kind: string, value: Py];

/** A call of a method of a shared object, or of the server's own where the ident is None. */
export interface Request {
  readonly ident: Py;
  readonly method: Py;
  readonly args: Py;
  readonly kwds: Py;
}

export type Incoming =
  /** Somebody who wants replies there. */
  | { readonly kind: 'hello'; readonly writer: PyConnection; readonly authkey: Py; readonly name: Py }
  | { readonly kind: 'request'; readonly link: number; readonly number: number; readonly request: Request }
  | { readonly kind: 'broken'; readonly link: number; readonly number: number; readonly error: unknown }
  | { readonly kind: 'connection'; readonly connection: PyConnection }
  | { readonly kind: 'wake' };

export const encodeHello = (writer: PyConnection, authkey: Py, name: Py) =>
  writeMessage((encoder) => {
    encoder.out.u8(Mark.hello);
    encoder.value(writer);
    // Only the bytes: the key object itself refuses to travel.
    encoder.value(new PyBytes(Uint8Array.from(bufferOf(authkey))));
    encoder.value(name);
  });

export const encodeRequest = (link: number, number: number, { ident, method, args, kwds }: Request) =>
  writeMessage((encoder) => {
    const { out } = encoder;
    out.u8(Mark.request);
    out.i32(link);
    out.i32(number);
    encoder.value(ident);
    encoder.value(method);
    encoder.value(args);
    encoder.value(kwds);
  });

/** Makes a server look at what has happened. */
export function putWake(arena: Arena, ring: number): void {
  putRecord(arena, ring, Uint8Array.of(Mark.wake));
}

/** The record that was taken last. */
export function readIncoming(arena: Arena): Incoming {
  return readRecord(arena, (decoder): Incoming => {
    const { input } = decoder;
    const mark = input.bytes[0]!;
    if (mark < Mark.hello) return { kind: 'connection', connection: decoder.value() };
    input.u8();
    switch (mark) {
      case Mark.wake:
        return { kind: 'wake' };
      case Mark.hello:
        return { kind: 'hello', writer: decoder.value(), authkey: decoder.value(), name: decoder.value() };
      case Mark.request: {
        const link = input.i32();
        const number = input.i32();
        try {
          const request = {
            ident: decoder.value(),
            method: decoder.value(),
            args: decoder.value(),
            kwds: decoder.value(),
          };
          return { kind: 'request', link, number, request };
        } catch (error) {
          return { kind: 'broken', link, number, error };
        }
      }
      default:
        throw new Error(`pymp: a message that begins with ${mark}`);
    }
  });
}

export const encodeReply = (number: number, [kind, value]: Reply) =>
  writeMessage((encoder) => {
    encoder.out.i32(number);
    encoder.value(kind);
    encoder.value(value);
  });

/** The reply that was taken last, or undefined if it is not the one to that request but to an earlier one that nobody waited for. */
export function readReply(arena: Arena, number: number): Reply | undefined {
  return readRecord(arena, (decoder) =>
    decoder.input.i32() === number ? ([decoder.value(), decoder.value()] as const) : undefined,
  );
}
