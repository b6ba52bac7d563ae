# pymp: mask=frames
# eval and exec as tasks and targets: they see no variables of the program.
import multiprocessing

variable = 5

if __name__ == '__main__':
    with multiprocessing.Pool(1) as pool:
        print(pool.map(eval, ['1 + 1', '[i * i for i in range(3)]', 'max(1, 2)']))
        try:
            pool.map(eval, ['variable'])
        except NameError as error:
            print(error)
    for text in ('print(2)', '1/0', 'raise KeyboardInterrupt'):
        process = multiprocessing.Process(target=exec, args=(text,))
        process.start()
        process.join()
        print(process.exitcode)
