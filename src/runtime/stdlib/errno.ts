/** The `errno` module. */

import { errnoEntries, errnoNames } from '../io/errnoTable.js';
import { PyDict } from '../object/table.js';
import type { Members } from '../object/type.js';

export default (): Members => {
  const errorcode = new PyDict();
  for (const [number, name] of errnoNames()) errorcode.set(number, name);
  return { ...Object.fromEntries(errnoEntries()), errorcode };
};
