/**
 * The standard streams.
 *
 * Buffers, encodings and error handlers are those that CPython gives them: a stdout that is no terminal is written in blocks, the
 * error output by lines.
 */
import { type BigIntStats, fstatSync } from 'node:fs';
import { storeOwn } from '../object/attributes.js';
import type { Py } from '../object/object.js';
import { newBuffered } from './bufferedTypes.js';
import { fileAt } from './descriptors.js';
import { file2, type PyFile2 } from './file2.js';
import { PyFileIO } from './fileio.js';
import { host } from './host.js';
import { PyTextIOWrapper } from './textio.js';
import { CHUNK_BYTES } from './textWriter.js';

export interface StdioOptions {
  /** `-u`: nothing is held back. */
  readonly unbuffered: boolean;
}

/** `None` where the program was started without the descriptor. */
export interface Stdio {
  readonly stdin: Py;
  readonly stdout: Py;
  readonly stderr: Py;
}

/** Makes `sys.stdin`, `sys.stdout` and `sys.stderr` of the running process, each when it is first asked for: few processes need all. */
export function makeStdio(dialect: 2 | 3, { unbuffered }: StdioOptions): Stdio {
  if (dialect === 2) {
    return lazily({
      stdin: () => stream2(0, '<stdin>', 'r', unbuffered),
      stdout: () => stream2(1, '<stdout>', 'w', unbuffered),
      stderr: () => stream2(2, '<stderr>', 'w', true),
    });
  }
  return lazily({
    stdin: () => reader('<stdin>', standardCoding()),
    stdout: () => writer(1, '<stdout>', standardCoding(), unbuffered),
    stderr: () => writer(2, '<stderr>', { ...standardCoding(), errors: 'backslashreplace' }, unbuffered),
  });
}

function lazily(make: { readonly [name in keyof Stdio]: () => Py }): Stdio {
  const made: Partial<Record<keyof Stdio, Py>> = {};
  const get = (name: keyof Stdio): Py => {
    if (made[name] === undefined) made[name] = make[name]();
    return made[name];
  };
  return {
    get stdin() {
      return get('stdin');
    },
    get stdout() {
      return get('stdout');
    },
    get stderr() {
      return get('stderr');
    },
  };
}

interface Coding {
  readonly encoding: string;
  readonly errors: string;
}

/** Encoding and error handler of stdin and stdout, by PYTHONIOENCODING and the locale. */
function standardCoding(): Coding {
  const { environ } = host();
  const [encoding = '', errors = ''] = (environ.get('PYTHONIOENCODING') ?? '').split(':');
  const locale = environ.get('LC_ALL') || environ.get('LC_CTYPE') || environ.get('LANG') || 'C';
  const isPlain = /^(C|POSIX|C\.utf-?8|UTF-8)$/i.test(locale);
  const byDefault = isPlain && encoding === '' ? 'surrogateescape' : 'strict';
  return { encoding: encoding === '' ? 'utf-8' : encoding, errors: errors === '' ? byDefault : errors };
}

const MAX_HELD_TEXT = CHUNK_BYTES + (CHUNK_BYTES >> 1);

function rawStream(fd: number, name: string): { raw: PyFileIO; status: BigIntStats } | undefined {
  let status: BigIntStats;
  try {
    status = fstatSync(fd, { bigint: true });
  } catch {
    return undefined;
  }
  const raw = new PyFileIO();
  raw.fd = fd;
  raw.closesFd = false;
  raw.isReadable = fd === 0;
  raw.isWritable = fd !== 0;
  if (status.blksize > 1n) raw.blockSize = Number(status.blksize);
  storeOwn(raw, 'name', name);
  return { raw, status };
}

/** Only a character device can be a terminal. */
const isTerminal = (fd: number, status: BigIntStats): boolean => status.isCharacterDevice() && fileAt(fd).isTerminal();

function reader(name: string, coding: Coding): Py {
  const found = rawStream(0, name);
  if (found === undefined) return null;
  const { raw, status } = found;
  return textStream(newBuffered('reader', raw, raw.blockSize), 'r', coding, isTerminal(0, status));
}

function writer(fd: number, name: string, coding: Coding, unbuffered: boolean): Py {
  const found = rawStream(fd, name);
  if (found === undefined) return null;
  const { raw, status } = found;
  if (unbuffered) {
    const text = textStream(raw, 'w', coding, true);
    text.lineBuffering = fd === 2 || isTerminal(fd, status);
    text.writeThrough = true;
    return text;
  }
  const size = raw.blockSize;
  const buffer = newBuffered('writer', raw, size, host().outputBlock(fd, size));
  const isLineBuffered = fd === 2 || isTerminal(fd, status);
  const text = textStream(buffer, 'w', coding, isLineBuffered, fd);
  return text;
}

function textStream(
  buffer: Py,
  mode: string,
  { encoding, errors }: Coding,
  lineBuffering: boolean,
  fd = -1,
): PyTextIOWrapper {
  const text = new PyTextIOWrapper();
  const block = fd < 0 ? undefined : host().outputBlock(fd, MAX_HELD_TEXT);
  text.attach(buffer, encoding, errors, '\n', block);
  text.lineBuffering = lineBuffering;
  storeOwn(text, 'mode', mode);
  return text;
}

function stream2(fd: number, name: string, mode: string, unbuffered: boolean): PyFile2 {
  return file2(fd, name, mode, unbuffered);
}
