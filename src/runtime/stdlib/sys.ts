/**
 * The `sys` module.
 * Spec: https://docs.python.org/3/library/sys.html
 */
import { breakpointHook } from './breakpoints.js';
import { defaultEncoding } from '../builtins/ascii2.js';
import { caughtValue2 } from '../builtins/oldStyle2.js';
import { requireCodec } from '../builtins/codecs.js';
import { findAttr, noAttribute } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { setHook } from '../object/hooks.js';
import { moduleState, rt } from '../object/context.js';
import type { Stdio } from '../io/stdio.js';
import { LATER, type LaterMembers } from '../import/load.js';
import { ownPathHooks } from '../import/pathHooks.js';
import { seenModules } from '../import/seenModules.js';
import { stdlibNames } from '../import/stdlibNames.js';
import { isInstanceOf, RecursionError, RuntimeError, SystemExit, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asDouble, asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict, PyFrozenSet } from '../object/table.js';
import { repr } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';
import { getFrame, singleFrame } from '../builtins/frame.js';
import { intLimit } from '../builtins/intLimit.js';
import { recursionLimit } from '../process/signals.js';
import { asyncGeneratorHooks } from '../builtins/asyncStep.js';
import { unraisablehook } from '../traceback/unraisable.js';
import { builtinModuleNames } from './index.js';
import { excepthook } from './sys/uncaught.js';
import { structSequence } from '../builtins/structseq.js';
import { flags, floatInfo, hashInfo, implementation, intInfo, longInfo, versions } from './sys/structures.js';
import { existingScheduler, scheduler } from '../threads/scheduler.js';
import { isShuttingDown } from '../object/shutdown.js';

/** What the command line says of the process. */
export interface SysOptions {
  readonly argv: readonly string[];
  readonly path: readonly string[];
  /** What `path` begins with for the program's sake: the folder of its file, `''` for the working directory, or null. */
  readonly first: string | null;
  readonly executable: string;
  readonly flags: Readonly<Record<string, number | boolean>>;
  readonly warnOptions: readonly string[];
  readonly xOptions: Readonly<Record<string, Py>>;
  readonly libraryPath: string;
  /** Folder of the modules that only Python 2 has. */
  readonly libraryPath2: string;
}

const options = (): SysOptions => rt.state.get('sys options') as SysOptions;

function exceptionInfo(): PyTuple {
  const e = rt.handled;
  return e === null ? new PyTuple([null, null, null]) : new PyTuple([typeOf(e), caughtValue2(e), e.tb]);
}

const SWITCH_INTERVAL = 'switch interval';

function displayHook(value: Py): null {
  if (value === null) return null;
  const stdout = findAttr(rt.modules.get('sys'), 'stdout');
  if (stdout === undefined) throw RuntimeError('lost sys.stdout');
  callMethod(stdout, 'write', `${repr(value)}\n`);
  rt.modules.get(rt.dialect === 2 ? '__builtin__' : 'builtins').namespace.set('_', value);
  return null;
}

function setRecursionLimit(limit: Py): null {
  const n = asSize(limit);
  if (n < 1) throw ValueError('recursion limit must be greater or equal than 1');
  if (rt.dialect === 3 && rt.depth >= n)
    throw RecursionError(
      `cannot set the recursion limit to ${n} at the recursion depth ${rt.depth}: the limit is too low`,
    );
  rt.recursionLimit = n;
  return null;
}

/** `sys.settrace` and `sys.setprofile`: for the thread that runs now. */
const hooked = (which: 'trace' | 'profile') => (f: Py) => {
  setHook(which, f);
  return null;
};

/** The same for all threads that there are. */
const hookedEverywhere = (which: 'trace' | 'profile') => (f: Py) => {
  setHook(which, f);
  const others = existingScheduler()?.threads ?? [];
  for (const thread of others) thread.watch(which, f);
  return null;
};

const exit = fn('(status=None, /)', (status: Py) => {
  if (isInstanceOf(status, SystemExit)) throw status;
  if (status === undefined || status === null) throw SystemExit();
  throw status instanceof PyTuple ? SystemExit(...status.items) : SystemExit(status);
});

const intern = fn('(string, /)', (text: Py) => {
  if (typeof text !== 'string') throw TypeError(`intern() argument must be str, not ${typeOf(text).name}`);
  return text;
});

/** Rough sizes, in the spirit of CPython's. */
const getsizeof = fn('(object, default=0)', (o: Py) => {
  if (typeof o === 'string') return 41 + o.length;
  if (typeof o === 'number') return 28;
  if (o instanceof PyList) return 56 + 8 * o.items.length;
  if (o instanceof PyTuple) return 40 + 8 * o.items.length;
  if (o instanceof PyDict) return 64 + 104 * o.size;
  return 48;
});

