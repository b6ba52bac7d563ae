/** What is changed in modules of the library after they ran: places where they look into an interpreter that is not there. */
import { getAttr, setAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { fn, method } from '../object/fn.js';
import { rt } from '../object/context.js';
import type { Code } from '../object/function.js';
import { isInstanceOf, NameError, PyBaseException } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyType } from '../object/type.js';
import { isInstance } from '../object/typeof.js';
import { NotImplemented, PyClassMethod, PyList, type PyModule, PyStaticMethod, PyTuple } from '../object/values.js';
import { sourceTools } from '../process/hooks.js';
import { ADJUSTMENTS_2 } from './adjust2.js';
import { loadDotted } from './importFunction.js';
import { sourceName } from './twins.js';
import { toldLines } from '../toldLines.js';
import { threadingLoaded } from '../threads/helpers.js';
import { suggestedName } from '../traceback/suggestions.js';
import { commandUnit } from '../unitRegistry.js';

/** By module name; called once it has run. */
const ADJUSTMENTS: Readonly<Record<string, (module: PyModule) => void>> = {
  datetime: (module) => {
    nameTypes(module);
    refuseMixedDifference(module);
  },
  'importlib.metadata': findInstalled,
  linecache: rememberCommand,
  pdb: findFirstLines,
  trace: nameMethods,
  traceback: (module) => {
    markNatively(module);
    suggestNatively(module);
  },
  'zoneinfo._common': ({ namespace }) => {
    const load = (key: Py): Py => call(getAttr(loadDotted('_tzdata'), 'load_tzdata'), [key]);
    namespace.set('load_tzdata', fn('(key)', load, 'load_tzdata'));
  },
  'zoneinfo._zoneinfo': ({ namespace }) => {
    for (const member of namespace.get('ZoneInfo').namespace.values()) markNative(member);
  },
  warnings: (module) => {
    passSources(module);
    for (const name of ['warn', 'warn_explicit']) markNative(module.namespace.get(name));
  },
};

/** A function that CPython has in C leaves no entry in tracebacks. */
function markNative(member: Py): void {
  const f = member instanceof PyClassMethod || member instanceof PyStaticMethod ? member.func : member;
  const code = f?.info?.code as Code | undefined;
  if (code !== undefined) code.isNative = true;
}

/** Called after a module of the library of Python 2 has run. */
export function adjustModule2(name: string, module: PyModule): void {
  if (name === 'threading') threadingLoaded(module);
}

/** Called after a module of the library has run. */
export function adjustModule(name: string, module: PyModule): void {
  const source = sourceName(name);
  if (Object.hasOwn(ADJUSTMENTS, source)) ADJUSTMENTS[source]!(module);
  if (name === 'threading') threadingLoaded(module);
  if (rt.dialect === 2 && Object.hasOwn(ADJUSTMENTS_2, name)) ADJUSTMENTS_2[name]!(module);
}

/** Packages are found on `sys.path` by the import that is built in, which is not in `sys.meta_path`: after the program's own finders. */
function findInstalled({ namespace }: PyModule): void {
  const distribution: Py = namespace.get('Distribution');
  const declared = getAttr(distribution, '_discover_resolvers');
  const all = (): Py =>
    new PyList([...toArray(call(declared, [])), getAttr(namespace.get('MetadataPathFinder'), 'find_distributions')]);
  setAttr(distribution, '_discover_resolvers', new PyStaticMethod(fn('()', all, '_discover_resolvers')));
}

/** What a warning is about is given to `WarningMessage` where the file goes (CPython uses its part in C instead). */
function passSources({ namespace }: PyModule): void {
  const show: Py = namespace.get('_showwarnmsg');
  const showMessage = (message: Py): Py => {
    if (getAttr(message, 'source') === null) {
      setAttr(message, 'source', getAttr(message, 'file'));
      setAttr(message, 'file', null);
    }
    return call(show, [message]);
  };
  namespace.set('_showwarnmsg', fn('(msg)', showMessage, '_showwarnmsg'));
}

/** `pdb` would look at bytecode for where a function's first statement begins. */
function findFirstLines({ namespace }: PyModule): void {
  const find = (code: Code): number => (rt.dialect === 2 ? code.firstLine : (toldLines(code)[0] ?? code.firstLine));
  namespace.set('find_first_executable_line', fn('(code)', find, 'find_first_executable_line'));
}

