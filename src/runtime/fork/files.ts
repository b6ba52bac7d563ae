/** Open files and what else of `io` and `os` a forked process goes on with: descriptors and umask. */
import { adoptDescriptors, descriptorEntries } from '../io/descriptors.js';
import { host as fileHost } from '../io/host.js';
import { type OpenFile, SystemFile } from '../io/openFile.js';
import { fileClassOf } from '../io/terminalFile.js';
import { PipeFile } from '../io/pipeFile.js';
import { SocketFile } from '../io/socketFile.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { PyList, PyTuple } from '../object/values.js';
import { host } from '../process/host.js';
import { claim } from '../stdlib/multiprocessing/pipeEnds.js';
import { registerForkState } from './state.js';

/** Native descriptors that every process has, as open files of its own. */
const STANDARD = 3;

/** A file as plain values; null for one of a kind that stays behind. */
function describe(file: OpenFile): Py[] | null {
  if (file instanceof PipeFile) {
    const { read, write } = file.rings;
    return ['pipe', read, write, file.isSocket, file.isNonBlocking];
  }
  if (file instanceof SocketFile) {
    return ['socket', file.idIfAny, file.family, file.type, file.proto, file.isNonBlocking];
  }
  if (!(file instanceof SystemFile)) return null;
  if (file.native < STANDARD) return ['standard', file.native];
  const { native, appends, access, offset, position, keptId } = file.share();
  return ['file', native, appends, access, offset, position, keptId];
}

function adopt(values: readonly Py[], standard: ReadonlyMap<number, OpenFile>): OpenFile | undefined {
  const [kind, a, b, c, d, e, keptId] = values;
  if (kind === 'standard') return standard.get(a);
  if (kind === 'file') {
    return fileClassOf(a).adopt({ native: a, appends: b, access: c, offset: d, position: e, keptId });
  }
  const { arena, client } = host();
  if (kind === 'socket') return Object.assign(new SocketFile(client, b, c, d, a), { isNonBlocking: e });
  const handle = (side: 'reader' | 'writer', ring: number) => (ring === 0 ? 0 : claim(arena, side, ring));
  const file = new PipeFile(arena, handle('reader', a), handle('writer', b), c);
  file.isNonBlocking = d;
  return file;
}

/** Descriptors of one open file travel as one: [file as values, [fd, inheritable], …]. */
function saveDescriptors(): PyList {
  const byFile = new Map<OpenFile, Py[]>();
  for (const { fd, file, inheritable } of descriptorEntries()) {
    let entry = byFile.get(file);
    if (entry === undefined) {
      const values = describe(file);
      if (values === null) continue;
      byFile.set(file, (entry = [new PyTuple(values)]));
    }
    entry.push(new PyTuple([fd, inheritable]));
  }
  return new PyList([...byFile.values()].map((entry) => new PyTuple(entry)));
}

function restoreDescriptors(saved: PyList): void {
  const standard = new Map(descriptorEntries().map(({ file }) => [file.native, file]));
  for (const file of standard.values()) file.refs = 0;
  const entries = saved.items.flatMap(({ items: [values, ...slots] }: PyTuple) => {
    const file = adopt(values.items, standard);
    if (file === undefined) return [];
    return slots.map((slot: PyTuple) => ({ fd: slot.items[0] as number, file, inheritable: truthy(slot.items[1]) }));
  });
  adoptDescriptors(entries);
}

registerForkState('files', {
  save: () => new PyTuple([saveDescriptors(), fileHost().umask ?? null]),
  restore: (state: PyTuple) => {
    const [descriptors, umask] = state.items;
    restoreDescriptors(descriptors);
    fileHost().umask = umask ?? undefined;
  },
});
