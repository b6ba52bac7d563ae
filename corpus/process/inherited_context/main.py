"""A forked process begins with the values that context variables have where it is forked; what it sets stays its own."""
import contextvars
import multiprocessing
import subprocess
import threading

number = contextvars.ContextVar('number', default=0)
name = contextvars.ContextVar('name')


def show(queue):
    queue.put((number.get(), name.get('none')))
    number.set(100)


def in_child(queue):
    process = multiprocessing.Process(target=show, args=(queue,))
    process.start()
    process.join()
    return queue.get()


def in_thread(queue, results):
    number.set(7)
    results.append(in_child(queue))


if __name__ == '__main__':
    queue = multiprocessing.SimpleQueue()
    print(in_child(queue))
    number.set(5)
    token = name.set('main')
    print(in_child(queue), number.get())
    print(contextvars.copy_context().run(lambda: (number.set(6), in_child(queue))[1]), number.get())
    name.reset(token)
    print(in_child(queue))
    results = []
    thread = threading.Thread(target=in_thread, args=(queue, results))
    thread.start()
    thread.join()
    print(results, number.get())
    # A descriptor that is not open is no standard stream for a program.
    try:
        subprocess.run(['echo', 'lost'], stdout=999)
    except OSError as error:
        print(type(error).__name__, error)
