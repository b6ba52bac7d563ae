/** Clients of a listener or manager that mean no good, without the key. */
import { connect } from 'node:net';

function frame(length, bytes = '') {
  const header = Buffer.alloc(4);
  header.writeInt32BE(length);
  return Buffer.concat([header, Buffer.from(bytes)]);
}

/** What each sends; the one that sends nothing stays. */
export const INTRUDERS = {
  'says nothing': [],
  garbage: [Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))],
  'a truncated message': [frame(100, 'too short')],
  'an oversized message': [frame(0x7fffffff, 'x'.repeat(65536))],
  'a length of 64 bits': [frame(-1, `\x7f${'\xff'.repeat(7)}`)],
  'a wrong answer': [frame(48, `{sha256}${'x'.repeat(40)}`)],
  'a bare header': [frame(0)],
};

/** Connects and sends. Gives the socket, which is open still if nothing was to be sent. */
export function intrude(port, pieces) {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
      if (pieces.length === 0) resolve(socket);
      else setTimeout(() => socket.end(() => resolve(socket)), 100);
    });
    socket.on('error', () => resolve(socket));
    socket.resume();
  });
}
