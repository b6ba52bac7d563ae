/** What the runtime bundle exports: running a process on this thread, and getting ready for one. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapSpaceStatistics } from 'node:v8';
import type { Script } from 'node:vm';
import { setHidden } from '../builtins/exceptions.js';
import type { CompileRequest, Compiler, SourceText } from '../execute.js';
import { INTERRUPT_EVENT } from '../kernel/interrupter.js';
import type { KernelClient } from '../kernel/client.js';
import type { ExitStatus, LoadBundle, ProcessInit } from '../kernel/messages.js';
import { hostProcess } from '../kernel/process.js';
import { type Arena, count } from '../mp/index.js';
import { rt } from '../object/context.js';
import { collectGarbage } from '../object/garbage.js';
import { decodeText } from '../builtins/codecs.js';
import { nullBytes } from '../sourceText.js';
import { SyntaxError } from '../object/errors.js';
import { declaring } from '../object/staticTypes.js';
import { PyBytes } from '../object/values.js';
import { readBase } from './base.js';
import { BUNDLES, type LoadGroup, type ModuleGroup, type ModuleTable } from '../stdlib/moduleTable.js';
import type { CompiledUnit } from '../unit.js';
import type { Resumer, SourceTools } from './hooks.js';
import { runProcess as runPython } from './main.js';
import { checkingGuess, inOtherDialect, OTHER_DIALECT } from './guess.js';
import type { ProcessBase, ProcessPayload, ProgramOptions } from './payload.js';
import { withForks } from './localForks.js';
import { withProfile } from './profiledProgram.js';
import { withTracing } from './tracedProgram.js';
import { noticeInterrupts } from './signals.js';
import { UnitCache } from './unitCache.js';

/** What the compiler's bundle exports. */
interface CompilerBundle extends SourceTools {
  compileForRuntime(source: string, request: Parameters<Compiler>[1], dialect: 2 | 3): ReturnType<Compiler>;
  decodeForRuntime(bytes: Uint8Array, file: string, dialect: 2 | 3): string | { message: string; line: number };
}

/** Source that cannot be decoded is a SyntaxError; Python 3 says where in its text alone. */
function textOrError(decoded: string | { message: string; line: number }, file: string, bytes: Uint8Array): string {
  if (typeof decoded === 'string') return decoded;
  if (rt.dialect === 3 && bytes.includes(0)) throw nullBytes();
  const byCodec = decodedByCodec(decoded.message, bytes);
  if (byCodec !== undefined) return byCodec;
  const error = SyntaxError(decoded.message);
  setHidden(error, 'msg', decoded.message);
  if (rt.dialect === 2) {
    setHidden(error, 'filename', file);
    setHidden(error, 'lineno', Math.max(1, decoded.line));
  }
  throw error;
}

/** Encodings that the compiler does not know may be known to the runtime. */
function decodedByCodec(message: string, bytes: Uint8Array): string | undefined {
  const name = /^encoding problem: ([^ ]+)$/.exec(message)?.[1];
  if (rt.dialect === 2 || name === undefined) return undefined;
  try {
    return decodeText(bytes, name, 'strict', new PyBytes(bytes));
  } catch {
    return undefined;
  }
}

/** The compiler is loaded when there is something to compile; it stays for the thread's later processes. */
const loaded: { compiler: CompilerBundle | null; build: string } = { compiler: null, build: '' };

const compilerBy = (load: LoadBundle) => (): CompilerBundle => (loaded.compiler ??= load('compiler') as CompilerBundle);

/** What it shares with the compiler is in the compiler's bundle. */
const resumerBy = (load: LoadBundle) => (): Resumer => {
  compilerBy(load)();
  return load('resumer') as Resumer;
};

/** The tables of the library's modules that this thread has loaded. */
const tables = new Map<ModuleGroup, ModuleTable>();

/** A group's bundle may need those before it. */
function modulesBy(load: LoadBundle): LoadGroup {
  return (wanted) => {
    const last = BUNDLES.indexOf(wanted);
    for (let number = 1; number <= last; number++) {
      const group = BUNDLES[number] as ModuleGroup;
      if (tables.has(group)) continue;
      const { default: table } = declaring(number, () => load(group)) as { default: ModuleTable };
      tables.set(group, table);
    }
    return tables.get(wanted)!;
  };
}

/** A thread that gets ready for a process that another one will start. */
export function warm(load: LoadBundle): void {
  modulesBy(load)('common');
}

