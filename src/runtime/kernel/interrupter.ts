/**
 * Making a busy thread look at its pending signals.
 *
 * A thread that computes reads no messages, and cells in shared memory would have to be looked at all the time. What
 * reaches it is V8's inspector, which runs what it is told to on the thread between two instructions: here it only emits
 * an event, for which the language runtime listens. The inspector is loaded when first needed, and no thread is any slower for it.
 */
import type { Session } from 'node:inspector';

/** Event of `process` in the interrupted thread. */
export const INTERRUPT_EVENT = 'pymp:interrupt';

const EXPRESSION = `process.emit(${JSON.stringify(INTERRUPT_EVENT)})`;

export class Interrupter {
  #session: Session | null = null;
  /** The inspector's name of each thread, by thread id. */
  readonly #threads = new Map<number, string>();
  /** Threads that have not yet seen the last one. */
  readonly #busy = new Set<string>();
  #lastId = 0;

  /**
   * Emits the event on a thread as soon as it can be interrupted. Does nothing where there is no inspector.
   * @param unlessBusy only if the thread has seen the one before.
   */
  async interrupt(threadId: number, unlessBusy = false): Promise<void> {
    try {
      this.#session ??= await this.#attach();
    } catch {
      return;
    }
    const sessionId = this.#threads.get(threadId);
    if (sessionId === undefined || (unlessBusy && this.#busy.has(sessionId))) return;
    this.#busy.add(sessionId);
    const message = {
      id: ++this.#lastId,
      method: 'Runtime.evaluate',
      params: { expression: EXPRESSION, silent: true },
    };
    this.#session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify(message) });
  }

  async #attach(): Promise<Session> {
    const { Session } = await import('node:inspector');
    const session = new Session();
    session.connect();
    session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
      // `workerId` only counts the sessions; the thread's id is in the title, "[worker 2]".
      const threadId = /worker (\d+)/i.exec(workerInfo.title)?.[1] ?? workerInfo.workerId;
      this.#threads.set(Number(threadId), sessionId);
    });
    session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId } }) => {
      this.#busy.delete(sessionId);
    });
    session.on('NodeWorker.detachedFromWorker', ({ params: { sessionId } }) => {
      this.#busy.delete(sessionId);
      for (const [thread, id] of this.#threads) if (id === sessionId) this.#threads.delete(thread);
    });
    await new Promise<void>((resolve, reject) => {
      session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    return session;
  }
}
