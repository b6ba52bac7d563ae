/** What `sysconfig` says of the build: there is none, so only what programs ask before they do something. */
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';

export default (): Record<string, Py> => ({
  build_time_vars: PyDict.of(
    Object.entries({
      Py_DEBUG: 0,
      Py_GIL_DISABLED: 0,
      WITH_DOC_STRINGS: 0,
      HAVE_FORK: 1,
      MULTIARCH: 'x86_64-linux-gnu',
      VERSION: '3.13',
      PYTHONFRAMEWORK: '',
      SOABI: '',
      EXT_SUFFIX: '',
      CFLAGS: '',
      CONFIG_ARGS: '',
      TZPATH: '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
    }),
  ),
});
