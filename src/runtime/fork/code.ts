/** Writes functions, their code, and the units that they are of. */
import { rt } from '../object/context.js';
import { annotationsOf, type Code, type PyFunction } from '../object/function.js';
import { ModuleMap } from '../object/namespace.js';
import { PyType } from '../object/type.js';
import type { Unit } from '../unit.js';
import { writeAttributes } from './attributes.js';
import { imageOf } from './images.js';
import { K } from './kinds.js';
import { isLibraryModule } from './modules.js';
import { libraryName } from './names.js';
import { writeGlobal, writeRemade } from './reduced.js';
import { refuse } from './refuse.js';
import { remadeBy } from './remade.js';
import type { SnapshotContext } from './snapshot.js';
import { writeJs } from './values.js';

export function writeFunction(s: SnapshotContext, f: PyFunction): void {
  const { out } = s;
  const { info } = f;
  if (info === undefined) {
    writeBuiltin(s, f);
    return;
  }
  const code = info.code;
  const name = libraryName(f);
  if (name !== undefined) {
    writeGlobal(s, name);
    return;
  }
  s.reachCode(code);
  out.u8(K.Function);
  out.count(s.idOf(code.unit as Unit));
  out.count(code.index);
  out.count(info.cells.length);
  for (const cell of info.cells) s.value(cell);
  const fields = [
    info.name,
    info.qualname,
    info.module,
    info.doc,
    annotationsOf(info),
    info.typeParams,
    info.kwdefaults,
  ];
  for (const field of fields) s.value(field);
  writeJs(out, info.currentDefaults, s);
  writeAttributes(s, f);
}

function writeBuiltin(s: SnapshotContext, f: PyFunction): void {
  const { out } = s;
  const { builtin } = f;
  const made = remadeBy.get(f);
  if (made !== undefined) {
    writeRemade(s, made);
    return;
  }
  const owner = builtin?.owner;
  if (owner instanceof PyType && owner.namespace.has(builtin!.name)) {
    out.u8(K.TypeAttribute);
    s.value(owner);
    out.text(builtin!.name);
    return;
  }
  const name = libraryName(f);
  if (name === undefined) refuse(s, f);
  else writeGlobal(s, name);
}

export function writeCode(s: SnapshotContext, code: Code): void {
  s.reachCode(code);
  s.out.u8(K.Code);
  s.out.count(s.idOf(code.unit as Unit));
  s.out.count(code.index);
}

export function writeUnit(s: SnapshotContext, unit: Unit): void {
  const { out } = s;
  const { map } = unit.globals;
  if (map instanceof ModuleMap && unit.locals === null && unit.compiled.globalsMode !== 'dict') {
    const name = map.get('__name__');
    if (typeof name === 'string' && isLibraryModule(map.module, name) && rt.modules.get(name) === map.module) {
      out.u8(K.LibraryUnit);
      out.text(name);
      return;
    }
  }
  const image = imageOf(unit);
  out.u8(K.Unit);
  out.text(unit.key);
  out.text(image.id);
  // The code does not thereby get at the module object.
  if (map instanceof ModuleMap) {
    out.u8(s.scope.users.has(map.module) ? 1 : 2);
    out.text(s.scope.users.get(map.module)?.name ?? map.get('__name__'));
  } else {
    out.u8(0);
    s.value(unit.globals);
  }
  s.value(unit.locals);
  out.count(image.address);
  out.count(image.sizeBytes);
}
