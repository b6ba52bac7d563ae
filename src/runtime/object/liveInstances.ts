/**
 * The instances that a class has, for changes of the class that find their attributes in the wrong place. Nobody keeps a list of them: V8's
 * inspector walks the heap, which takes as long as a full collection, and which only a class that has made instances is worth.
 */
import type { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import type { Py } from './object.js';
import type { PyType } from './type.js';
import { forEachSubclass } from './subclasses.js';

/** Calls `visit` with each living instance of the class and of those below it. */
export function forEachInstance(cls: PyType, visit: (instance: Py) => void): void {
  const prototypes = hasMade(cls) ? [cls.proto] : [];
  forEachSubclass(cls, (sub) => {
    if (hasMade(sub) && !prototypes.some((proto) => isPrototypeOf(proto, sub.proto))) prototypes.push(sub.proto);
  });
  if (prototypes.length === 0) return;
  const { Session: Inspector } = createRequire(import.meta.url)('node:inspector') as typeof import('node:inspector');
  const session = new Inspector();
  session.connect();
  try {
    for (const proto of prototypes) {
      // Prototypes of classes below are among what is found.
      for (const found of inheriting(session, proto)) if (found !== found.c$.proto) visit(found);
    }
  } finally {
    session.disconnect();
  }
}

/** Whether somebody has called the class. */
const hasMade = (cls: PyType): boolean => cls.isHeap && (cls.hasMade || cls.newHook !== undefined);

const isPrototypeOf = (proto: object, o: object): boolean => Object.prototype.isPrototypeOf.call(proto, o);

/** How an object gets to the inspector's side and an array back from there: a property of the global object. */
const DESK = Symbol.for('pymp.inspected');

/** All objects that inherit from `proto`. */
function inheriting(session: Session, proto: object): Py[] {
  const desk = globalThis as Py;
  let found: Py[] = [];
  desk[DESK] = proto;
  const expression = `globalThis[Symbol.for(${JSON.stringify(Symbol.keyFor(DESK))})]`;
  // The inspector answers while it is asked.
  session.post('Runtime.evaluate', { expression }, (_failed, { result }) => {
    const prototypeObjectId = result.objectId!;
    session.post('Runtime.queryObjects', { prototypeObjectId }, (_failed, { objects }) => {
      const functionDeclaration = `function () { ${expression} = this; }`;
      session.post('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration }, () => {
        found = [...desk[DESK]];
      });
    });
  });
  delete desk[DESK];
  return found;
}
