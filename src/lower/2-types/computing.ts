/**
 * Functions that only compute: as far as the text tells, a thread that runs one never has to wait in it. Threads can call them as
 * ordinary code does (src/runtime/threads/pace.ts), which is many times faster.
 *
 * It is a guess: a name may mean something else when the program runs. A wait in there is a wait all the same, on the stack of the caller:
 * nothing below on that stack goes on meanwhile, and the function is called in the form for threads from then on.
 */
import type * as ast from '../../parser/ast.js';
import { allArgs } from '../1-scope/analyse.js';

/** What the text defines where calls may be about it, by name. */
interface Definitions {
  readonly functions: ReadonlyMap<string, readonly ast.FunctionDef[]>;
  readonly methods: ReadonlyMap<string, readonly ast.FunctionDef[]>;
  readonly constructors: ReadonlyMap<string, readonly ast.FunctionDef[]>;
}

type AnyNode = { readonly type: string } & Record<string, unknown>;

/** Built-ins that neither wait nor call what might. */
const BUILTINS = words(
  'abs all any ascii basestring bin bool bytearray bytes callable chr cmp complex dict divmod enumerate float format frozenset ' +
    'getattr hasattr hash hex id int isinstance issubclass len list long max memoryview min object oct ord pow range repr ' +
    'reversed round set slice sorted str sum tuple type unichr unicode xrange zip',
);
const EXCEPTION = /(?:Error|Exception|Warning|StopIteration)$/;

/** Modules whose functions compute. */
const MODULES = words(
  'array base64 binascii bisect cmath collections copy decimal fractions hashlib heapq itertools math operator random re ' +
    'statistics string struct zlib',
);

/** Methods of built-in types, less those that things with waits have too. */
const METHODS = words(
  'add append appendleft as_integer_ratio bit_count bit_length capitalize casefold center conjugate copy count decode difference ' +
    'digest discard encode endswith expandtabs extend extendleft find format fromkeys has_key hex hexdigest index insert ' +
    'intersection isalnum isalpha isdecimal isdigit isdisjoint islower isnumeric isspace issubset issuperset isupper items iteritems ' +
    'iterkeys itervalues keys ljust lower lstrip most_common partition pop popitem popleft remove replace reverse rfind rindex ' +
    'rjust rotate rpartition rsplit rstrip setdefault sort split splitlines startswith strip swapcase symmetric_difference title ' +
    'to_bytes translate union update upper values zfill',
);

/**
 * Methods of locks, queues, processes, connections, futures and files that wait. A class of the text that has one too often hands the
 * call on to such an object, so the name says something only where it is called on the class's own instance.
 */
const WAITING = words(
  '__enter__ __exit__ __next__ accept acquire acquire_lock apply close communicate connect exception flush get imap imap_unordered join ' +
    'map next poll put read readinto readline readlines recv recv_bytes recv_bytes_into recv_into recvfrom result run run_until_complete ' +
    'select send send_bytes sendall sendto shutdown sleep starmap start submit terminate wait wait_for write writelines',
);

/** Statements and expressions in which a thread may wait, or that are more than a computation. */
const OTHERS = words(
  'AsyncFor AsyncFunctionDef AsyncWith Await ClassDef Exec FunctionDef Import ImportFrom Print With Yield YieldFrom',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** The functions and methods of a module's text that only compute. */
export function computingFunctions(body: readonly ast.Stmt[], definitions: Definitions): ReadonlySet<ast.FunctionDef> {
  const imported = importedNames(body);
  const found = new Set<ast.FunctionDef>();
  for (const nodes of [...definitions.functions.values(), ...definitions.methods.values()])
    for (const node of nodes) if (isPlain(node)) found.add(node);
  // What calls one that does not only compute does not either.
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const node of found) if (!computes(node, found, definitions, imported)) found.delete(node);
  }
  return found;
}

