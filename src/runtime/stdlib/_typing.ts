/**
 * `_typing`: the classes of `typing` that are not written in Python.
 * Spec: https://docs.python.org/3/library/typing.html
 */
import { typeParams } from '../helpers/functions.js';
import { fn } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import type { Py } from '../object/object.js';
import { declaredAlias, defineAliases, genericBase, genericType, typeAliasType } from './typing/alias.js';
import { restoreParameter } from './typing/forked.js';
import {
  declaredParameter,
  defineParameters,
  paramSpecArgsType,
  paramSpecKwargsType,
  paramSpecType,
  typeVarTupleType,
  typeVarType,
} from './typing/parameters.js';
import { noDefault, noDefaultMembers, noDefaultType } from './typing/shared.js';
import { callerModule } from '../builtins/callerModule.js';

function define(): void {
  defineParameters();
  defineAliases();
  if (noDefaultType.pending === undefined && !noDefaultType.isReady) defineMembers(noDefaultType, noDefaultMembers);
}

/** Type parameters and aliases of PEP 695's syntax, which need no import. */
typeParams.current = {
  make(kind, name, bound, fallback, isConstraints) {
    define();
    return declaredParameter(kind, name, bound, fallback, isConstraints, callerModule.current() ?? null);
  },
  generic(params) {
    define();
    return genericBase(params);
  },
  alias(name, value, module) {
    define();
    return declaredAlias(name, value, module);
  },
};

export default function _typing(): Record<string, Py> {
  define();
  return {
    _restore_parameter: restoreParameter,
    _idfunc: fn('(x, /)', (x: Py) => x),
    TypeVar: typeVarType,
    ParamSpec: paramSpecType,
    TypeVarTuple: typeVarTupleType,
    ParamSpecArgs: paramSpecArgsType,
    ParamSpecKwargs: paramSpecKwargsType,
    TypeAliasType: typeAliasType,
    Generic: genericType,
    NoDefault: noDefault(),
  };
}
