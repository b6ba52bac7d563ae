/**
 * What V8 knows of a generator that does not run: the function, the place where it waits, the variables. Only V8's inspector shows that; it costs
 * nothing until a process with such a generator forks, and a few milliseconds then.
 */
import type { Runtime, Session } from 'node:inspector';
import type { Py } from '../object/object.js';

/** The property of the global object through which objects get into the inspector and out of it. */
const EXCHANGE = '__pymp';
const exchange = globalThis as Record<string, unknown>;

export interface GeneratorFrame {
  /** Text of the generator function. */
  readonly source: string;
  /** Where it waits in the text of its script, from 0. */
  readonly line: number;
  readonly column: number;
  /** Parameters and variables of the function. */
  readonly variables: Readonly<Record<string, Py>>;
}

/** The frame of a generator that does not run and has not ended. */
export function generatorFrame(body: Generator): GeneratorFrame {
  const { Session: InspectorSession } = require('node:inspector') as typeof import('node:inspector');
  const session = new InspectorSession();
  session.connect();
  try {
    const { objectId } = evaluated(session, body);
    const { internalProperties = [] } = propertiesOf(session, objectId!);
    const hidden = (name: string) => internalProperties.find((each) => each.name === name)!.value!;
    const source = String(taken(session, hidden('[[GeneratorFunction]]').objectId!));
    const scopes = propertiesOf(session, hidden('[[Scopes]]').objectId!).result;
    // Blocks of the function, the innermost first, then the function, then what is around it.
    const own = scopes.slice(0, 1 + scopes.findIndex(({ value }) => value?.description?.startsWith('Local')));
    const variables: Record<string, Py> = {};
    for (const { value } of own.reverse())
      Object.assign(variables, (taken(session, value!.objectId!) as { object: Record<string, Py> }).object);
    const { lineNumber, columnNumber } = hidden('[[GeneratorLocation]]').value;
    return { source, line: lineNumber, column: columnNumber, variables };
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
