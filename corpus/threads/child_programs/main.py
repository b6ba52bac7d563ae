"""Threads that read from child programs, while others and the main thread go on."""
import os
import subprocess
import threading
import time

seen = []


def follow(name):
    program = subprocess.Popen('for i in 1 2 3; do echo $i; sleep 0.3; done; exit 3', shell=True, stdout=subprocess.PIPE, text=True)
    for line in program.stdout:
        seen.append(name + line.strip())
    seen.append((name, program.wait()))


threads = [threading.Thread(target=follow, args=(name,)) for name in 'ab']
for t in threads:
    t.start()
ticks = 0
while any(t.is_alive() for t in threads):
    time.sleep(0.05)
    ticks += 1
print('ticks', ticks > 6, sorted(map(str, seen)))
reader, writer = os.pipe()
threading.Timer(0.2, lambda: os.write(writer, b'written by a thread')).start()
print(os.read(reader, 100))
outputs = []


def collect(i):
    outputs.append(subprocess.check_output(['sh', '-c', f'sleep 0.2; echo {i}'], text=True))


threads = [threading.Thread(target=collect, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(outputs))
