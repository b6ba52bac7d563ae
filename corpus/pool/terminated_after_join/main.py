# A pool that is terminated after a join touches nothing that others have by then.
import multiprocessing as mp

if __name__ == '__main__':
    for _ in range(5):
        pool = mp.Pool(2)
        print(pool.map(abs, range(-3, 0)))
        pool.close()
        pool.join()
        queues = [mp.Queue() for _ in range(3)]
        for queue in queues:
            queue.put(7)
        pool.terminate()
        pool.terminate()
        pool.join()
        print([queue.get(timeout=5) for queue in queues])
