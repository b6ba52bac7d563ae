/**
 * Generators in a snapshot: one that has not begun is its function and the arguments, one that has ended is an end. What lies
 * between is a frame of JavaScript, and stays behind.
 *
 * The arguments are in the generator's frame too, which only V8's inspector can look into: that costs nothing until a process
 * with such a generator forks, and less than a millisecond then.
 */
import type { Runtime, Session } from 'node:inspector';
import { makeFunction } from '../helpers/functions.js';
import { PyGenerator } from '../object/generator.js';
import { ThreadGenerator } from '../threads/generators.js';
import type { Cell, Py } from '../object/object.js';
import type { Unit } from '../unit.js';
import { K } from './kinds.js';
import type { Restorer } from './restore.js';
import type { SnapshotContext } from './snapshot.js';

export const isCopyableGenerator = (o: Py): o is PyGenerator =>
  o instanceof PyGenerator && !(o instanceof ThreadGenerator) && (o.isCreated || o.isClosed);

/** Record: code, cells, name and qualified name if they were changed, whether it has ended, arguments. */
export function writeGenerator(s: SnapshotContext, o: PyGenerator): void {
  const { out } = s;
  const { code, cells } = o.info;
  s.reachCode(code);
  out.u8(K.Generator);
  out.count(s.idOf(code.unit as Unit));
  out.count(code.index);
  out.count(cells.length);
  for (const cell of cells) s.value(cell);
  s.value(o.name);
  s.value(o.qualname);
  out.u8(o.isClosed ? 1 : 0);
  const args = o.isClosed ? [] : argumentsOf(o.body, 1 + cells.length);
  out.count(args.length);
  for (const arg of args) s.value(arg);
}

export function makeGenerator(r: Restorer, id: number): Py {
  const { input } = r;
  const code = r.code();
  const cells: Cell[] = [];
  for (let n = input.count(); n > 0; n--) cells.push(r.value());
  const name = r.value();
  const qualname = r.value();
  const isClosed = input.u8() === 1;
  const args: Py[] = [];
  for (let n = input.count(); n > 0; n--) args.push(r.value());
  if (r.objects[id] !== undefined) return r.objects[id];
  const { info } = makeFunction(code, cells, null, null, null);
  const generator: PyGenerator = info!.body(...args);
  generator.name = name;
  generator.qualname = qualname;
  if (isClosed) generator.close();
  r.objects[id] = generator;
  return generator;
}

/** The property of the global object through which objects get into the inspector and out of it. */
const EXCHANGE = '__pymp';
const exchange = globalThis as Record<string, unknown>;

/**
 * What a generator function was called with, of a generator that has not begun; `undefined` = the default.
 * @param outside how many parameters before those are the closure's: its information and its cells.
 */
function argumentsOf(body: Generator, outside: number): Py[] {
  const { Session: InspectorSession } = require('node:inspector') as typeof import('node:inspector');
  const session = new InspectorSession();
  session.connect();
  try {
    const { objectId } = evaluated(session, body);
    const { internalProperties = [] } = propertiesOf(session, objectId!);
    const hidden = (name: string) => internalProperties.find((each) => each.name === name)!.value!.objectId!;
    const source = String(taken(session, hidden('[[GeneratorFunction]]')));
    const names = /\(([^)]*)\)/
      .exec(source)![1]!
      .split(/,\s*/)
      .filter((name) => name !== '');
    const [frame] = propertiesOf(session, hidden('[[Scopes]]')).result;
    const { object: variables } = taken(session, frame!.value!.objectId!) as { object: Record<string, Py> };
    return names.slice(outside).map((name) => variables[name]);
  } finally {
    delete exchange[EXCHANGE];
    session.disconnect();
  }
}

/** An object as the inspector knows it. */
function evaluated(session: Session, o: object): Runtime.RemoteObject {
  exchange[EXCHANGE] = o;
  return post<Runtime.EvaluateReturnType>(session, 'Runtime.evaluate', { expression: `globalThis.${EXCHANGE}` }).result;
}

/** The object that the inspector has under a name of its own. */
function taken(session: Session, objectId: string): unknown {
  const functionDeclaration = `function () { globalThis.${EXCHANGE} = this; }`;
  post(session, 'Runtime.callFunctionOn', { objectId, functionDeclaration });
  return exchange[EXCHANGE];
}

const propertiesOf = (session: Session, objectId: string) =>
  post<Runtime.GetPropertiesReturnType>(session, 'Runtime.getProperties', { objectId, ownProperties: true });

/** A question to the thread's own inspector, which answers at once. */
function post<T>(session: Session, method: string, parameters: object): T {
  let answer: unknown;
  session.post(method, parameters, (error: Error | null, result?: object) => {
    if (error !== null) throw error;
    answer = result;
  });
  return answer as T;
}
