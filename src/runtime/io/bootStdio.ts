import { writeSync } from 'node:fs';
import { PyInstance, type Py } from '../object/object.js';
import { builtinType } from '../object/type.js';
import { defineMembers } from '../object/install.js';
import { fn, method } from '../object/fn.js';
import { rt } from '../object/context.js';
import { str } from '../object/text.js';
class Boot extends PyInstance { constructor(readonly fd: number) { super(); } }
const bootType = builtinType({ name: 'BootStream', js: Boot, hasDict: true });
defineMembers(bootType, () => ({
  write: method('(s, /)', (self: Boot, s: Py) => { writeSync(self.fd, String(s)); return null; }),
  flush: method('()', () => null),
}));
export function makeStdio(_d: 2 | 3, _o: { unbuffered: boolean }) {
  rt.builtins.$print = fn('(*args, sep=None, end=None, file=None, flush=False)', (args: Py[], sep: Py, end: Py) => { writeSync(1, args.map((a) => str(a)).join(sep ?? ' ') + (end ?? '\n')); return null; }, 'print');
  return { stdin: null, stdout: new Boot(1), stderr: new Boot(2) };
}
