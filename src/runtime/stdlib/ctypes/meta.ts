/** What the classes of `ctypes` can do themselves. */
import { defineMembers } from '../../object/install.js';
import { repetition } from './array.js';
import { cDataMeta, cDataType } from './data.js';
import { overMemory } from './memoryFunctions.js';
import { laterFields } from './structure.js';

defineMembers(cDataMeta, () => ({ ...repetition(), ...laterFields() }));
defineMembers(cDataType, overMemory);
