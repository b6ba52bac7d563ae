/**
 * The `grp` module: groups, out of /etc/group.
 * Spec: https://docs.python.org/3/library/grp.html
 */
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { structSequence } from '../builtins/structseq.js';
import type { Members } from '../object/type.js';
import { PyList } from '../object/values.js';
import { byName, byNumber, readEntries } from './accounts.js';

const FIELDS = 'gr_name gr_passwd gr_gid gr_mem'.split(' ');
const struct = () => structSequence('grp.struct_group', FIELDS);

const entries = (): string[][] => readEntries('/etc/group', FIELDS.length);
const made = ([name, password, gid, members = '']: readonly string[]): Py =>
  struct().make([name, password, Number(gid), new PyList(members === '' ? [] : members.split(','))]);

export default (): Members => ({
  struct_group: struct().type,
  getgrgid: fn('(id)', (gid: Py) => made(byNumber(entries(), gid, 'getgrgid', 'gid'))),
  getgrnam: fn('(name)', (name: Py) => made(byName(entries(), name, 'getgrnam'))),
  getgrall: fn('()', () => new PyList(entries().map(made))),
});
