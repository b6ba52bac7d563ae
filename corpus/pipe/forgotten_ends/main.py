# pymp: python=2,3
# Ends of pipes and queues that the program no longer refers to are closed, without its having said so.
from __future__ import print_function
import multiprocessing


def only_reader():
    reader, writer = multiprocessing.Pipe(False)
    writer.send('left behind')
    return reader


def says_so(connection):
    connection.send('from the child')


def through_a_child():
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=says_so, args=(theirs,))
    process.start()
    answer = ours.recv()
    process.join()
    return answer


def main():
    reader = only_reader()
    kept, other = multiprocessing.Pipe()
    queue = multiprocessing.Queue()
    for number in range(1200):
        multiprocessing.Pipe()
        if number % 100 == 0:
            assert through_a_child() == 'from the child'
            multiprocessing.Queue()
    print(reader.recv(), reader.poll())
    try:
        reader.recv()
    except EOFError:
        print('EOFError')
    # What is still referred to is open.
    kept.send(1)
    queue.put(2)
    print(other.recv(), queue.get(), other.poll())


if __name__ == '__main__':
    main()
