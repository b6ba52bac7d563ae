/** What is put over functions of Python modules of the library once those are loaded, by module. */
import type { PyModule } from '../object/values.js';
import { speedUpAst } from './ast/fast.js';
import { watchGenerators } from './asyncio/begun.js';
import { endLoopsUnseen } from './asyncio/unclosedLoops.js';
import { speedUpCopy } from './copy/fast.js';
import { speedUpDataclasses } from './dataclasses/fast.js';
import { speedUpDatetimes } from './datetime/fast.js';
import { speedUpGettext } from './gettext/fast.js';
import { putAnnotations } from './inspect/annotations.js';
import { speedUpLogging } from './logging/fast.js';
import { speedUpRandom } from './random/fast.js';
import { putTracebacks } from './traceback/early.js';

export const speedUps: Readonly<Record<string, (module: PyModule) => void>> = {
  'asyncio.base_events': (module) => {
    watchGenerators(module);
    endLoopsUnseen(module);
  },
  ast: speedUpAst,
  datetime: speedUpDatetimes,
  copy: speedUpCopy,
  dataclasses: speedUpDataclasses,
  gettext: speedUpGettext,
  inspect: putAnnotations,
  logging: speedUpLogging,
  random: speedUpRandom,
  traceback: putTracebacks,
};
