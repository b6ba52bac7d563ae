# The tracing function of the thread that forks is that of the child; a debugger in the middle of a function stays with the parent.
import sys, multiprocessing
def tr(frame, event, arg):
    if frame.f_code.co_name == 'work': print(event, frame.f_lineno); sys.stdout.flush()
    return tr
def work(n):
    return n
if __name__ == '__main__':
    sys.settrace(tr)
    p = multiprocessing.get_context('fork').Process(target=work, args=(1,))
    p.start(); p.join()
    sys.settrace(None)
    import pdb
    import io
    p = multiprocessing.get_context('fork').Process(target=work, args=(2,))
    pdb.Pdb(stdin=io.StringIO('n\nn\nc\n')).set_trace()
    p.start()
    p.join()
    print('over', p.exitcode)
