# pymp: python=2,3
"""Loops with else, break and continue through try/finally, and conditional expressions."""


def find_factor(n):
    for candidate in range(2, n):
        if n % candidate == 0:
            print('%d = %d * %d' % (n, candidate, n // candidate))
            break
    else:
        print('%d is prime' % n)


for n in (7, 9, 12, 13):
    find_factor(n)

countdown = 3
while countdown:
    countdown -= 1
    if countdown == 1:
        continue
    print('left: %d' % countdown)
else:
    print('the while loop ran out')


def leave_early(how):
    log = []
    for i in range(3):
        try:
            if i == 1:
                if how == 'break':
                    break
                if how == 'continue':
                    continue
                if how == 'return':
                    return log + ['returned']
            log.append(i)
        finally:
            log.append('f%d' % i)
    else:
        log.append('else')
    return log


for how in ('break', 'continue', 'return', 'nothing'):
    print('%s: %s' % (how, leave_early(how)))


def last_word():
    try:
        return 'from try'
    finally:
        print('finally runs before the caller gets the value')


print(last_word())
print('odd' if 7 % 2 else 'even')
x = 5
print(1 < x < 10, 1 < x > 7, x == 5 == 5.0)
print(0 or '' or [] or 'first true', 1 and 'last' and 0)


def noisy(value):
    print('evaluated %r' % value)
    return value


print(noisy(1) < noisy(0) < noisy(2))
print([noisy('left'), noisy('right')][noisy(1)])