function frozen(names: Iterable<string>): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const name of names) set.set(name, true);
  return set;
}

/** What a process has of its own from the start; everything else is made when somebody asks for it. */
export default function sys(): Record<string, Py> & { [LATER]: LaterMembers } {
  const o = options();
  const own: Record<string, Py> = {
    argv: new PyList([...o.argv]),
    path: new PyList([...o.path]),
    executable: o.executable,
    modules: seenModules(),
  };
  return Object.assign(own, { [LATER]: (laterMembers[rt.dialect] ??= collectLater(own)) });
}

/** How the other members are made in the running process; the same for all processes of a thread. */
const laterMembers: Partial<Record<2 | 3, LaterMembers>> = {};

function collectLater(own: Record<string, Py>): LaterMembers {
  const others = (): Record<string, Py> => moduleState('sys members', allMembers);
  const later = new Map<string, () => Py>(Object.entries(costly()));
  for (const name of Object.keys(others()))
    if (!Object.hasOwn(own, name)) later.set(name, () => owned(name, others()[name]));
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    const stream = (): Py => (rt.state.get('stdio') as Stdio)[name];
    later.set(name, stream);
    later.set(`__${name}__`, stream);
  }
  return later;
}

/** Members that take long to make, and that few programs ask for. */
function costly(): Record<string, () => Py> {
  return {
    flags: () => flags(options().flags),
    float_info: floatInfo,
    int_info: intInfo,
    hash_info: hashInfo,
    thread_info: () =>
      structSequence('sys.thread_info', ['name', 'lock', 'version']).make(['pthread', 'semaphore', null]),
    implementation,
    builtin_module_names: () => new PyTuple(builtinModuleNames()),
    ...(rt.dialect === 2 ? { long_info: longInfo } : { stdlib_module_names: () => frozen(stdlibNames()) }),
  };
}

/** Functions know their name, and that they are of this module. */
function owned(name: string, value: Py): Py {
  if (typeof value === 'function' && value.builtin !== undefined) {
    value.builtin.owner ??= 'sys';
    value.builtin.name ||= name;
  }
  return value;
}

