/** `os.waitid`: waits for the end of a child, and may leave it to be waited for again. */
import * as os from 'node:os';
import { osError, system } from '../../builtins/osError.js';
import { structSequence } from '../../builtins/structseq.js';
import { errnoOf } from '../../io/errnoTable.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { interruptibleInProgram } from '../../process/interruptible.js';
import { WCONTINUED, WUNTRACED } from '../../mp/index.js';
import { blocking } from '../_thread.js';
import { intArg } from './arguments.js';
import { processHooks } from './hooks.js';

const P_ALL = 0;
const P_PID = 1;
const P_PGID = 2;
const WNOHANG = 1;
const WEXITED = 4;
const WHAT = WUNTRACED | WEXITED | WCONTINUED;
const WNOWAIT = 0x1000000;
const CLD_EXITED = 1;
const CLD_KILLED = 2;
const CLD_STOPPED = 5;
const CLD_CONTINUED = 6;

const resultType = () =>
  structSequence('posix.waitid_result', ['si_pid', 'si_uid', 'si_signo', 'si_status', 'si_code']);

function waitid(idtype: Py, id: Py, options: Py): Py {
  const kind = intArg(idtype);
  const which = intArg(id);
  const flags = intArg(options);
  const isValid = [P_ALL, P_PID, P_PGID].includes(kind) && (kind !== P_PID || which > 0);
  if (!isValid || (flags & WHAT) === 0 || (flags & ~(WHAT | WNOHANG | WNOWAIT)) !== 0)
    throw osError(errnoOf('EINVAL')!);
  const wanted = kind === P_PID ? which : -1;
  const found = system(() =>
    interruptibleInProgram(() => processHooks().waitPid(wanted, flags, (flags & WEXITED) !== 0)),
  );
  if (found.pid === 0) return null;
  const { code, status } = causeOf(found.status);
  const uid = process.getuid?.() ?? 0;
  return resultType().make([found.pid, uid, os.constants.signals.SIGCHLD, status, code]);
}

/** `si_code` and `si_status` by a wait status. */
function causeOf(found: number): { code: number; status: number } {
  const signal = found & 0x7f;
  const upper = (found >> 8) & 0xff;
  if (found === 0xffff) return { code: CLD_CONTINUED, status: os.constants.signals.SIGCONT };
  if (signal === 0x7f) return { code: CLD_STOPPED, status: upper };
  return signal === 0 ? { code: CLD_EXITED, status: upper } : { code: CLD_KILLED, status: signal };
}

export const waitidMembers = (): Members => ({
  waitid: blocking(fn('(idtype, id, options, /)', waitid)),
  waitid_result: resultType().type,
});
