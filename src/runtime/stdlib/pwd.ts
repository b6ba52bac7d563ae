/**
 * The `pwd` module: users, out of /etc/passwd.
 * Spec: https://docs.python.org/3/library/pwd.html
 */
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { structSequence } from '../builtins/structseq.js';
import type { Members } from '../object/type.js';
import { PyList } from '../object/values.js';
import { byName, byNumber, readEntries } from './accounts.js';

const FIELDS = 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell'.split(' ');
const struct = () => structSequence('pwd.struct_passwd', FIELDS);

const entries = (): string[][] => readEntries('/etc/passwd', FIELDS.length);
const made = (fields: readonly string[]): Py =>
  struct().make(fields.map((field, i) => (i === 2 || i === 3 ? Number(field) : field)));

export default (): Members => ({
  struct_passwd: struct().type,
  getpwuid: fn('(uidobj, /)', (uid: Py) => made(byNumber(entries(), uid, 'getpwuid', 'uid'))),
  getpwnam: fn('(name, /)', (name: Py) => made(byName(entries(), name, 'getpwnam'))),
  getpwall: fn('()', () => new PyList(entries().map(made))),
});
