/** Functions of the runtime and methods of built-in types: as they are on the type, and bound. */
import type { Keywords } from '../object/binding.js';
import { callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import { AttributeError, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import {
  type BuiltinInfo,
  builtinFunctionPrototype,
  methodDescriptorPrototype,
  type PyFunction,
  slotWrapperPrototype,
} from '../object/function.js';
import { defineMembers, getter, mirrorOn } from '../object/install.js';
import { hide, type Py, PyObject } from '../object/object.js';
import { builtinType, type Members, PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { bindMethod, PyBuiltinMethod, PyMethod, PyMethodWrapper, PyTuple } from '../object/values.js';
import { comparedByIdentity } from './boundIdentity.js';
import { address } from './object.js';
import { slotDoc } from './slotDocs.js';
import { otherSignature } from './textSignatures.js';

export const builtinFunctionType: PyType = builtinType({
  name: 'builtin_function_or_method',
  js: PyBuiltinMethod,
  subclassable: false,
});
mirrorOn(builtinFunctionType, builtinFunctionPrototype);
// Next on the chain is what functions written in Python have, and these have not.
for (const name of [
  'annotations',
  'builtins',
  'closure',
  'code',
  'defaults',
  'dict',
  'get',
  'globals',
  'kwdefaults',
  'type_params',
]) {
  hide(builtinFunctionPrototype, `$__${name}__`, undefined);
}
hide(builtinFunctionPrototype, 'm$__get__', undefined);

export const methodWrapperType: PyType = builtinType({
  name: 'method-wrapper',
  js: PyMethodWrapper,
  subclassable: false,
});

/** Types of JavaScript functions: nothing is made with their classes. */
class PyMethodDescriptor extends PyObject {}
class PySlotWrapper extends PyObject {}
export const methodDescriptorType: PyType = builtinType({
  name: 'method_descriptor',
  js: PyMethodDescriptor,
  subclassable: false,
});
mirrorOn(methodDescriptorType, methodDescriptorPrototype);
export const wrapperDescriptorType: PyType = builtinType({
  name: 'wrapper_descriptor',
  js: PySlotWrapper,
  subclassable: false,
});
mirrorOn(wrapperDescriptorType, slotWrapperPrototype);
for (const prototype of [methodDescriptorPrototype, slotWrapperPrototype])
  for (const name of ['module', 'self']) hide(prototype, `$__${name}__`, undefined);

const infoOf = (f: PyFunction | PyMethod): BuiltinInfo => (f instanceof PyMethod ? f.func.builtin : f.builtin!);
const ownerType = (f: PyFunction | PyMethod): PyType | null => {
  const { owner } = infoOf(f);
  return owner instanceof PyType ? owner : null;
};
/** A class written in Python may have functions of the runtime for methods; those have no owner. */
const pathOf = (f: PyFunction | PyMethod): string => {
  const owner = ownerType(f);
  return owner === null ? infoOf(f).name : `${shortTypeName(owner)}.${infoOf(f).name}`;
};
const docOf = (i: BuiltinInfo) => i.doc ?? (rt.dialect === 3 ? slotDoc(i.name) : null);

function textSignature(f: PyFunction | PyMethod): string | null {
  const { isMethod, text, name } = infoOf(f);
  const owner = ownerType(f);
  const other = otherSignature(owner === null ? null : owner.name, name);
  if (other !== undefined) return other;
  if (isMethod) return text.replace(/^\(self/, '($self');
  return f instanceof PyMethod ? text.replace(/^\(cls/, '($type') : text;
}

/** What both dialects know of functions, and Python 3 alone. */
const described = (qualname: (f: PyFunction | PyMethod) => string): Members => ({
  __name__: getter((f) => infoOf(f).name),
  __doc__: getter((f) => docOf(infoOf(f))),
  __call__: method('(*args, **kwargs)', (f: Py, args: Py[], kwargs: Keywords) => callKw(f, args, kwargs)),
  ...(rt.dialect === 3 ? { __qualname__: getter(qualname), __text_signature__: getter(textSignature) } : {}),
});

const shownObject = (o: Py): string =>
  o instanceof PyType ? `type object at ${address(o)}` : `${typeOf(o).name} object at ${address(Object(o))}`;

const reduceBound = (owner: Py, name: string) => new PyTuple([rt.builtins.$getattr, new PyTuple([owner, name])]);

// ---------------------------------------------------------------- functions, and bound methods

function moduleOf(f: PyFunction | PyMethod): Py {
  const { owner } = infoOf(f);
  if (f instanceof PyMethod || owner instanceof PyType) return null;
  return owner ?? (rt.dialect === 2 ? '__builtin__' : 'builtins');
}

function selfOf(f: PyFunction | PyMethod): Py {
  if (f instanceof PyMethod) return f.self;
  // A static method has nothing that it is bound to, but `__new__` has its type.
  if (ownerType(f) !== null) return infoOf(f).name === '__new__' ? ownerType(f) : null;
  return rt.dialect === 2 ? null : (rt.modules.get(moduleOf(f)) ?? null);
}

function reprFunction(f: PyFunction | PyMethod): string {
  const { name } = infoOf(f);
  const self = f instanceof PyMethod ? f.self : ownerType(f);
  return self === null && !(f instanceof PyMethod)
    ? `<built-in function ${name}>`
    : `<built-in method ${name} of ${shownObject(self)}>`;
}

defineMembers(builtinFunctionType, () => ({
  ...described((f) => {
    if (!(f instanceof PyMethod)) return pathOf(f);
    return `${(f.self instanceof PyType ? f.self : typeOf(f.self)).qualname}.${infoOf(f).name}`;
  }),
  __module__: getter(moduleOf),
  __self__: getter(selfOf),
  __repr__: method('()', reprFunction),
  ...comparedByIdentity(PyBuiltinMethod),
  __reduce__: method('()', (f: PyFunction | PyMethod) => {
    const { name } = infoOf(f);
    const self = f instanceof PyMethod ? f.self : ownerType(f);
    return self === null && !(f instanceof PyMethod) ? name : reduceBound(self, name);
  }),
}));

defineMembers(methodWrapperType, () => ({
  ...described((f) => pathOf(f)),
  __objclass__: getter(ownerType),
  __self__: getter((m: PyMethod) => m.self),
  __repr__: method('()', (m: PyMethod) => `<method-wrapper '${infoOf(m).name}' of ${shownObject(m.self)}>`),
  ...comparedByIdentity(PyMethodWrapper),
  __reduce__: method('()', (m: PyMethod) => reduceBound(m.self, infoOf(m).name)),
}));

// ---------------------------------------------------------------- on the type

/** What a descriptor says of an object of another type. */
function foreign(f: PyFunction, o: Py): Py {
  const { name } = infoOf(f);
  const [owner, given] = [ownerType(f)!.name, typeOf(o).name];
  const article = rt.dialect === 2 ? '' : 'a ';
  return TypeError(`descriptor '${name}' for '${owner}' objects doesn't apply to ${article}'${given}' object`);
}

/** The object that a descriptor is called with: the first argument, of its type. */
function checkReceiver(f: PyFunction, args: readonly Py[], asSlot: boolean): void {
  const owner = ownerType(f);
  const { name } = infoOf(f);
  if (args.length === 0)
    throw TypeError(
      asSlot
        ? `descriptor '${name}' of '${owner?.name}' object needs an argument`
        : `unbound method ${pathOf(f)}() needs an argument`,
    );
  if (owner === null || typeOf(args[0]).mro.includes(owner)) return;
  if (!asSlot) throw foreign(f, args[0]);
  throw TypeError(`descriptor '${name}' requires a '${owner.name}' object but received a '${typeOf(args[0]).name}'`);
}

const descriptorMembers = (label: (name: string) => string): Members => ({
  ...described((f) => pathOf(f)),
  __objclass__: getter((f) => {
    if (ownerType(f) === null) throw AttributeError(`'${typeOf(f).name}' object has no attribute '__objclass__'`);
    return ownerType(f);
  }),
  __repr__: method('()', (f: PyFunction) => `<${label(infoOf(f).name)} of '${ownerType(f)?.name ?? '?'}' objects>`),
  __get__: method('(instance, owner=None, /)', (f: PyFunction, instance: Py, owner: Py) => {
    if (instance === null && owner !== undefined && owner !== null && owner.name !== 'NoneType') return f;
    const type = ownerType(f);
    if (type !== null && !typeOf(instance).mro.includes(type)) throw foreign(f, instance);
    return bindMethod(f, instance);
  }),
  __reduce__: method('()', (f: PyFunction) => reduceBound(ownerType(f), infoOf(f).name)),
});

const calledOn = (asSlot: boolean) =>
  method('(*args, **kwargs)', (f: PyFunction, args: Py[], kwargs: Keywords) => {
    checkReceiver(f, args, asSlot || rt.dialect === 2);
    return callKw(f, args, kwargs);
  });

defineMembers(methodDescriptorType, () => ({
  ...descriptorMembers((name) => `method '${name}'`),
  __call__: calledOn(false),
}));

defineMembers(wrapperDescriptorType, () => ({
  ...descriptorMembers((name) => `slot wrapper '${name}'`),
  __call__: calledOn(true),
}));
