/** What a process is told when it starts; plain data that travels between threads. */

/** What `pymp run` and `pymp-python` were asked to run. */
export type Program =
  | { readonly kind: 'file'; readonly file: string; readonly skipFirstLine?: boolean }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'stdin' };

export interface ProgramOptions {
  readonly dialect: 2 | 3;
  /** What is otherwise in the other dialect, where the dialect is a guess. It is taken where the program is a SyntaxError in the one and none in the other. */
  readonly otherwise?: Pick<ProgramOptions, 'dialect' | 'executable'>;
  readonly program: Program;
  /** `sys.argv` from index 1 on. */
  readonly args: readonly string[];
  readonly unbuffered: boolean;
  readonly optimize: number;
  readonly startMethod: 'fork' | 'spawn' | 'forkserver' | null;
  /** The command line names the program; if not, it came from standard input and `sys.argv[0]` is empty. */
  readonly named: boolean;
  /** `-E`: no PYTHON* variables. */
  readonly ignoreEnvironment: boolean;
  /** `-P`: neither the program's folder nor the current one is on the path. */
  readonly safePath: boolean;
  readonly warnOptions: readonly string[];
  readonly xOptions: readonly string[];
  /** What `sys.executable` names. */
  readonly executable: string;
  readonly flags: Readonly<Record<string, number | boolean>>;
  /** Descriptors beyond the standard ones that the program was started with. */
  readonly descriptors?: readonly number[];
}

/** What a process is given by whoever starts it, whichever way. */
export interface ProcessBase {
  readonly options: ProgramOptions;
  readonly cwd: string;
  readonly environ: Readonly<Record<string, string>>;
}

/** A process that `multiprocessing` started. */
export interface ChildPayload {
  readonly kind: 'child';
  /** Address of its {@link ProcessBase}, see base.ts. */
  readonly base: number;
  readonly method: 'fork' | 'spawn';
  /** The start method that its own children use; null leaves the choice open. */
  readonly startMethod: 'fork' | 'spawn' | 'forkserver' | null;
  /** The process that started it: name, and address of its entry. */
  readonly parentName: string;
  readonly parentEntry: number;
  /** The parent uses the log of `multiprocessing`. */
  readonly hasLogger: boolean;
  /** The fork snapshot (see `runtime/fork`), or the message of a spawn. */
  readonly snapshot: Uint8Array;
  /** A worker of a pool: it gets the pool's snapshot, and these in place of what the first worker has. */
  readonly worker?: { readonly name: string; readonly identity: readonly number[]; readonly slot: number };
}

/** A process that `os.fork` made: it goes on where the other one was. */
export interface ForkedPayload {
  readonly kind: 'forked';
  /** Address of its {@link ProcessBase}. */
  readonly base: number;
  /** See forking.ts. */
  readonly snapshot: Uint8Array;
}

/** The payload of a process: the main program, or one that was started by it. */
export type ProcessPayload = ({ readonly kind: 'main' } & ProcessBase) | ChildPayload | ForkedPayload;
