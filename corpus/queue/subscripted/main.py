"""Classes of multiprocessing and concurrent.futures in annotations, subscripted."""
import multiprocessing as mp
from concurrent.futures import Future
from multiprocessing.pool import ApplyResult, AsyncResult
from multiprocessing.queues import JoinableQueue, Queue, SimpleQueue


def work(q: Queue[int], jobs: JoinableQueue[tuple[int, str]], done: SimpleQueue[None]) -> AsyncResult[int]:
    q.put(3)


if __name__ == '__main__':
    for alias in (Queue[int], JoinableQueue[int], SimpleQueue[str], AsyncResult[int], ApplyResult[int], Future[int]):
        print(alias)
    q = mp.Queue()
    p = mp.Process(target=work, args=(q, None, None))
    p.start()
    print(q.get())
    p.join()
