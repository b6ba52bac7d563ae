"""Items of one sender keep their order; two senders interleave somehow."""
import multiprocessing


def send(q, tag):
    for n in range(200):
        q.put((tag, n))


if __name__ == '__main__':
    q = multiprocessing.Queue()
    senders = [multiprocessing.Process(target=send, args=(q, tag)) for tag in 'ab']
    for p in senders:
        p.start()
    items = [q.get() for _ in range(400)]
    for p in senders:
        p.join()
    for tag in 'ab':
        numbers = [n for t, n in items if t == tag]
        print(tag, numbers == list(range(200)), len(numbers))
