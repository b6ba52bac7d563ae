/** What every frame has. */
import type { Code } from '../object/function.js';
import { type Py, PyObject } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { builtinType, type PyType } from '../object/type.js';
import type { Unit } from '../unit.js';

export class PyFrame extends PyObject {
  private readonly variables: PyDict | undefined;
  private readonly findBack: () => PyFrame | null;
  private readonly findLine: () => number;
  private foundLine: number | undefined = undefined;
  /** `f_trace`, `f_trace_lines` and `f_trace_opcodes`. */
  tracer: Py = null;
  tellsLines = true;
  tellsOpcodes = false;
  constructor(
    readonly code: Code,
    line: () => number,
    back: () => PyFrame | null,
    variables?: PyDict,
  ) {
    super();
    this.findLine = line;
    this.findBack = back;
    this.variables = variables;
    if (code.index === 0) (code.unit as Unit).isSeen = true;
  }
  /** Found when it is asked for: that needs the text. */
  get line(): number {
    this.foundLine ??= this.findLine();
    return this.foundLine;
  }
  /** Where in `co_lines()` of its code it is. */
  lastInstruction(): number {
    return -1;
  }
  back(): PyFrame | null {
    return this.findBack();
  }
  get globals(): Py {
    return this.code.unit.globals;
  }
  /** A dict, or the mapping that `exec` was given. */
  locals(): Py {
    if (this.variables !== undefined) return this.variables;
    const unit = this.code.unit as Unit;
    return this.code.index === 0 ? (unit.locals ?? unit.globals) : new PyDict();
  }
}

export const frameType: PyType = builtinType({ name: 'frame', js: PyFrame, subclassable: false, hasDict: false });
