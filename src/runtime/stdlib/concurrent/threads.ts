/** What programs see of the threads of CPython's executor: one that manages the workers, one that feeds their queue. */
import { type HelperThread, helperThread } from '../../threads/helpers.js';
import { Feeder } from '../multiprocessing/feeder.js';
import { debug } from '../multiprocessing/log.js';

/** They are there from the first call on. */
export class ExecutorThreads {
  private readonly manager: HelperThread = helperThread({ className: '_ExecutorManagerThread', daemon: false });
  private readonly feeder = new Feeder(true);

  end(): void {
    this.feeder.close();
    debug('Queue.join_thread()');
    this.feeder.join();
    this.manager.end();
  }
}
