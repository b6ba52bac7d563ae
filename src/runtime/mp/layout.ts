/**
 * Where things lie in the shared arena, in int32 cells.
 *
 * An *address* is the index of a cell (byte offset / 4). Block addresses are even, so that
 * doubles in a block are aligned; 0 is no address.
 */

/** Cells at the start of the arena. */
export const Header = {
  /** Owner word of the allocator's lock, see robust.ts. */
  allocLock: 2,
  /** First cell that was never allocated. */
  top: 3,
  /** Size of the buffer in cells, as of the last growth. */
  size: 4,
  /** The virtual pid that the next process gets. */
  nextPid: 5,
  /** Owner word of the lock of the watch lists, see watch.ts. */
  watchLock: 6,
  /** Number of processes that are running, i.e. exist and do not sleep in a wait. */
  awake: 7,
  /** Number of processors; spinning is worth it only while `awake` is not above it. */
  processors: 8,
  /** Address of the kernel's own process entry. */
  kernelEntry: 9,
  /** Owner word of the lock of the named blocks, see named.ts, and the first of them. */
  namedLock: 10,
  named: 11,
  /** 1 while statistics are kept, see stats.ts. */
  keepsStats: 12,
  /** First of {@link SIZE_CLASSES} heads of lists of free blocks. */
  freeLists: 16,
  /** First of {@link WATCH_BUCKETS} heads of lists of watchers. */
  watchBuckets: 16 + 128,
} as const;

export const SIZE_CLASSES = 128;
export const WATCH_BUCKETS = 64;
export const HEADER_CELLS = Header.watchBuckets + WATCH_BUCKETS;

/** Cells of a process entry, relative to its address. */
export const Entry = {
  pid: 0,
  parentPid: 1,
  /** One of {@link ProcessState}; waiters for the end of the process sleep here. */
  state: 2,
  /** Exit code, or minus the signal that ended the process. Valid once the state is `ended`. */
  exitCode: 3,
  /** Pending signals, bit n-1 for signal n. */
  interrupts: 4,
  /** Signals the process has a handler for, the same bits. */
  handled: 5,
  ignored: 6,
  /** Those of `handled` that the program itself installed: somebody outside may send them. */
  awaited: 7,
  /** What the process waits for (an index into `reasons`), 0 while it is awake. */
  waiting: 8,
  waitObject: 9,
  /** The cell it sleeps on, or slept on last. */
  waitCell: 10,
  /** 1 if the wait has a deadline. */
  waitTimed: 11,
  /** Start of the wait in ms since the epoch, a double. Once the process has ended, when it left; 0 if it was ended by force. */
  waitSince: 12,
  /** Address of the file name (see strings.ts) and the line of the wait; 0 is unknown. */
  positionFile: 14,
  positionLine: 15,
  /** Counts the rings of the process's doorbell, see watch.ts. */
  doorbell: 16,
  /** Counts the replies of the kernel. */
  replies: 17,
  /** Address of the first node of the list of shared objects the process has open. */
  handles: 18,
  /** Counts the waits, so that an observer can tell a long wait from a series of short ones. */
  waits: 19,
  /** The robust locks that it holds or is about to take. */
  held: 20,
  /** Address of the process's name. */
  name: 24,
  /** Id of the thread that runs the process, 0 before it does. */
  threadId: 25,
  /** Address of the first output buffer, see output.ts. */
  outputs: 26,
  /** Address of its statistics, see stats.ts; 0 is none. */
  stats: 27,
  /** Address of the list of descriptors that it has to itself, see openFiles.ts; 0 is none. */
  files: 28,
  /** One of {@link EndTold}. */
  told: 29,
  /** When the process began with what it is there for, in ms since the epoch, a double; 0 before. */
  begun: 30,
  /** The signal that has told the process to stop, negative once it has; 0 while it goes on. It sleeps here. */
  stop: 32,
  /** The wait status of its last stop or continuation, as long as nobody has waited for that; 0 is none. */
  report: 33,
} as const;

export const ENTRY_CELLS = 34;
export const MAX_HELD = 4;

/** Whether the process that started another one knows, by SIGCHLD, that it has ended. */
export const EndTold = { no: 0, beingTold: 1, yes: 2 } as const;

/** Stages of a process's life, in their order. */
export const ProcessState = { created: 0, running: 1, ended: 2 } as const;
