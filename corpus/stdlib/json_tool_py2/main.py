# pymp: python=2
# JSON shown in lines by `python -m json.tool`.
import subprocess
import sys


def run(text, *words):
    child = subprocess.Popen([sys.executable, '-m', 'json.tool'] + list(words), stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = child.communicate(text)
    print out, err.strip().split('/')[-1], child.returncode


run('{"b": 1, "a": [1, 2, "\\u00e9", {}, []], "c": {"y": null, "x": 1.5}}')
run('{')
with open('in.json', 'w') as out:
    out.write('[1, {"k": "v"}]')
run('', 'in.json')
run('', 'in.json', 'out.json')
print open('out.json').read()
run('', 'a', 'b', 'c')