function allMembers(): Record<string, Py> {
  const o = options();
  const two = rt.dialect === 2;
  const hook = fn(
    '(exctype, value, traceback, /)',
    (type: Py, value: Py, tb: Py) => {
      excepthook(type, value, tb);
      return null;
    },
    'excepthook',
  );
  const display = fn('(object, /)', displayHook, 'displayhook');
  return {
    ...versions(),
    argv: new PyList([...o.argv]),
    orig_argv: new PyList([o.executable, ...o.argv]),
    path: new PyList([...o.path]),
    executable: o.executable,
    ...(two ? {} : { _base_executable: o.executable }),
    modules: seenModules(),
    meta_path: new PyList([]),
    path_hooks: ownPathHooks(),
    path_importer_cache: new PyDict(),
    warnoptions: new PyList([...o.warnOptions]),
    _xoptions: PyDict.of(Object.entries(o.xOptions)),
    float_repr_style: 'short',
    maxsize: 9223372036854775807n,
    maxunicode: 0x10ffff,
    ...(two
      ? {
          maxint: 9223372036854775807n,
          subversion: new PyTuple(['CPython', '', '']),
          py3kwarning: false,
        }
      : {}),
    byteorder: 'little',
    platform: two && process.platform === 'linux' ? 'linux2' : process.platform,
    platlibdir: 'lib',
    abiflags: '',
    prefix: '/usr',
    exec_prefix: '/usr',
    base_prefix: '/usr',
    base_exec_prefix: '/usr',
    pycache_prefix: null,
    dont_write_bytecode: true,
    copyright: 'Copyright (c) the pymp authors',
    ps1: '>>> ',
    ps2: '... ',
    exit,
    excepthook: hook,
    __excepthook__: hook,
    unraisablehook: fn('(unraisable, /)', unraisablehook),
    __unraisablehook__: fn('(unraisable, /)', unraisablehook),
    ...(rt.dialect === 3 ? { breakpointhook: breakpointHook, __breakpointhook__: breakpointHook } : {}),
    displayhook: display,
    __displayhook__: display,
    exc_info: fn('()', exceptionInfo),
    ...(two
      ? {
          exc_clear: fn('()', clearException),
          __getattr__: fn('(name, /)', caughtAttribute, '__getattr__'),
          setcheckinterval: fn('(n, /)', () => null),
          getcheckinterval: fn('()', () => 100),
          setdefaultencoding: fn('(encoding, /)', (encoding: string) => {
            requireCodec(encoding);
            defaultEncoding().name = encoding;
            return null;
          }),
        }
      : {}),
    exception: fn('()', () => rt.handled),
    getrecursionlimit: fn('()', recursionLimit),
    setrecursionlimit: fn('(limit, /)', setRecursionLimit),
    getdefaultencoding: fn('()', () => (two ? defaultEncoding().name : 'utf-8')),
    getfilesystemencoding: fn('()', () => (two ? 'UTF-8' : 'utf-8')),
    getfilesystemencodeerrors: fn('()', () => 'surrogateescape'),
    getrefcount: fn('(object, /)', () => 2),
    getsizeof,
    getswitchinterval: fn('()', () => new PyFloat((rt.state.get(SWITCH_INTERVAL) as number | undefined) ?? 0.005)),
    setswitchinterval: fn('(interval, /)', (interval: Py) => {
      const seconds = asDouble(interval);
      if (!(seconds > 0)) throw ValueError('switch interval must be strictly positive');
      rt.state.set(SWITCH_INTERVAL, seconds);
      return null;
    }),
    getallocatedblocks: fn('()', () => 0),
    is_finalizing: fn('()', isShuttingDown),
    is_stack_trampoline_active: fn('()', () => false),
    intern,
    _is_interned: fn('(string, /)', () => true),
    _getframe: fn('(depth=0, /)', (depth: Py) => getFrame(depth === undefined ? 0 : asSize(depth))),
    _getframemodulename: fn('(depth=0)', (depth: Py) => {
      const frame = singleFrame(depth === undefined ? 0 : asSize(depth));
      return frame?.globals.get('__name__') ?? null;
    }),
    // Of other threads, which stand still meanwhile, there is no stack.
    _current_frames: fn('()', () => {
      const frames = new PyDict();
      frames.set(scheduler().current.ident, getFrame(0));
      return frames;
    }),
    _is_gil_enabled: fn('()', () => true),
    _get_cpu_count_config: fn('()', () => -1),
    gettrace: fn('()', () => rt.hooks?.trace ?? null),
    settrace: fn('(function, /)', hooked('trace')),
    getprofile: fn('()', () => rt.hooks?.profile ?? null),
    setprofile: fn('(function, /)', hooked('profile')),
    _settraceallthreads: fn('(function, /)', hookedEverywhere('trace')),
    _setprofileallthreads: fn('(function, /)', hookedEverywhere('profile')),
    get_int_max_str_digits: fn('()', () => intLimit().maxStrDigits),
    set_int_max_str_digits: fn('(maxdigits)', (n: Py) => {
      const digits = asSize(n);
      if (digits !== 0 && digits < 640) throw ValueError('maxdigits must be 0 or larger than 640');
      intLimit().maxStrDigits = digits;
      return null;
    }),
    get_asyncgen_hooks: fn('()', () => {
      const { firstiter, finalizer } = asyncGeneratorHooks();
      return structSequence('asyncgen_hooks', ['firstiter', 'finalizer']).make([firstiter, finalizer]);
    }),
    set_asyncgen_hooks: fn('(firstiter=None, finalizer=None)', (firstiter: Py, finalizer: Py) => {
      const hooks = asyncGeneratorHooks();
      if (firstiter !== undefined) hooks.firstiter = firstiter;
      if (finalizer !== undefined) hooks.finalizer = finalizer;
      return null;
    }),
    get_coroutine_origin_tracking_depth: fn('()', () => 0),
    set_coroutine_origin_tracking_depth: fn('(depth)', () => null),
    audit: fn('(event, *args)', () => null),
    addaudithook: fn('(hook)', () => null),
    call_tracing: fn('(func, args, /)', (f: Py, args: Py) => {
      if (!(args instanceof PyTuple))
        throw TypeError(`call_tracing() argument 2 must be tuple, not ${typeOf(args).name}`);
      return call(f, args.items);
    }),
    activate_stack_trampoline: fn('(backend, /)', () => null),
  };
}

/** What Python 2 keeps in `sys` of the exception that is being handled. */
function caughtAttribute(name: string): Py {
  const at = ['exc_type', 'exc_value', 'exc_traceback'].indexOf(name);
  if (at < 0) throw noAttribute(rt.modules.get('sys'), name);
  return exceptionInfo().items[at];
}

function clearException(): null {
  rt.handled = null;
  return null;
}
