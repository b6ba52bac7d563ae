/**
 * What the package's modules have of others because CPython's import it: programs take `util` from `multiprocessing.pool`, or `os` from where they
 * find it. Each is imported when it is first asked for.
 */
import { loadDotted } from '../../import/importFunction.js';
import { LATER, type LaterMembers } from '../../import/load.js';
import { getAttr } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';

/** `module`, `module:name,name` for what is taken out of it, `name=module` under another name. `.` is the package. */
const IMPORTED: Readonly<Record<string, string>> = {
  multiprocessing: 'sys',
  'multiprocessing.connection':
    'errno io itertools os selectors socket struct sys tempfile time _multiprocessing reduction=.reduction util=.util .context:BufferTooShort _ForkingPickler=.reduction:ForkingPickler _WaitSelector=selectors:PollSelector',
  'multiprocessing.context': 'os sys threading',
  'multiprocessing.forkserver':
    'atexit errno os selectors signal socket struct sys threading warnings connection=.connection process=.process reduction=.reduction resource_tracker=.resource_tracker spawn=.spawn util=.util',
  'multiprocessing.managers':
    'array os queue signal sys threading time types connection=.connection pool=.pool process=.process reduction=.reduction util=.util shared_memory=.shared_memory .context:ProcessError,get_spawning_popen .:get_context posix:getpid traceback:format_exc',
  'multiprocessing.pool':
    'collections itertools os queue threading time traceback types warnings util=.util .:get_context .connection:wait',
  'multiprocessing.process': 'itertools os signal sys threading _weakrefset:WeakSet',
  'multiprocessing.queues':
    'collections errno os sys threading time types weakref connection=.connection context=.context _ForkingPickler=.reduction:ForkingPickler .util:Finalize,debug,info,is_exiting,register_after_fork',
  'multiprocessing.reduction': 'array copyreg functools io os pickle socket sys context=.context abc:ABCMeta',
  'multiprocessing.resource_tracker':
    '_multiprocessing _posixshmem os signal sys threading warnings spawn=.spawn util=.util',
  'multiprocessing.shared_memory':
    '_posixshmem errno mmap os secrets struct types resource_tracker=.resource_tracker functools:partial',
  'multiprocessing.sharedctypes':
    'ctypes weakref heap=.heap reduction=.reduction .context:assert_spawning .:get_context _ForkingPickler=.reduction:ForkingPickler',
  'multiprocessing.spawn':
    'os runpy sys types process=.process reduction=.reduction util=.util .:get_start_method,set_start_method',
  'multiprocessing.synchronize':
    'sys tempfile threading time _multiprocessing context=.context process=.process util=.util _multiprocessing:sem_unlink',
  'multiprocessing.util': 'atexit itertools os sys threading weakref process=.process',
  'concurrent.futures.process':
    'itertools multiprocessing os queue sys threading weakref _base=concurrent.futures._base mp=multiprocessing .queues:Queue functools:partial traceback:format_exception',
};

/** The same in Python 2. */
const IMPORTED2: Readonly<Record<string, string>> = {
  multiprocessing: 'os sys',
  'multiprocessing.connection':
    'errno itertools os socket sys tempfile time _multiprocessing .process:current_process .util:get_temp_dir,Finalize,sub_debug,debug',
  'multiprocessing.managers':
    'array os sys threading weakref traceback:format_exc connection=.connection util=.util .process:Process,current_process,active_children,AuthenticationString .util:Finalize,info .forking:Popen,assert_spawning,ForkingPickler .:Pool pickle:PicklingError Queue',
  'multiprocessing.pool': 'collections itertools threading time Queue .:Process,cpu_count .util:Finalize,debug',
  'multiprocessing.process': 'itertools os signal sys',
  'multiprocessing.queues':
    'atexit collections os sys threading time weakref _multiprocessing .:Pipe .synchronize:Lock,BoundedSemaphore,Semaphore,Condition .util:debug,info,Finalize,register_after_fork,is_exiting .forking:assert_spawning',
  'multiprocessing.reduction':
    'os socket sys threading _multiprocessing .:current_process .forking:Popen .connection:Client,Listener .util:register_after_fork,debug,sub_debug',
  'multiprocessing.sharedctypes': 'ctypes sys weakref heap=.heap .:RLock .forking:assert_spawning,ForkingPickler',
  'multiprocessing.synchronize':
    'os sys threading _multiprocessing .process:current_process .util:Finalize,register_after_fork,debug .forking:assert_spawning,Popen _time=time:time _sleep=time:sleep',
  'multiprocessing.util': 'atexit itertools os threading weakref .process:current_process,active_children',
  'multiprocessing.forking': 'errno os signal sys time pickle:Pickler process=.process util=.util functools:partial',
};

type Members = Record<string, Py> & { [LATER]?: LaterMembers };

/** The members of a module of the package, and what it has of others. */
export function withImported(module: string, members: Members): Members {
  const spec = (rt.dialect === 2 ? IMPORTED2 : IMPORTED)[module];
  if (spec === undefined) return members;
  const later = new Map(members[LATER]);
  for (const part of spec.split(' ')) {
    const [, alias, from, names] = /^(?:(\w+)=)?([\w.]+)(?::([\w,]+))?$/.exec(part)!;
    const offer = (name: string, make: () => Py): void => {
      if (!(name in members) && !later.has(name)) later.set(name, make);
    };
    const source = (): Py => loadDotted(fullName(from!));
    if (names === undefined) offer(alias ?? from!, source);
    else for (const name of names.split(',')) offer(alias ?? name, () => getAttr(source(), name));
  }
  return { ...members, [LATER]: later };
}

const fullName = (from: string): string => (from.startsWith('.') ? `multiprocessing${from === '.' ? '' : from}` : from);
