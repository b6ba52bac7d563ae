/** Modules of Python 3's library whose source is not in the package of the library, or stands there under another name. */
import { rt } from '../object/context.js';
import type { PyModule } from '../object/values.js';
import { datetimeSource, datetimeSource2, datetimeWords } from './datetimeTexts.js';
import { ownLibraryPath } from './library.js';
import { giveTypes, withoutBeginning } from './namedTypes.js';
import { isFile } from './paths.js';

/** A module that the library has in Python where CPython has it in C: file in the library, and the name it runs under. */
const IN_PYTHON: Readonly<Record<string, { file: string; runsAs: string; rewrite: (source: string) => string }>> = {
  _datetime: { file: '_pydatetime.py', runsAs: 'datetime', rewrite: datetimeSource },
};

/** Modules of the library whose beginning takes longer to run than it takes to say what comes of it. */
const BEGUN: Readonly<Record<string, Omit<OwnSource, 'kind' | 'packagePath'>>> = {
  types: { file: 'types.py', runsAs: 'types', rewrite: withoutBeginning, begin: giveTypes },
};

/** Modules of the library that use what Python 2 does not have: numbers from bytes, characters beyond 255. */
const IN_PYTHON_2: typeof IN_PYTHON = {
  _datetime: { file: '_pydatetime.py', runsAs: 'datetime', rewrite: datetimeSource2 },
  ipaddress: { file: 'ipaddress.py', runsAs: '@ipaddress', rewrite: numbersFromBytes },
  'html.entities': {
    file: 'html/entities.py',
    runsAs: '@html.entities',
    rewrite: (source) => source.replace('chr(codepoint)', 'codepoint'),
  },
};

function numbersFromBytes(source: string): string {
  const ints = 'Ints = (int, type(1 << 99))';
  const own =
    'fromBytes = lambda data, _="big": functools.reduce(lambda sum, byte: sum << 8 | byte, bytearray(data), 0)';
  return source
    .replace(/^import functools$/m, `import functools; ${ints}; ${own}`)
    .replaceAll('int.from_bytes', 'fromBytes')
    .replace(/(isinstance\(\w+, )int\)/g, '$1Ints)');
}

/** Modules of the package `email` by the names that they had once. */
const EMAIL_ONCE =
  'Charset Encoders Errors FeedParser Generator Header Iterators Message Parser Utils base64MIME quopriMIME ' +
  'MIMEAudio MIMEBase MIMEImage MIMEMessage MIMEMultipart MIMENonMultipart MIMEText';

/** One of those: it has what the module has under its name now. */
function emailOnce(name: string): OwnSource | undefined {
  const once = name.startsWith('email.') ? name.slice('email.'.length) : '';
  if (once === '' || !EMAIL_ONCE.split(' ').includes(once)) return undefined;
  const now = once.startsWith('MIME') ? `mime.${once.slice('MIME'.length).toLowerCase()}` : once.toLowerCase();
  const file = `${String(rt.state.get('library path'))}/email/${now.replace('.', '/')}.py`;
  const rewrite = () =>
    `import sys\nfrom email.${now} import *\nsys.modules['email.${once}'] = sys.modules['email.${now}']\n`;
  return { kind: 'source', file, packagePath: null, runsAs: `email.${once}`, rewrite };
}

/** Tells versions of a function that rewrites sources apart, so that what was compiled by another one is not taken. */
export function revisionOf(rewrite: (source: string) => string): string {
  const text = rewrite === datetimeSource || rewrite === datetimeSource2 ? datetimeWords() : String(rewrite);
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return sum.toString(36);
}

export interface OwnSource {
  readonly kind: 'source';
  readonly file: string;
  readonly packagePath: string | null;
  /** `__name__` while the module runs, where its classes belong to another module. */
  readonly runsAs?: string;
  /** What is changed in the source before it is compiled. */
  readonly rewrite?: (source: string) => string;
  /** Called before the module's code runs. */
  readonly begin?: (module: PyModule) => void;
}

/** Where the source of a top-level module is, if it is one of those. */
export function findOwnSource(name: string): OwnSource | undefined {
  const ofDialect = rt.dialect === 2 ? IN_PYTHON_2 : BEGUN;
  const table = Object.hasOwn(ofDialect, name) ? ofDialect : IN_PYTHON;
  if (Object.hasOwn(table, name)) {
    const { file, ...how } = table[name]!;
    return { kind: 'source', file: `${String(rt.state.get('library path'))}/${file}`, packagePath: null, ...how };
  }
  if (name.includes('.')) return rt.dialect === 2 ? emailOnce(name) : undefined;
  const base = `${ownLibraryPath()}/${name}`;
  if (isFile(`${base}/__init__.py`)) return { kind: 'source', file: `${base}/__init__.py`, packagePath: base };
  return isFile(`${base}.py`) ? { kind: 'source', file: `${base}.py`, packagePath: null } : undefined;
}
