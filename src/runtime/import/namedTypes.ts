/** What `types` finds out by asking values for their type. It is known without, and to make those values takes longer than all else that the module does. */
import {
  builtinFunctionType,
  methodDescriptorType,
  methodWrapperType,
  wrapperDescriptorType,
} from '../builtins/builtinFunction.js';
import { cellType } from '../builtins/cell.js';
import { codeType } from '../builtins/code.js';
import { tracebackType } from '../builtins/exceptions.js';
import { functionType } from '../builtins/function.js';
import { asyncGeneratorType, coroutineType, generatorType } from '../builtins/generator.js';
import { genericAliasType } from '../builtins/genericAlias.js';
import { getSetType, memberType } from '../builtins/getSet.js';
import { methodType } from '../builtins/instanceMethod.js';
import { mappingProxyType } from '../builtins/mappingProxy.js';
import { classMethodDescriptor } from '../builtins/methodWrappers.js';
import { moduleType } from '../builtins/module.js';
import { frameType } from '../builtins/pyFrame.js';
import { simpleNamespaceType } from '../builtins/simpleNamespace.js';
import { unionType } from '../builtins/unionType.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { Ellipsis, NotImplemented, type PyModule } from '../object/values.js';

type Types = Readonly<Record<string, () => Py>>;

/** Those that the module begins with, in its order. */
const FIRST: Types = {
  FunctionType: () => functionType,
  LambdaType: () => functionType,
  CodeType: () => codeType,
  MappingProxyType: () => mappingProxyType,
  SimpleNamespace: () => simpleNamespaceType,
  CellType: () => cellType,
  GeneratorType: () => generatorType,
  CoroutineType: () => coroutineType,
  AsyncGeneratorType: () => asyncGeneratorType,
  MethodType: () => methodType,
  BuiltinFunctionType: () => builtinFunctionType,
  BuiltinMethodType: () => builtinFunctionType,
  WrapperDescriptorType: () => wrapperDescriptorType,
  MethodWrapperType: () => methodWrapperType,
  MethodDescriptorType: () => methodDescriptorType,
  ClassMethodDescriptorType: () => classMethodDescriptor,
  ModuleType: () => moduleType,
  TracebackType: () => tracebackType,
  FrameType: () => frameType,
  GetSetDescriptorType: () => getSetType,
  MemberDescriptorType: () => memberType,
};
/** Those at its end. */
const LAST: Types = {
  GenericAlias: () => genericAliasType,
  UnionType: () => unionType,
  EllipsisType: () => typeOf(Ellipsis),
  NoneType: () => typeOf(null),
  NotImplementedType: () => typeOf(NotImplemented),
};
const ALL: Types = { ...FIRST, ...LAST };

/** The type that `types` has under a name, if it is one of those. */
export const namedType = (name: string): Py => (Object.hasOwn(ALL, name) ? ALL[name]!() : undefined);

/** What the module begins with, up to where it deletes the values that it made for that. */
const BEGINNING = /^def _f\(\): pass$[^]*?^del sys, _f\b.*$/m;

/** The module's text without its beginning, of as many lines. */
export const withoutBeginning = (source: string): string =>
  source.replace(BEGINNING, (lines) => `del sys${lines.replace(/[^\n]/g, '')}`);

/** Gives the module what its beginning would. */
export function giveTypes({ namespace }: PyModule): void {
  for (const name of Object.keys(FIRST)) namespace.set(name, FIRST[name]!());
}
