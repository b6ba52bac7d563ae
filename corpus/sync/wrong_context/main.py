# What was made in a fork context is not sent to processes that are spawned; the other way round it is.
import multiprocessing as mp


def nothing(thing):
    pass


MAKERS = {
    'Lock': lambda context: context.Lock(),
    'RLock': lambda context: context.RLock(),
    'Condition': lambda context: context.Condition(),
    'Event': lambda context: context.Event(),
    'Barrier': lambda context: context.Barrier(2),
    'Queue': lambda context: context.Queue(),
    'SimpleQueue': lambda context: context.SimpleQueue(),
    'Value': lambda context: context.Value('i', 1),
    'Array': lambda context: context.Array('i', 3),
}

if __name__ == '__main__':
    for made, started in [('fork', 'spawn'), ('fork', 'fork'), ('spawn', 'fork'), ('spawn', 'spawn')]:
        for name, make in MAKERS.items():
            if made == started == 'spawn' and name not in ('Lock', 'Queue'):
                continue
            thing = make(mp.get_context(made))
            process = mp.get_context(started).Process(target=nothing, args=(thing,))
            try:
                process.start()
                process.join()
                print(made, started, name, process.exitcode)
            except RuntimeError as error:
                print(made, started, name, error)
    queue = mp.SimpleQueue()
    queue.close()
    print(queue._reader.closed, queue._writer.closed)
