# pymp: python=3 detect=yes
def show(*items, end='!\n'):
    print(*items, sep='-', end=end)


show(7 / 2, 'three')
print(('a', 1))
