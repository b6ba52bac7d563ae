"""Threads at both ends of a named pipe, and one that waits for ever."""
import os
import threading


def reader(got):
    with open('pipe') as f:
        for line in f:
            got.append(line.strip())


def writer():
    with open('pipe', 'w') as f:
        for i in range(3):
            f.write(f'line {i}\n')
            f.flush()


def raw_reader(got):
    fd = os.open('pipe', os.O_RDONLY)
    got.append(os.read(fd, 100))
    os.close(fd)


os.mkfifo('pipe')
got = []
threads = [threading.Thread(target=reader, args=(got,)), threading.Thread(target=writer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(got)

got = []
t = threading.Thread(target=raw_reader, args=(got,))
t.start()
with open('pipe', 'w') as f:
    f.write('from the main thread')
t.join()
print(got)

threading.Thread(target=open, args=('pipe',), daemon=True).start()
print('main goes on')
