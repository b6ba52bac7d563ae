"""input() with and without a prompt, and the end of the input."""
import sys

name = input('name? ')
print('hello', name)
count = int(input())
print(sum(int(input()) for _ in range(count)))
print(sys.stdin.readline().rstrip().upper())
print([line.rstrip('\n') for line in sys.stdin])
try:
    input('more? ')
except EOFError as error:
    print('EOFError', error)
