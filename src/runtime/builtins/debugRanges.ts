/** `-X no_debug_ranges` and PYTHONNODEBUGRANGES: tracebacks and code objects without columns. */
import { moduleState, rt } from '../object/context.js';

interface Options {
  readonly xOptions: Readonly<Record<string, unknown>>;
}

/** Whether columns are to be shown. */
export const showsColumns = (): boolean =>
  moduleState('debug ranges', () => {
    const options = rt.state.get('sys options') as Options | undefined;
    const environ = rt.state.get('environ') as Readonly<Record<string, string>> | undefined;
    return options?.xOptions.no_debug_ranges === undefined && (environ?.PYTHONNODEBUGRANGES ?? '') === '';
  });
