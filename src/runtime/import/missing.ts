/** Modules of CPython's library that are not here, and why: the end of the ModuleNotFoundError's text. */
import { rt } from '../object/context.js';
import { stdlibNames } from './stdlibNames.js';

const LIBRARY = (name: string) => `it needs ${name}, a library in C`;
const SYSTEM = (name: string) => `it is for ${name} only`;
const TERMINAL = 'it needs a terminal library in C';
const SPEED = (name: string) => `${name} does without this part in C`;
const INSIDE = "it is a part of CPython's inside";
const TK = LIBRARY('Tk');

const REASONS: Readonly<Record<string, string>> = {
  _aix_support: SYSTEM('AIX'),
  _ctypes: 'ctypes is here, in TypeScript, without libraries in C',
  _curses: TERMINAL,
  _curses_panel: TERMINAL,
  _dbm: LIBRARY('ndbm'),
  _elementtree: SPEED('xml.etree.ElementTree'),
  _gdbm: LIBRARY('gdbm'),
  _interpchannels: INSIDE,
  _interpqueues: INSIDE,
  _interpreters: INSIDE,
  _locale: SPEED('locale'),
  _lzma: LIBRARY('liblzma'),
  _osx_support: SYSTEM('macOS'),
  _overlapped: SYSTEM('Windows'),
  _pydecimal: 'decimal is here, in TypeScript',
  _scproxy: SYSTEM('macOS'),
  _sqlite3: LIBRARY('SQLite'),
  _sre: SPEED('re'),
  _ssl: LIBRARY('OpenSSL'),
  _stat: SPEED('stat'),
  _suggestions: SPEED('traceback'),
  _symtable: 'the compiler here has other tables of symbols',
  _sysconfig: INSIDE,
  _tkinter: TK,
  _uuid: SPEED('uuid'),
  _winapi: SYSTEM('Windows'),
  _wmi: SYSTEM('Windows'),
  _zoneinfo: SPEED('zoneinfo'),
  curses: TERMINAL,
  ensurepip: 'no packages are installed into pymp',
  idlelib: TK,
  lzma: LIBRARY('liblzma'),
  msvcrt: SYSTEM('Windows'),
  nt: SYSTEM('Windows'),
  pydoc_data: 'the texts of the manual are not here',
  readline: TERMINAL,
  sqlite3: LIBRARY('SQLite'),
  ssl: LIBRARY('OpenSSL'),
  tkinter: TK,
  turtle: TK,
  turtledemo: TK,
  venv: 'no packages are installed into pymp',
  winreg: SYSTEM('Windows'),
  winsound: SYSTEM('Windows'),
};

const PARSER = 're is here, in TypeScript';

/** Modules whose source is in the library, but which look into what is not here. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  sre_compile: PARSER,
  sre_constants: PARSER,
  sre_parse: PARSER,
};
const LEFT_OUT2: Readonly<Record<string, string>> = {
  sre_compile: PARSER,
  sre_parse: PARSER,
  zipimport: 'archives are no folders of modules for Python 2 here',
};

/** Whether the library's source of this module cannot run. */
export const isLeftOut = (name: string): boolean => Object.hasOwn(rt.dialect === 2 ? LEFT_OUT2 : LEFT_OUT, name);

const CODECS = /^_codecs_(cn|hk|iso2022|jp|kr|tw)$/;

/** Why a module of CPython's library is not here; undefined where its name says nothing. */
export function reasonMissing(name: string): string | undefined {
  const top = name.split('.')[0]!;
  return CODECS.test(top)
    ? SPEED('codecs')
    : ((rt.dialect === 2 ? LEFT_OUT2 : LEFT_OUT)[top] ?? (Object.hasOwn(REASONS, top) ? REASONS[top] : undefined));
}

/** What to do about a module that nothing provides, for who reads the traceback; undefined for modules of the library, whose errors say why. */
export function adviceOnMissing(name: string): string | undefined {
  const top = name.split('.')[0]!;
  const isThere = rt.modules.get(top) !== undefined;
  if (isThere || reasonMissing(top) !== undefined || stdlibNames().has(top)) return undefined;
  return (
    `pymp: ${top} is not in the library, nor beside the program or on PYTHONPATH. A package in pure Python can be put there; ` +
    'one with parts in C does not run here. `pymp check FILE` finds all such imports.\n'
  );
}

/** The same as the end of a message, ': because …', or ''. */
export function whyMissing(name: string): string {
  const reason = reasonMissing(name);
  return reason === undefined || rt.dialect === 2 ? '' : `: ${reason}`;
}
