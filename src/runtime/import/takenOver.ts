/**
 * What modules of the library only take over from a module in C, or give a name: nobody who asks for that needs the module to run, and
 * many programs want nothing else of it.
 */
import { moduleState, rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import type { PyModule } from '../object/values.js';
import { getAnnotations } from '../stdlib/inspect/annotations.js';
import { earlyTraceback } from '../stdlib/traceback/early.js';
import { runAfter } from './deferred.js';
import { SHOWN } from './deferredNames.js';
import { loadDotted } from './importFunction.js';
import { namedType } from './namedTypes.js';

interface Source {
  /** The module that has it. */
  readonly from: string;
  readonly names: ReadonlySet<string>;
}

const source = (from: string, names: string): Source => ({ from, names: new Set(names.split(' ')) });

/** Those that take it as it is, and show nothing else by it. */
const SOURCES: ReadonlyMap<string, Source> = new Map([
  ['bisect', source('_bisect', 'bisect_left bisect_right insort_left insort_right')],
  ['collections', source('_collections', 'OrderedDict defaultdict deque')],
  ['contextvars', source('_contextvars', 'Context ContextVar Token copy_context')],
  ['functools', source('_functools', 'cmp_to_key partial reduce')],
  ['heapq', source('_heapq', 'heapify heappop heappush heappushpop heapreplace')],
  [
    'io',
    source(
      '_io',
      'BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO DEFAULT_BUFFER_SIZE FileIO IncrementalNewlineDecoder ' +
        'StringIO TextIOWrapper open text_encoding',
    ),
  ],
  [
    'operator',
    source(
      '_operator',
      'abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul ' +
        'imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter itruediv ixor le length_hint lshift lt matmul ' +
        'methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor',
    ),
  ],
  [
    'pickle',
    source('_pickle', 'PickleBuffer PickleError Pickler PicklingError Unpickler UnpicklingError dump dumps load loads'),
  ],
  ['struct', source('_struct', 'Struct calcsize error iter_unpack pack pack_into unpack unpack_from')],
  ['weakref', source('_weakref', 'CallableProxyType ProxyType ReferenceType getweakrefcount getweakrefs proxy ref')],
]);

/** Numbers that modules give a name, and need nothing else for. */
const NUMBERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  logging: { CRITICAL: 50, DEBUG: 10, ERROR: 40, FATAL: 50, INFO: 20, NOTSET: 0, WARN: 30, WARNING: 30 },
  subprocess: { DEVNULL: -3, PIPE: -1, STDOUT: -2 },
};

/** What `os` changes of that which it takes over; more in Python 2, where it also lacks some. */
const CHANGED_BY_OS: ReadonlySet<string> = new Set(['fdopen', 'getenv', 'putenv', 'unsetenv']);
const CHANGED_BY_OS2: ReadonlySet<string> = new Set(
  (
    'environ popen popen2 popen3 popen4 getcwdu errno tmpfile tempnam tmpnam cpu_count environb getenvb getrandom sched_getaffinity ' +
    'sched_setaffinity'
  ).split(' '),
);

/** What `os` and its `path` say of the system. */
const OF_SYSTEM: Readonly<Record<string, string>> = {
  curdir: '.',
  defpath: '/bin:/usr/bin',
  devnull: '/dev/null',
  extsep: '.',
  linesep: '\n',
  name: 'posix',
  pardir: '..',
  pathsep: ':',
  sep: '/',
};

const isChangedByOs = (name: string): boolean =>
  CHANGED_BY_OS.has(name) || (rt.dialect === 2 && CHANGED_BY_OS2.has(name));

/** The attribute of a module that has not run, if it can be had without; else undefined. */
export function takenOver(module: string, name: string, standIn: (name: string) => Py): Py {
  const shown = SHOWN.get(`${module}.${name}`);
  if (shown !== undefined) return rt.modules.get(shown) ?? standIn(shown);
  if (module === 'os') return ofSystem(name);
  if (rt.dialect === 2) return undefined;
  if (module === 'inspect') return name === 'get_annotations' ? getAnnotations() : undefined;
  if (module === 'traceback') return earlyTraceback(name);
  if (module === 'types') return namedType(name);
  if (Object.hasOwn(NUMBERS, module)) return NUMBERS[module]![name];
  const found = SOURCES.get(module);
  if (found?.names.has(name) !== true || (name === 'deque' && !canRegisterLater())) return undefined;
  return isReplaced(found.from) ? undefined : loadDotted(found.from).namespace.get(name);
}

/** Whether the program has put something else in the place of a module in C. */
function isReplaced(name: string): boolean {
  const module = rt.modules.get(name);
  return module !== undefined && (module === null || !module.namespace?.get('__spec__'));
}

/** `collections` registers its deque as a MutableSequence: who has it before must find it so as soon as there are such. */
function canRegisterLater(): boolean {
  if (hasRun('_collections_abc')) return false;
  const state = moduleState('deque before its module', () => ({ isOut: false }));
  if (!state.isOut) runAfter('_collections_abc', () => void rt.modules.get('collections')?.namespace);
  return (state.isOut = true);
}

/** Whether a module is there, and stands for itself. */
function hasRun(name: string): boolean {
  const module = rt.modules.get(name) as (PyModule & { lazy$?: unknown }) | undefined | null;
  return module !== undefined && module !== null && module.lazy$ === undefined;
}

/** What `os` has of `posix` as it is. */
function ofSystem(name: string): Py {
  if (rt.dialect === 3 && Object.hasOwn(OF_SYSTEM, name)) return OF_SYSTEM[name];
  if (isChangedByOs(name) || (name.startsWith('_') && name !== '_exit')) return undefined;
  const value = loadDotted('posix').namespace.get(name);
  return typeof value === 'function' || typeof value === 'number' ? value : undefined;
}
