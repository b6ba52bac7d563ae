/** What is put over functions of Python modules of the library once those are loaded, by module. */
import type { PyModule } from '../object/values.js';
import { speedUpRandom } from './random/fast.js';

export const speedUps: Readonly<Record<string, (module: PyModule) => void>> = {
  random: speedUpRandom,
};
