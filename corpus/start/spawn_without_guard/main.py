# pymp: start-method=spawn stderr=last-line
# The classic mistake: the child imports the script and would start a child of its own.
import multiprocessing


def work():
    print('working')


p = multiprocessing.Process(target=work)
p.start()
p.join()
print('child ended with', p.exitcode)
