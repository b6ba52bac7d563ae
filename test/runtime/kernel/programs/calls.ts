/** Processes that call the kernel: standard input, programs, sockets. */
import { hrtime } from 'node:process';
import type { KernelError } from '../../../../src/runtime/kernel/errors.js';
import { exitCodeOf, waitEnded } from '../../../../src/runtime/mp/index.js';
import { join, type Program, print, start } from '../program.js';

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString());

export const callMany: Program = (client, rounds: number) => {
  const before = hrtime.bigint();
  for (let i = 0; i < rounds; i++) client.call('findProcess', 1);
  print(`call: ${Number(hrtime.bigint() - before) / 1e3 / rounds} µs`);
  return 0;
};

/** Copies the standard input. */
export const cat: Program = (client) => {
  for (;;) {
    const bytes = client.call('readStdin', 10, -1)!;
    if (bytes.length === 0) return 0;
    print(JSON.stringify(text(bytes)));
  }
};

export const readWithTimeout: Program = (client) => {
  print(client.call('readStdin', 10, 20));
  return 0;
};

const program = (file: string, args: string[], stdio: ('pipe' | 'inherit' | 'ignore')[]) => ({
  file,
  args: [file, ...args],
  cwd: null,
  env: null,
  stdio,
  newSession: false,
  replaces: false,
  uid: null,
  gid: null,
  umask: null,
  ignored: [],
});

export const runPrograms: Program = (client) => {
  const { arena } = client;
  const cat = client.call('spawn', program('cat', [], ['pipe', 'pipe', 'inherit']));
  client.call('writeStream', cat.streams[0]!, Buffer.from('through a pipe'));
  print(text(client.call('readStream', cat.streams[1]!, 100, -1)));
  print(client.call('readStream', cat.streams[1]!, 100, 10), exitCodeOf(arena, cat.entry));
  client.call('closeStream', cat.streams[0]!);
  print(text(client.call('readStream', cat.streams[1]!, 100, -1))!.length, waitEnded(arena, cat.entry));
  const shell = client.call(
    'spawn',
    program('sh', ['-c', 'echo from the shell; exit 3'], ['ignore', 'inherit', 'inherit']),
  );
  waitEnded(arena, shell.entry);
  print(exitCodeOf(arena, shell.entry));
  const sleeper = client.call('spawn', program('sleep', ['100'], ['ignore', 'inherit', 'inherit']));
  client.call('kill', sleeper.pid, 15);
  waitEnded(arena, sleeper.entry);
  print(exitCodeOf(arena, sleeper.entry));
  try {
    client.call('spawn', program('/no/such/program', [], ['ignore', 'ignore', 'ignore']));
  } catch (error) {
    print((error as KernelError).code, (error as KernelError).errno);
  }
  return 0;
};

export const sockets: Program = (client, family: 'inet' | 'unix', path: string) => {
  const listener = client.call('socketOpen', family, 'stream', { reuseAddress: true, onlyIpv6: false });
  client.call('socketBind', listener, family === 'unix' ? { path } : { host: '127.0.0.1', port: 0 });
  client.call('socketListen', listener);
  print(client.call('socketAccept', listener, 0));
  const child = start(client, 'connectAndAsk', family, client.call('socketName', listener));
  const connection = client.call('socketAccept', listener, -1)!;
  print(text(client.call('socketReceive', connection.socket, 100, -1)!.bytes));
  client.call('socketSend', connection.socket, Buffer.from('answer'), null, -1);
  print(client.call('socketReceive', connection.socket, 100, -1)!.bytes.length);
  client.call('socketClose', connection.socket);
  client.call('socketClose', listener);
  print(join(client, [child]));
  return refused(client.call.bind(client));
};

export const connectAndAsk: Program = (client, family: 'inet' | 'unix', address: { host: string; port: number }) => {
  const socket = client.call('socketOpen', family, 'stream', { reuseAddress: false, onlyIpv6: false });
  client.call('socketConnect', socket, address);
  client.call('socketSend', socket, Buffer.from('question'), null, -1);
  client.call('socketShutdown', socket, 'write');
  const answer = text(client.call('socketReceive', socket, 100, -1)!.bytes);
  client.call('socketSelect', [socket], [], -1);
  return answer === 'answer' && client.call('socketReceive', socket, 100, -1)!.bytes.length === 0 ? 0 : 1;
};

function refused(call: any): number {
  const socket = call('socketOpen', 'inet', 'stream', { reuseAddress: false, onlyIpv6: false });
  try {
    call('socketConnect', socket, { host: '127.0.0.1', port: 1 });
  } catch (error) {
    print((error as KernelError).code);
  }
  try {
    call('socketReceive', 12345, 1, 0);
  } catch (error) {
    print((error as KernelError).code);
  }
  return 0;
}

export const datagrams: Program = (client) => {
  const a = client.call('socketOpen', 'inet', 'dgram', { reuseAddress: false, onlyIpv6: false });
  const b = client.call('socketOpen', 'inet', 'dgram', { reuseAddress: false, onlyIpv6: false });
  client.call('socketBind', a, { host: '127.0.0.1', port: 0 });
  const address = client.call('socketName', a);
  print(client.call('socketReceive', a, 100, 5));
  client.call('socketSend', b, Buffer.from('packet'), address, -1);
  const { bytes, from } = client.call('socketReceive', a, 100, -1)!;
  print(text(bytes), from !== null);
  return 0;
};

/** A listener that a forked child accepts from. */
export const preFork: Program = (client) => {
  const listener = client.call('socketOpen', 'inet', 'stream', { reuseAddress: true, onlyIpv6: false });
  client.call('socketBind', listener, { host: '127.0.0.1', port: 0 });
  client.call('socketListen', listener);
  const child = start(client, 'acceptOne', listener);
  const socket = client.call('socketOpen', 'inet', 'stream', { reuseAddress: false, onlyIpv6: false });
  client.call('socketConnect', socket, client.call('socketName', listener));
  client.call('socketClose', listener);
  print(text(client.call('socketReceive', socket, 100, -1)!.bytes));
  return join(client, [child])[0]!;
};

export const acceptOne: Program = (client, listener: number) => {
  const { socket } = client.call('socketAccept', listener, -1)!;
  client.call('socketSend', socket, Buffer.from('from the child'), null, -1);
  return 0;
};