/** A decorated function is called by way of what the decorator made of it. */
const isPlain = (node: ast.FunctionDef): boolean =>
  isProperty(node) ||
  node.decorator_list.every((d) => d.type === 'Name' && (d.id === 'staticmethod' || d.id === 'classmethod'));

/** Whether a mere look at the attribute, or an assignment to it, calls the function. */
const isProperty = (node: ast.FunctionDef): boolean =>
  node.decorator_list.some(
    (d) => (d.type === 'Name' && d.id.endsWith('property')) || (d.type === 'Attribute' && ACCESS.has(d.attr)),
  );
const ACCESS = words('getter setter deleter cached_property');

/** Names of modules that compute, and of what is imported from them. */
function importedNames(body: readonly ast.Stmt[]): { modules: Set<string>; members: Set<string> } {
  const modules = new Set<string>();
  const members = new Set<string>();
  for (const node of body) {
    if (node.type === 'Import') {
      for (const { name, asname } of node.names) if (MODULES.has(name)) modules.add(asname ?? name);
    } else if (node.type === 'ImportFrom' && node.module !== null && MODULES.has(node.module))
      for (const { name, asname } of node.names) members.add(asname ?? name);
  }
  return { modules, members };
}

function computes(
  node: ast.FunctionDef,
  found: ReadonlySet<ast.FunctionDef>,
  definitions: Definitions,
  imported: ReturnType<typeof importedNames>,
): boolean {
  const own = ownNames(node);
  const first = allArgs(node.args)[0]?.arg;
  const isSelf = (o: ast.Expr): boolean => o.type === 'Name' && o.id === first;
  const all = (nodes: readonly ast.FunctionDef[] | undefined): boolean => nodes?.every((n) => found.has(n)) === true;
  const mayCallName = (name: string): boolean => {
    if (own.has(name)) return false;
    if (definitions.functions.has(name)) return all(definitions.functions.get(name));
    if (definitions.constructors.has(name)) return all(definitions.constructors.get(name));
    return BUILTINS.has(name) || EXCEPTION.test(name) || imported.members.has(name);
  };
  const mayCall = (call: ast.Call): boolean => {
    const f = call.func;
    if (f.type === 'Name') return mayCallName(f.id);
    if (f.type !== 'Attribute') return false;
    if (definitions.methods.has(f.attr) && (isSelf(f.value) || !WAITING.has(f.attr)))
      return all(definitions.methods.get(f.attr));
    if (f.value.type === 'Name' && imported.modules.has(f.value.id) && !own.has(f.value.id)) return true;
    // `get` of a dict has arguments, that of a queue seldom; `join` of a text is that of a constant.
    if (f.attr === 'get') return call.args.length > 0 && call.keywords.length === 0;
    return METHODS.has(f.attr) || (f.attr === 'join' && f.value.type === 'Constant');
  };
  const mayAccess = (attr: string): boolean => {
    const methods = definitions.methods.get(attr);
    return methods === undefined || !methods.some(isProperty) || all(methods);
  };
  const visit = (value: unknown): boolean => {
    if (value === null || typeof value !== 'object') return true;
    if (Array.isArray(value)) return value.every(visit);
    const each = value as AnyNode;
    if (OTHERS.has(each.type) || (each.type === 'Call' && !mayCall(each as unknown as ast.Call))) return false;
    if (each.type === 'Attribute' && !mayAccess(each.attr as string)) return false;
    return Object.values(each).every(visit);
  };
  return visit(node.body);
}

/** Parameters and names that the function binds: what they hold is not known. */
function ownNames(node: ast.FunctionDef): ReadonlySet<string> {
  const names = new Set(allArgs(node.args).map((parameter) => parameter.arg));
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const each = value as AnyNode;
    if (each.type === 'Name' && each.ctx === 'Store') names.add(each.id as string);
    Object.values(each).forEach(visit);
  };
  visit(node.body);
  return names;
}