/** Files of the library that a process of this thread has loaded: the next one wants them too. */
const keptUnits = new Map<string, CompiledUnit>();
const MAX_KEPT = 400;

/**
 * Texts for `exec` and `eval` that are shorter than this are compiled as fast as they are looked up, but for the compiler, which
 * has to be loaded for the first of them. So the first few of a process have a file, and a program with no more (modules that
 * make named tuples, say) does without the compiler.
 */
const SHORT = 200;

/** So many texts for `exec` and `eval` are remembered within a process, of so many characters together. */
const MAX_REPEATED = 256;
const MAX_REPEATED_TEXT = 400_000;
const SHORT_KEPT = 40;

/** What the texts of a process were compiled to comes from the disk where it can, and goes there at the end. */
function cachingCompiler(
  arena: Arena,
  { dialect, optimize }: ProgramOptions,
  compiler: () => CompilerBundle,
  isMain: boolean,
): { compile: Compiler; save: (onlyMissing: boolean) => void; share: () => void } {
  const cache = new UnitCache(compilerBuild(), join(__dirname, 'library'));
  const fresh: { key: string; write: () => void }[] = [];
  const unshared: { key: string; unit: CompiledUnit }[] = [];
  /** Files without V8's code. */
  const partial = new Set<string>();
  let shortTexts = 0;
  const repeated = new RepeatedTexts();
  const compile: Compiler = (source, given) => {
    const request = withTracing(withProfile(withForks(optimize === 0 ? given : { optimize, ...given })), source);
    const again = request.globalsMode === 'dict' ? repeatedKey(source, request) : null;
    return (again === null ? undefined : repeated.get(again)) ?? compileOnce(source, request, again);
  };
  const compileOnce = (source: SourceText, request: CompileRequest, again: string | null): ReturnType<Compiler> => {
    const isShort = request.globalsMode !== 'module' && source.length < SHORT;
    const isWorthIt = !isShort || shortTexts++ < SHORT_KEPT || loaded.compiler === null;
    const key = isWorthIt ? cache.key(source, request, dialect) : null;
    const kept = key === null ? undefined : keptUnits.get(key);
    if (kept !== undefined) return kept;
    const found = key === null ? null : cache.load(key, source, request);
    const unit = found ?? timed(arena, () => compiler().compileForRuntime(textOf(source), request, dialect));
    if ('errors' in unit) return unit;
    if (again !== null && !unit.warnings?.length) repeated.add(again, unit);
    if (key === null) return unit;
    if (found === null && request.stamp !== undefined) Object.assign(unit, { stamp: request.stamp });
    // A text for `exec` may be evaluated many times over, each time as a unit with a name of its own, which V8's code would not fit.
    if (request.globalsMode === 'dict') {
      if (found === null) fresh.push({ key, write: () => cache.save(key, unit, null) });
      return unit;
    }
    const onScript = (script: Script): void => {
      if (unit.cachedData === undefined || script.cachedDataRejected === true)
        fresh.push({ key, write: () => cache.save(key, unit, script) });
    };
    Object.assign(unit, { onScript, scriptName: `pymp:${key}` });
    if (request.stamp !== undefined && keptUnits.size < MAX_KEPT) keptUnits.set(key, unit);
    // A child is often ended from outside, and what a thread runs is a server's as often.
    if (found === null && (request.threaded !== undefined || (!isMain && request.stamp !== undefined))) {
      if (!cache.has(key)) cache.save(key, unit, null);
      partial.add(key);
    } else if (found === null && request.stamp !== undefined) unshared.push({ key, unit });
    else if (unit.cachedData === undefined) partial.add(key);
    return unit;
  };
  const save = (onlyMissing: boolean): void => {
    for (const { key, write } of fresh.splice(0)) if (!onlyMissing || partial.has(key) || !cache.has(key)) write();
  };
  const share = (): void => {
    for (const { key, unit } of unshared.splice(0)) if (!cache.has(key)) cache.save(key, unit, null);
  };
  return { compile, save, share };
}

/** Texts for `exec` and `eval`, compiled: the same ones come again and again. */
class RepeatedTexts {
  private readonly units = new Map<string, CompiledUnit>();
  private length = 0;

  get(key: string): CompiledUnit | undefined {
    return this.units.get(key);
  }

  add(key: string, unit: CompiledUnit): void {
    if (this.units.size >= MAX_REPEATED || this.length + key.length > MAX_REPEATED_TEXT) {
      this.units.clear();
      this.length = 0;
    }
    this.units.set(key, unit);
    this.length += key.length;
  }
}

