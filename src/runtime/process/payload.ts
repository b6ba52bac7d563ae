/** What a process is told when it starts; plain data that travels between threads. */

/** What `pymp run` and `pymp-python` were asked to run. */
export type Program =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'stdin' };

export interface ProgramOptions {
  readonly dialect: 2 | 3;
  readonly program: Program;
  /** `sys.argv` from index 1 on. */
  readonly args: readonly string[];
  readonly unbuffered: boolean;
  readonly optimize: number;
  readonly startMethod: 'fork' | 'spawn' | 'forkserver' | null;
  /** `-I`: no PYTHON* variables and no script folder on the path. */
  readonly isolated: boolean;
  readonly warnOptions: readonly string[];
  readonly xOptions: readonly string[];
  /** What `sys.executable` names. */
  readonly executable: string;
  readonly flags: Readonly<Record<string, number>>;
}

/** The payload of a process: the main program, or one that `multiprocessing` started. */
export type ProcessPayload =
  | { readonly kind: 'main'; readonly options: ProgramOptions; readonly cwd: string; readonly environ: Readonly<Record<string, string>> }
  | {
      readonly kind: 'child';
      readonly options: ProgramOptions;
      readonly cwd: string;
      readonly environ: Readonly<Record<string, string>>;
      /** The fork snapshot or the spawn preparation, in the codec of `runtime/fork`. */
      readonly snapshot: Uint8Array;
    };