/** `trace` would ask the garbage collector which class a function is of. */
function nameMethods({ namespace }: PyModule): void {
  const cls: PyType = namespace.get('Trace');
  const found = getAttr(cls, 'file_module_function_of');
  const named = (self: Py, frame: Py): Py => {
    const { items } = call(found, [self, frame]);
    const code = getAttr(frame, 'f_code') as Code;
    const parts = code.qualname.split('.');
    const isMethod = parts.length > 1 && parts.at(-2) !== '<locals>' && items[2] === code.name;
    return new PyTuple(isMethod ? [items[0], items[1], `${parts.at(-2)}.${items[2]}`] : items);
  };
  setAttr(cls, 'file_module_function_of', method('(frame)', named, 'file_module_function_of'));
}

/** The text of `-c` is what `linecache` shows for `<string>`. */
function rememberCommand({ namespace }: PyModule): void {
  const main = commandUnit();
  const cache = namespace.get('cache');
  if (main === undefined || !(cache instanceof PyDict)) return;
  const lines = main.source.split(/(?<=\n)/);
  cache.set('<string>', new PyTuple([main.source.length, null, new PyList(lines), '<string>']));
}

/** Carets by our own parser: the module's way through `ast` builds trees of Python objects for each line shown. */
function markNatively({ namespace }: PyModule): void {
  const anchorsType = namespace.get('_Anchors');
  namespace.set(
    '_extract_caret_anchors_from_line_segment',
    fn(
      '(segment)',
      (segment: string) => {
        const anchors = sourceTools().expressionAnchors(segment);
        return anchors === null
          ? null
          : call(anchorsType, [...place(segment, anchors[0]), ...place(segment, anchors[1])]);
      },
      '_extract_caret_anchors_from_line_segment',
    ),
  );
  const summary = namespace.get('StackSummary');
  summary.namespace.set(
    '_should_show_carets',
    method(
      '(start_offset, end_offset, all_lines, anchors)',
      (_self: Py, start: number, end: number, lines: PyList, anchors: Py) => {
        const texts = lines.items as string[];
        const first = codeUnits(texts[0]!, start);
        const last = codeUnits(texts.at(-1)!, end);
        const text = texts.join('\n');
        if (sourceTools().isWholeCall(text, first, text.length - (texts.at(-1)!.length - last)) === true) return false;
        return anchors !== null || texts[0]!.slice(0, first).trim() !== '' || texts.at(-1)!.slice(last).trim() !== '';
      },
      '_should_show_carets',
    ),
  );
}

/** Names of local variables are in the code of a frame that has ended, not in its `f_locals`. Without a traceback none is known. */
function suggestNatively({ namespace }: PyModule): void {
  namespace.set(
    '_compute_suggestion_error',
    fn(
      '(exc_value, tb, wrong_name)',
      (error: Py, tb: Py, name: Py) => {
        if (!(error instanceof PyBaseException) || typeof name !== 'string') return null;
        return tb === null && isInstanceOf(error, NameError) ? null : suggestedName(error, name);
      },
      '_compute_suggestion_error',
    ),
  );
}

/** Line, and column in code points, of an offset. */
function place(text: string, offset: number): [number, number] {
  const before = text.slice(0, offset).split('\n');
  return [before.length - 1, [...before.at(-1)!].length];
}

/** Length in UTF-16 of the first `points` code points. */
const codeUnits = (text: string, points: number): number => [...text].slice(0, points).join('').length;

/** Messages name the types of `datetime` with the module, as they do types in C. */
/** The difference of a date and a moment, which the module in Python has and that in C has not. */
function refuseMixedDifference({ namespace }: PyModule): void {
  const date = namespace.get('date');
  const difference = getAttr(date, '__sub__');
  const own = (self: Py, other: Py): Py =>
    isInstance(other, namespace.get('datetime')) ? NotImplemented : call(difference, [self, other]);
  setAttr(date, '__sub__', method('(other, /)', own, '__sub__'));
}

function nameTypes({ namespace }: PyModule): void {
  for (const name of ['date', 'time', 'datetime', 'timedelta', 'tzinfo', 'timezone', 'IsoCalendarDate']) {
    const type = namespace.get(name);
    if (type instanceof PyType && !type.name.includes('.')) type.name = `datetime.${type.name}`;
  }
}
