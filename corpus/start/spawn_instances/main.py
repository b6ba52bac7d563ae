# A spawned process sends back instances of the classes of the program
import multiprocessing as mp
class P:
    def __init__(self, x): self.x = x
def f(o): return P(o)
if __name__ == '__main__':
    mp.set_start_method('spawn')
    with mp.Pool(1) as pool:
        for o in pool.map(f, [1, None]): print(o.x, type(o), type(o) is P)
