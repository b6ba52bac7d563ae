"""The pipes of child programs are real ones: their devices, who writes to nobody, the order of what comes through one."""
import subprocess

print(subprocess.run('echo a > /dev/stderr; echo b >&2', shell=True, capture_output=True))
print(subprocess.run('cat /dev/stdin', shell=True, input=b'x', capture_output=True).stdout)
mixed = 'for i in 1 2 3; do echo out $i; echo err $i >&2; done'
print(subprocess.run(mixed, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout)
program = subprocess.Popen(['yes'], stdout=subprocess.PIPE)
print(program.stdout.read(4))
program.stdout.close()
print(program.wait())
first = subprocess.Popen(['echo', 'one\ntwo'], stdout=subprocess.PIPE)
second = subprocess.Popen(['grep', 'two'], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate())
print(len(subprocess.run(['cat'], input=b'x' * 3000000, capture_output=True).stdout))
print(subprocess.run(['echo', 'a pipe of a size'], stdout=subprocess.PIPE, pipesize=4096).stdout)
