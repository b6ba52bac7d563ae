/** What modules of the library have besides in a Python 2 program: names that Python 3 no longer has. */
import { execAsPython3 } from '../builtins/evaluate.js';
import { basestringType } from '../builtins/basestring.js';
import { intType, longType } from '../builtins/int.js';
import { strType } from '../builtins/str.js';
import { builtin } from '../builtins/registry.js';
import { getAttr, setAttr } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { call, callKw, callMethod } from '../object/call.js';
import { setUnseen } from '../object/classChanges.js';
import { delAttr } from '../object/deletion.js';
import { ReferenceError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import type { FunctionInfo } from '../object/function.js';
import { asDouble, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyList, type PyModule, PyTuple, PyUnicode } from '../object/values.js';
import { floatToInt } from '../text/numberMath.js';
import { adaptDates } from './dates2.js';
import { adaptIo, addWrapper } from './adjustIo2.js';
import { loadDotted } from './importFunction.js';
import { reduceWeakSet } from './reduced2.js';

const ABCS =
  'Callable Container Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping ' +
  'MutableSequence MutableSet Sequence Set Sized ValuesView';

/** What `os` has in Python 3 only, and the library does not use. */
const ONLY_PYTHON3 = ['cpu_count', 'environb', 'getenvb', 'getrandom', 'sched_getaffinity', 'sched_setaffinity'];

/** What a Counter does in Python 3 only; without these it is compared as a dict. */
const ONLY_COUNTER_3 =
  '__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __pos__ __neg__ __iadd__ __isub__ __iand__ __ior__ total'.split(' ');

/** Properties of a UUID that Python 2 has as methods too. */
const UUID_FIELDS =
  'bytes bytes_le clock_seq clock_seq_hi_variant clock_seq_low fields hex node time time_hi_version time_low time_mid urn ' +
  'variant version';

/** What durations do with numbers, and how they do it in Python 3. */
const DURATIONS = [
  ['__div__', '__floordiv__'],
  ['__floordiv__', '__floordiv__'],
  ['__mul__', '__mul__'],
  ['__rmul__', '__rmul__'],
] as const;

const asStr = (o: Py): Py => (o instanceof PyUnicode ? str(o) : o);

/** Gives a new class an attribute that cannot be set from outside. */
function give(cls: PyType, name: string, value: Py): null {
  setUnseen(cls, name, value);
  return null;
}

/** Messages call a function by the name of its code. */
function nameCode(f: Py, name: Py): null {
  const { code } = f.info as FunctionInfo;
  (f.info as FunctionInfo).code = callKw(getAttr(code, 'replace'), [], new Map([['co_name', name]]));
  return null;
}

/** Where the module asks for a str, a unicode will do. */
const takesUnicode = ({ namespace }: PyModule): void => {
  namespace.set('str', getAttr(loadDotted('_text2'), 'text'));
};

/** By module name; called once it has run. */
export const ADJUSTMENTS_2: Readonly<Record<string, (module: PyModule) => void>> = {
  _strptime: ({ namespace }) => {
    // Texts are of two kinds.
    const parse = namespace.get('_strptime');
    const own = (text: Py, format: Py): Py => call(parse, [asStr(text), asStr(format)]);
    namespace.set('_strptime', fn("(data_string, format='%a %b %d %H:%M:%S %Y')", own, '_strptime'));
  },
  // The library's texts are str, which the class for programs refuses.
  '@io': (module) => takeFrom('_libraryio', module, ['StringIO']),
  io: adaptIo,
  _pyio: addWrapper,
  '@threading': ({ namespace }) => {
    const thread = namespace.get('Thread');
    const set = fn('(name, value)', (name: Py, value: Py): Py => {
      setUnseen(thread, name, value);
      return null;
    });
    callMethod(loadDotted('_privatenames'), 'add_to_threads', set);
  },
  '@random': ({ namespace }) => {
    // It takes items at these places, for which Python 2's functions give floats.
    namespace.set('_floor', roundedInt(Math.floor));
    namespace.set('_ceil', roundedInt(Math.ceil));
  },
  '@socket': (module) => {
    // Its own goes by what Python 3's lists can do; and there is one sign for no time limit being given.
    takeFrom('socket', module, ['create_connection', '_GLOBAL_DEFAULT_TIMEOUT']);
  },
  'collections.abc': ({ namespace }) => {
    const iterator = namespace.get('Iterator');
    setAttr(iterator, '__subclasshook__', callMethod(loadDotted('_collections2'), 'iterator_hook', iterator));
  },
  collections: ({ namespace }) => {
    const abc = loadDotted('_collections_abc');
    for (const name of ABCS.split(' ')) namespace.set(name, getAttr(abc, name));
    const own = loadDotted('_collections2');
    callMethod(own, 'adapt_mapping', getAttr(abc, 'Mapping'));
    callMethod(own, 'adapt_abstract', abc);
    const counter = namespace.get('Counter');
    setAttr(counter, '__repr__', getAttr(own, 'show_counter'));
    for (const name of ONLY_COUNTER_3) delAttr(counter, name);
    const [make, ordered] = [namespace.get('namedtuple'), namespace.get('OrderedDict')];
    namespace.set(
      'namedtuple',
      callMethod(own, 'named_tuples', make, ordered, fn('(function, name)', nameCode), fn('(cls, name, value)', give)),
    );
  },
  datetime: ({ namespace }) => {
    adaptDates(namespace);
    setAttr(namespace.get('time'), '__nonzero__', getAttr(loadDotted('_numbers2'), 'is_after_midnight'));
    const timedelta = namespace.get('timedelta');
    for (const [name, theirs] of DURATIONS) {
      const operation = getAttr(timedelta, theirs);
      const own = (self: Py, value: Py): Py => {
        // The library knows no longs.
        const whole = intValue(value);
        return whole === undefined && !name.includes('floor')
          ? NotImplemented
          : call(operation, [self, whole ?? value]);
      };
      setAttr(timedelta, name, method('(value, /)', own, name));
    }
  },
  numbers: ({ namespace }) => {
    const [real, integral] = [namespace.get('Real'), namespace.get('Integral')];
    callMethod(loadDotted('_numbers2'), 'adapt', real, integral, getAttr(loadDotted('abc'), 'update_abstractmethods'));
    callMethod(integral, 'register', longType);
  },
  // It writes methods in Python 3.
  '@dataclasses': ({ namespace }) => namespace.set('exec', execAsPython3),
  doctest: ({ namespace }) => {
    // A str is bytes already.
    setAttr(
      namespace.get('OutputChecker'),
      '_toAscii',
      method('(text)', (_self: Py, text: Py) => text, '_toAscii'),
    );
    setAttr(namespace.get('DocTestRunner'), 'summarize', getAttr(loadDotted('_doctest2'), 'summarize'));
  },
  'email.encoders': (module) => takeFrom('_email2', module, ['encode_base64', 'encode_quopri', 'encode_7or8bit']),
  'email.header': ({ namespace }) => {
    const own = loadDotted('_email2');
    const header = namespace.get('Header');
    for (const name of ['append', 'encode']) setAttr(header, name, getAttr(own, name));
    setAttr(header, '__str__', getAttr(own, 'encode'));
    namespace.set('decode_header', callMethod(own, 'decoding', namespace.get('decode_header')));
  },
  'email.message': ({ namespace }) => {
    const own = loadDotted('_email2');
    for (const name of ['set_payload', 'get_payload', 'set_charset', 'raw_items'])
      setAttr(namespace.get('Message'), name, getAttr(own, name));
  },
  'email.mime.text': ({ namespace }) => {
    setAttr(namespace.get('MIMEText'), '__init__', getAttr(loadDotted('_email2'), 'init_text'));
  },
  fractions: (module) => {
    takesUnicode(module);
    takeFrom('_fractions2', module, ['gcd']);
    callMethod(loadDotted('_fractions2'), 'adapt', module.namespace.get('Fraction'));
  },
  hashlib: ({ namespace }) =>
    namespace.set('algorithms', new PyTuple(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])),
  inspect: ({ namespace }) => {
    namespace.set(
      'getargspec',
      fn('(func)', (f: Py) => argSpec(namespace.get('getfullargspec'), f), 'getargspec'),
    );
    for (const name of ['ArgSpec', 'formatargspec', 'joinseq', 'strseq'])
      namespace.set(name, getAttr(loadDotted('_inspect2'), name));
  },
  json: ({ namespace }) => {
    const own = loadDotted('_json2');
    for (const name of ['dump', 'dumps', 'load', 'loads', 'JSONDecoder']) namespace.set(name, getAttr(own, name));
    setAttr(loadDotted('json.decoder'), 'JSONDecoder', getAttr(own, 'JSONDecoder'));
    for (const name of ['default', 'encode', 'iterencode'])
      setAttr(namespace.get('JSONEncoder'), name, getAttr(own, name));
    for (const module of ['json', 'json.decoder']) delAttr(loadDotted(module), 'JSONDecodeError');
  },
  'json.encoder': ({ namespace }) => {
    // Texts are of two kinds.
    namespace.set('str', basestringType);
    widenDefaults(namespace.get('_make_iterencode'));
    const cls = namespace.get('JSONEncoder');
    setAttr(cls, '__init__', encoderInit(getAttr(cls, '__init__')));
  },
  mimetypes: ({ namespace }) => {
    const own = loadDotted('_text2');
    const types = namespace.get('MimeTypes');
    namespace.set('open', getAttr(own, 'open_lines'));
    setAttr(types, 'guess_type', callMethod(own, 'guess_type_of', getAttr(types, 'guess_type')));
  },
  operator: ({ namespace }) => {
    for (const name of 'div idiv repeat irepeat getslice setslice delslice'.split(' '))
      namespace.set(`__${name}__`, namespace.get(name));
    for (const name of 'matmul imatmul call length_hint __matmul__ __imatmul__ __call__ __all__'.split(' '))
      namespace.delete(name);
  },
  os: ({ namespace }) => {
    namespace.set('defpath', ':/bin:/usr/bin');
    const own = loadDotted('_os2');
    for (const name of getAttr(own, '__all__').items) namespace.set(name, getAttr(own, name));
    for (const name of ONLY_PYTHON3) namespace.delete(name);
    const all = namespace.get('__all__').items;
    all.splice(0, all.length, ...all.filter((name: Py) => !ONLY_PYTHON3.includes(name)));
  },
  logging: ({ namespace }) => {
    setAttr(namespace.get('Formatter'), 'formatException', method('(ei)', formatException, 'formatException'));
    const own = loadDotted('_logging2');
    for (const [cls, name, mine] of [
      ['LogRecord', 'getMessage', 'get_message'],
      ['Formatter', 'formatMessage', 'format_message'],
      ['Handler', 'handleError', 'handle_error'],
      ['StreamHandler', 'emit', 'emit'],
      ['FileHandler', '_open', 'open_file'],
    ] as const)
      setAttr(namespace.get(cls), name, getAttr(own, mine));
    callMethod(own, 'add_old_names', namespace.get('_levelToName'), namespace.get('_nameToLevel'));
    const manager = namespace.get('Manager');
    setAttr(manager, 'getLogger', callMethod(own, 'finding', getAttr(manager, 'getLogger')));
    // A logger without handlers says so, once.
    namespace.set('lastResort', null);
    namespace.set('raiseExceptions', 1);
    for (const cls of ['Logger', 'Handler', 'StreamHandler', 'FileHandler']) delAttr(namespace.get(cls), '__repr__');
  },
  'logging.config': takesUnicode,
  'logging.handlers': ({ namespace }) => {
    const own = loadDotted('_logging2');
    setAttr(namespace.get('BufferingHandler'), 'flush', getAttr(own, 'flush_buffer'));
    setAttr(namespace.get('MemoryHandler'), 'flush', getAttr(own, 'flush_memory'));
  },
  optparse: (module) => {
    takesUnicode(module);
    takeFrom('_optparse2', module, ['ngettext']);
    callMethod(loadDotted('_optparse2'), 'adapt', module);
  },
  posixpath: ({ namespace }) => {
    namespace.set('defpath', ':/bin:/usr/bin');
    // Loaded when it is first called: most programs have no use for it.
    const walk = method(
      '(*args)',
      (top: Py, args: Py[]) => call(getAttr(loadDotted('_path2'), 'walk'), [top, ...args]),
      'walk',
    );
    namespace.set('walk', walk);
    const abspath = namespace.get('abspath');
    const absolute = (path: Py) =>
      path instanceof PyUnicode ? callMethod(loadDotted('_path2'), 'abspath', path) : call(abspath, [path]);
    namespace.set('abspath', fn('(path)', absolute, 'abspath'));
  },
  shlex: ({ namespace }) => {
    namespace.set('str', basestringType);
    const stream = namespace.get('StringIO');
    namespace.set(
      'StringIO',
      fn('(text)', (text: Py) => call(stream, [asStr(text)])),
    );
  },
  tarfile: (module) => {
    module.namespace.set('OSError', builtin('EnvironmentError'));
    takeFrom('_archives2', module, ['nts']);
    callMethod(loadDotted('_archives2'), 'adjust_tar', module);
    module.namespace.set('DEFAULT_FORMAT', module.namespace.get('GNU_FORMAT'));
    setAttr(module.namespace.get('TarFile'), 'format', module.namespace.get('GNU_FORMAT'));
  },
  platform: (module) => takeFrom('_platform2', module, ['dist', 'linux_distribution', 'popen']),
  timeit: takesUnicode,
  uuid: ({ namespace }) => {
    namespace.set('bytes_', strType);
    for (const name of UUID_FIELDS.split(' '))
      setAttr(
        namespace.get('UUID'),
        `get_${name}`,
        method('()', (self: Py) => getAttr(self, name), `get_${name}`),
      );
  },
  _weakrefset: ({ namespace }) => setAttr(namespace.get('WeakSet'), '__reduce__', reduceWeakSet()),
  weakref: ({ namespace }) => {
    namespace.set('ReferenceError', ReferenceError.type);
    const all = 'ref proxy getweakrefcount getweakrefs WeakKeyDictionary ReferenceError ReferenceType ProxyType';
    const more = 'CallableProxyType ProxyTypes WeakValueDictionary WeakSet';
    namespace.set('__all__', new PyList(`${all} ${more}`.split(' ')));
    for (const cls of ['WeakKeyDictionary', 'WeakValueDictionary'])
      callMethod(loadDotted('_weakref2'), 'add_old_methods', namespace.get(cls));
  },
  'xml.dom.expatbuilder': ({ namespace }) => namespace.set('str', basestringType),
  'xml.dom.minidom': ({ namespace }) => {
    namespace.set('str', basestringType);
    const own = loadDotted('_minidom2');
    for (const name of ['toxml', 'toprettyxml']) setAttr(namespace.get('Node'), name, getAttr(own, name));
    setAttr(namespace.get('Element'), 'writexml', getAttr(own, 'write_element'));
    namespace.set('_write_data', getAttr(own, 'write_data'));
  },
  'xml.etree.ElementTree': ({ namespace }) => {
    namespace.set('str', basestringType);
    const own = loadDotted('_etree2');
    for (const cls of ['Element', 'ElementTree']) callMethod(own, 'add_old_methods', namespace.get(cls));
    for (const [name, mine] of [
      ['_fixname', 'fix_name'],
      ['_start', 'start'],
    ] as const)
      setAttr(namespace.get('XMLParser'), name, getAttr(own, mine));
    setAttr(namespace.get('TreeBuilder'), 'data', getAttr(own, 'data'));
    namespace.set('_get_writer', getAttr(own, 'get_writer'));
    namespace.set('tostring', callMethod(own, 'to_string', namespace.get('ElementTree')));
  },
  zipfile: (module) => {
    takesUnicode(module);
    takeFrom('_archives2', module, ['crc32']);
    setAttr(module.namespace.get('BadZipFile'), '__name__', 'BadZipfile');
    callMethod(loadDotted('_archives2'), 'adjust_zip', module);
  },
  unittest: (module) => {
    takeFrom('_unittest2', module, ['findTestCases', 'getTestCaseNames', 'makeSuite']);
    module.namespace.delete('__getattr__');
  },
  'unittest.case': (module) => {
    callMethod(loadDotted('_unittestcase2'), 'adjust', module);
  },
  // No tests are no failure.
  'unittest.main': ({ namespace }) => namespace.set('_NO_TESTS_EXITCODE', 0),
  warnings: (module) => {
    const { namespace } = module;
    takesUnicode(module);
    // Only the option -3 would show them.
    namespace.set(
      'warnpy3k',
      fn('(message, category=None, stacklevel=1)', (): Py => null, 'warnpy3k'),
    );
    forgetFilterOfMain(namespace.get('filters'));
  },
};

