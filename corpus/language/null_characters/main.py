"""Files and texts with null characters are refused, whatever stands around these."""
import importlib
import importlib.machinery
import runpy
import sys

PARTS = ['print("first")\n', '[[], {"type": "Module"}]', 'print("ran")\n']
TEXTS = ['\0'.join(PARTS), '\0tree\0'.join(PARTS), '\0tree\0' * 2 + 'print("ran")', 'a = 1\n\0\n']


def attempt(f, *args):
    try:
        f(*args)
        print('no error')
    except SyntaxError as e:
        print(type(e).__name__, e.msg)


sys.path.insert(0, '.')
sys.dont_write_bytecode = True
for n, text in enumerate(TEXTS):
    name = f'with_null_{n}'
    with open(f'{name}.py', 'w') as f:
        f.write(text)
    importlib.invalidate_caches()
    attempt(importlib.import_module, name)
    attempt(runpy.run_path, f'{name}.py')
    attempt(importlib.machinery.SourceFileLoader(name, f'{name}.py').get_code, name)
    attempt(exec, text)
    attempt(compile, text, 'text', 'exec')
    attempt(eval, text.encode())
