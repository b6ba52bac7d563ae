/** Values between a server and code of its own process: copies, as if they had travelled. */
import { Decoder } from '../../../codec/decode.js';
import { encode } from '../../../codec/index.js';
import type { Py } from '../../../object/object.js';

export function copied(value: Py): Py {
  const decoder = new Decoder();
  decoder.input.open(encode(value).slice());
  return decoder.value();
}
