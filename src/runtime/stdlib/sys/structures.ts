/** What `sys` tells of the interpreter in structures: versions, flags, ranges of numbers. */
import { rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { PyFloat } from '../../object/values.js';
import { simpleNamespace } from '../../builtins/simpleNamespace.js';
import { structSequence } from '../../builtins/structseq.js';
import type { SysOptions } from '../sys.js';

/** `sys.version_info` and its relations. */
export function versions(): Record<string, Py> {
  const two = rt.dialect === 2;
  const info = two ? [2, 7, 18, 'final', 0] : [3, 13, 0, 'final', 0];
  const type = structSequence('sys.version_info', ['major', 'minor', 'micro', 'releaselevel', 'serial']);
  return {
    version_info: type.make(info),
    version: two ? '2.7.18 (pymp) \n[JavaScript V8]' : '3.13.0 (pymp) [JavaScript V8]',
    hexversion: two ? 0x020712f0 : 0x030d00f0,
    api_version: 1013,
  };
}

const FLAGS_2 = [
  'debug',
  'py3k_warning',
  'division_warning',
  'division_new',
  'inspect',
  'interactive',
  'optimize',
  'dont_write_bytecode',
  'no_user_site',
  'no_site',
  'ignore_environment',
  'tabcheck',
  'verbose',
  'unicode',
  'bytes_warning',
  'hash_randomization',
];

/** What the library asks for in a Python 2 program too; not shown there. */
const HIDDEN_2 = ['isolated', 'dev_mode', 'quiet', 'utf8_mode', 'warn_default_encoding', 'safe_path'];

/** `sys.flags`, as the command line set them. */
export function flags(given: SysOptions['flags']): Py {
  const names =
    rt.dialect === 2
      ? [...FLAGS_2, ...HIDDEN_2]
      : [
          'debug',
          'inspect',
          'interactive',
          'optimize',
          'dont_write_bytecode',
          'no_user_site',
          'no_site',
          'ignore_environment',
          'verbose',
          'bytes_warning',
          'quiet',
          'hash_randomization',
          'isolated',
          'dev_mode',
          'utf8_mode',
          'warn_default_encoding',
          'safe_path',
          'int_max_str_digits',
        ];
  const type = structSequence('sys.flags', names, rt.dialect === 2 ? FLAGS_2.length : names.length);
  return type.make(
    names.map(
      (name) =>
        given[name] ??
        (name === 'int_max_str_digits'
          ? 4300
          : name === 'hash_randomization'
            ? rt.dialect - 2
            : name === 'dev_mode' || name === 'safe_path'
              ? false
              : 0),
    ),
  );
}

export function floatInfo(): Py {
  const type = structSequence('sys.float_info', [
    'max',
    'max_exp',
    'max_10_exp',
    'min',
    'min_exp',
    'min_10_exp',
    'dig',
    'mant_dig',
    'epsilon',
    'radix',
    'rounds',
  ]);
  return type.make([
    new PyFloat(Number.MAX_VALUE),
    1024,
    308,
    new PyFloat(2.2250738585072014e-308),
    -1021,
    -307,
    15,
    53,
    new PyFloat(Number.EPSILON),
    2,
    1,
  ]);
}

export const intInfo = () =>
  structSequence('sys.int_info', [
    'bits_per_digit',
    'sizeof_digit',
    'default_max_str_digits',
    'str_digits_check_threshold',
  ]).make([30, 4, 4300, 640]);
export const longInfo = () => structSequence('sys.long_info', ['bits_per_digit', 'sizeof_digit']).make([30, 4]);
export const hashInfo = () =>
  structSequence('sys.hash_info', [
    'width',
    'modulus',
    'inf',
    'nan',
    'imag',
    'algorithm',
    'hash_bits',
    'seed_bits',
    'cutoff',
  ]).make([64, 2305843009213693951n, 314159, 0, 1000003, 'siphash13', 64, 128, 0]);

/** `sys.implementation`. */
export function implementation(): Py {
  const { version_info, hexversion } = versions();
  const members = {
    name: 'pymp',
    cache_tag: null,
    version: version_info,
    hexversion,
    _multiarch: 'x86_64-linux-gnu',
    supports_isolated_interpreters: false,
  };
  return simpleNamespace(members);
}