/** Tells texts for `exec` and `eval` apart. Null for what is not remembered. */
function repeatedKey(source: SourceText, request: CompileRequest): string | null {
  if (typeof source !== 'string' || source.length >= MAX_REPEATED_TEXT / 4 || request.threaded !== undefined)
    return null;
  const { filename, mode, dialect, future, optimize, forks } = request;
  return `${mode}|${dialect}|${optimize}|${future}|${forks}|${filename}|${source}`;
}

const textOf = (source: SourceText): string => (typeof source === 'string' ? source : source());

function timed<T>(arena: Arena, compile: () => T): T {
  const start = performance.now();
  const result = compile();
  count(arena, 'compileMs', performance.now() - start);
  return result;
}

/** Which build of the compiler this thread would load; looked up once. */
function compilerBuild(): string {
  if (loaded.build === '') {
    const { size, mtimeMs } = statSync(join(__dirname, 'compiler.js'));
    loaded.build = `${size.toString(36)}${Math.round(mtimeMs).toString(36)}`;
  }
  return loaded.build;
}

/** UTF-8 with no coding cookie and no null characters needs no parser; anything else is the compiler's business. */
function decodePlain(bytes: Uint8Array, dialect: 2 | 3): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400)).toString('latin1');
  if (/coding[:=]/.test(head) || head.startsWith('\xef\xbb\xbf')) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') || (dialect === 2 && text.length !== bytes.length) ? null : text;
  } catch {
    return null;
  }
}

/**
 * What a process leaves is garbage that V8 sees no reason to look for, thread by thread, until its heap has grown to a multiple of
 * what is needed. So it is looked for once this much has come together: rarely, and it takes what is left alone, which is little.
 */
const LEFT_BYTES = 24 * 2 ** 20;
const heap = { keptBytes: 0 };

function tidyHeap(): void {
  const used = oldSpaceBytes();
  if (heap.keptBytes === 0) heap.keptBytes = used;
  if (used - heap.keptBytes < LEFT_BYTES) return;
  collectGarbage();
  heap.keptBytes = oldSpaceBytes();
}

function oldSpaceBytes(): number {
  let bytes = 0;
  for (const { space_name, space_used_size } of getHeapSpaceStatistics())
    if (space_name === 'old_space' || space_name === 'large_object_space') bytes += space_used_size;
  return bytes;
}

/** Runs a process on this thread, to its exit status; then the thread is ready for another one. */
export async function runProcess(init: ProcessInit, load: LoadBundle): Promise<ExitStatus> {
  const status = await runOne(init, load);
  if (init.kind !== 'main') tidyHeap();
  return status;
}

async function runOne(init: ProcessInit, load: LoadBundle): Promise<ExitStatus> {
  return await hostProcess(init, (client) => {
    const payload = init.payload as ProcessPayload;
    const base = payload.kind === 'main' ? payload : readBase(client.arena, payload.base);
    process.on(INTERRUPT_EVENT, noticeInterrupts);
    let status = runWith(base, payload, init, client, load);
    if (status === OTHER_DIALECT) status = runWith(inOtherDialect(base), payload, init, client, load);
    process.removeListener(INTERRUPT_EVENT, noticeInterrupts);
    return status;
  });
}

function runWith(
  base: ProcessBase,
  payload: ProcessPayload,
  init: ProcessInit,
  client: KernelClient,
  load: LoadBundle,
): ExitStatus {
  const { dialect } = base.options;
  const compiler = compilerBy(load);
  const { compile, save, share } = cachingCompiler(client.arena, base.options, compiler, init.kind === 'main');
  const parses = (text: string, as: 2 | 3) =>
    !('errors' in compiler().compileForRuntime(text, { filename: '', mode: 'exec', globalsMode: 'module' }, as));
  const status = runPython(payload, base, {
    pid: init.pid,
    parentPid: init.parentPid,
    arena: client.arena,
    client,
    compiler: checkingGuess(compile, base, parses),
    decodeSource: (bytes, file) =>
      decodePlain(bytes, dialect) ?? textOrError(compiler().decodeForRuntime(bytes, file, dialect), file, bytes),
    compilerBundle: compiler,
    resumer: resumerBy(load),
    loadModules: modulesBy(load),
    // At its end the main program writes it again, with V8's code.
    ...(init.kind === 'main' ? { shareCompiled: share } : {}),
  });
  // Of many processes that need the same text, one is enough.
  save(init.kind !== 'main');
  return status;
}
