/** Async generators, and the awaitables of their methods (builtins/asyncStep.ts drives them). */
import { TypeError } from './errors.js';
import { Resumable } from './generator.js';
import type { Resumption } from './resumption.js';
import { PyIterator } from './pyIterator.js';
import type { Py } from './object.js';

/** What an async generator's body hands out by `yield`, as opposed to what its awaits hand to the event loop. */
export class AsyncYield {
  constructor(readonly value: Py) {}
}

export interface EndListener {
  ended(generator: PyAsyncGenerator): void;
}

export class PyAsyncGenerator extends Resumable {
  override nx(): Py {
    throw TypeError("'async_generator' object is not an iterator");
  }
  override get isIterable(): boolean {
    return false;
  }
  protected get kind(): string {
    return 'async generator';
  }
  /** An `asend`/`athrow`/`aclose` is under way. */
  active = false;
  hooksCalled = false;
  /** An `aclose` has begun, whether the generator came to its end by it or not. */
  wasToClose = false;
  /** What is called with it when nobody refers to it any more: the event loop's, from when it began. */
  finalizer: Py = null;
  /** Who wants to know that it has come to its end. */
  onEnd: EndListener | null = null;

  override resume(how: Resumption): Py {
    let value: Py;
    try {
      value = super.resume(how);
    } catch (error) {
      if (this.isClosed) this.onEnd?.ended(this);
      throw error;
    }
    if (value === undefined && this.isClosed) this.onEnd?.ended(this);
    return value;
  }
}

/** The awaitable of `__anext__`, `asend`, `athrow`, `aclose`. */
export class AsyncGeneratorStep extends PyIterator {
  state: 'created' | 'running' | 'closed' = 'created';
  /** What the await gives, once it has ended; undefined for the end of the generator. */
  result: Py = undefined;
  constructor(
    readonly generator: PyAsyncGenerator,
    readonly first: Resumption,
    readonly isClose: boolean,
  ) {
    super();
  }
  nx(): Py {
    throw new Error('pymp: an async generator step is resumed through its methods');
  }
}

/** The step of `athrow` and `aclose`. */
export class AsyncGeneratorThrow extends AsyncGeneratorStep {}
