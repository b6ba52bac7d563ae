/**
 * Open files on their way to another process of the program: what stands for one in a message holds it open until it arrives.
 *
 * All processes are threads of one, so a file of the system travels as its descriptor there, which the kernel closes when nobody has it any
 * more; pipes and pairs of sockets as their rings, sockets as the kernel's numbers.
 */
import type { Plain } from '../../codec/shared.js';
import { fail, type OpenFile, StandardInput, StandardOutput, SystemFile } from '../../io/openFile.js';
import { PipeFile } from '../../io/pipeFile.js';
import { SocketFile } from '../../io/socketFile.js';
import { fileClassOf } from '../../io/terminalFile.js';
import { host } from '../../process/host.js';
import { adoptEnd, describeEnd } from './pipeEnds.js';

/** What stands for the file, and can be sent once. Errors: EBADF, for one of a kind that does not travel. */
export function packFile(file: OpenFile): Plain {
  const { arena, client } = host();
  if (file instanceof PipeFile) {
    const { reader, writer, isSocket, isNonBlocking } = file;
    return ['pipe', describeEnd(arena, { reader, writer }, 'message'), isSocket, isNonBlocking];
  }
  if (file instanceof SocketFile) {
    const { family, type, proto, isNonBlocking } = file;
    return ['socket', file.hold(), family, type, proto, isNonBlocking];
  }
  if (file instanceof StandardInput || file instanceof StandardOutput) return ['standard', file.native];
  if (!(file instanceof SystemFile)) return fail('EBADF');
  file.lend();
  if (file.isOwn) {
    file.share();
    file.keptId = client.call('sharedFileKeep', file.native);
  }
  if (file.keptId !== 0) client.call('sharedFileHold', file.keptId);
  const { native, appends, access, offset, position, keptId } = file.share();
  return ['file', native, appends, access, offset, position, keptId];
}

/** The file in this process. */
export function unpackFile(packed: Plain): OpenFile {
  const { arena, client } = host();
  const [kind, ...rest] = packed as [string, ...any[]];
  if (kind === 'pipe') {
    const [end, isSocket, isNonBlocking] = rest;
    const { reader, writer } = adoptEnd(arena, end);
    return Object.assign(new PipeFile(arena, reader, writer, isSocket), { isNonBlocking });
  }
  if (kind === 'socket') {
    const [id, family, type, proto, isNonBlocking] = rest;
    client.post('socketTake', id);
    return Object.assign(new SocketFile(client, family, type, proto, id), { isNonBlocking });
  }
  if (kind === 'standard') return rest[0] === 0 ? new StandardInput() : new StandardOutput(rest[0]);
  const [native, appends, access, offset, position, keptId] = rest;
  if (keptId !== 0) client.post('sharedFileTake', keptId);
  return fileClassOf(native).adopt({ native, appends, access, offset, position, keptId });
}

/** Nobody will have the file: it is closed. */
export function discardFile(packed: Plain): void {
  unpackFile(packed).close();
}
