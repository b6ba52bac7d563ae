/**
 * The `ctypes` module, as far as it needs no C library: data types, which `multiprocessing.sharedctypes` shares.
 * Spec: https://docs.python.org/3/library/ctypes.html
 */

import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyList } from '../../object/values.js';
import { arrayBase, arrayType, textBytes2 } from './array.js';
import { cDataType, layoutOf, newData, PyCData } from './data.js';
import { SIMPLE_ALIASES, simpleTypes, typeOfCode } from './simple.js';
import { libraries } from './libraries.js';
import './meta.js';
import { pythonApi } from './pythonApi.js';
import { memoryFunctions } from './memoryFunctions.js';
import { endianTypes, structureType, unionType } from './structure.js';

const layout = (o: Py) => layoutOf(o instanceof PyCData ? typeOf(o) : o instanceof PyType ? o : null);

/** `create_string_buffer(init, size=None)`. */
function stringBuffer(init: Py, size: Py): PyCData {
  const bytes = init instanceof PyBytes ? init.data : (textBytes2(init) ?? null);
  const count = intValue(init);
  if (bytes === null && count === undefined) throw TypeError(init);
  const length =
    size === undefined || size === null ? (bytes === null ? Number(count) : bytes.length + 1) : Number(intValue(size));
  const made = newData(arrayType(typeOfCode('c')!, length, 'ctypes'));
  if (bytes !== null) new Uint8Array(made.view.buffer).set(bytes.subarray(0, length));
  return made;
}

export default function ctypes(): Record<string, Py> {
  const members: Record<string, Py> = {};
  for (const type of simpleTypes()) members[type.name] = type;
  for (const [alias, name] of Object.entries(SIMPLE_ALIASES)) members[alias] = members[name];
  return {
    ...members,
    // For `ctypes.util` and `ctypes.wintypes`, which are the library's.
    __path__: new PyList([`${String(rt.state.get('library path'))}/ctypes`]),
    _SimpleCData: typeOfCode('i')!.base,
    _CData: cDataType,
    Array: arrayBase,
    Structure: structureType,
    Union: unionType,
    ...endianTypes,
    LittleEndianStructure: structureType,
    LittleEndianUnion: unionType,
    ...memoryFunctions(),
    ...libraries(),
    ...pythonApi(members.c_int),
    sizeof: fn('(obj, /)', (o: Py) => layout(o).size),
    alignment: fn('(obj, /)', (o: Py) => layout(o).align),
    create_string_buffer: fn('(init, size=None)', stringBuffer),
    c_buffer: fn('(init, size=None)', stringBuffer),
  };
}