const roundedInt = (round: (x: number) => number): Py => fn('(x, /)', (x: Py) => floatToInt(round(asDouble(x))));

/** Python 3 shows the deprecations in the program itself; Python 2 does not. */
function forgetFilterOfMain(filters: PyList): void {
  filters.items = filters.items.filter(({ items: [action, , , module] }: PyTuple) => {
    return action !== 'default' || module === null || getAttr(module, 'pattern') !== '__main__';
  });
}

/** `inspect.getargspec`: what Python 2's functions may have. */
function argSpec(full: Py, f: Py): Py {
  const [args, varargs, keywords, defaults] = callMethod(full, '__call__', f).items;
  return call(getAttr(loadDotted('_inspect2'), 'ArgSpec'), [args, varargs, keywords, defaults]);
}

/** Puts what a module of Python 2's has in place of the library's. */
function takeFrom(own: string, { namespace }: PyModule, names: readonly string[]): void {
  for (const name of names) namespace.set(name, getAttr(loadDotted(own), name));
}

/** What a function of the encoder has as defaults: texts and ints are of two kinds, and a long is shown without its letter. */
function widenDefaults(f: Py): void {
  const wider = new Map<Py, Py>([
    [strType, basestringType],
    [intType, new PyTuple([intType, longType])],
  ]);
  const { items } = getAttr(f, '__defaults__') as PyTuple;
  const show = fn('(n)', (n: Py) => str(n), 'show');
  setAttr(
    f,
    '__defaults__',
    new PyTuple(items.map((each, i) => wider.get(each) ?? (i === items.length - 1 ? show : each))),
  );
}

/** Items are followed by a space, at the end of a line too. */
const encoderInit = (init: Py): Py =>
  method('(*args, **kwargs)', (self: Py, args: Py[], kwargs: Keywords) => {
    setAttr(self, 'encoding', kwargs.get('encoding') ?? 'utf-8');
    kwargs.delete('encoding');
    callKw(init, [self, ...args], kwargs);
    if ((kwargs.get('separators') ?? null) === null)
      setAttr(self, 'item_separator', getAttr(typeOf(self), 'item_separator'));
    return null;
  });

/** A traceback as text, which is str in Python 2. */
function formatException(_self: Py, info: PyTuple): Py {
  const parts = callMethod(loadDotted('traceback'), 'format_exception', ...info.items) as PyList;
  return parts.items.join('').replace(/\n$/, '');
}
