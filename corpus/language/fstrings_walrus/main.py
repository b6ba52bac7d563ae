"""Formatted string literals and assignment expressions."""
import math

name, amount, width = 'pear', 3.14159, 12
print(f'{name} {amount:.2f} {amount!r:>{width}} |{name:^{width}}|')
print(f'{name!r} {name!s:*<8} {len(name) * 2:#x} {{literal}} {"nested " + f"{name}"}')
print(f'{amount = :.3f} {name.upper()=} {1 + 1 = }')
print(f'{1234567:,} {1234567.891:_.1f} {0.25:%} {255:08b} {-5:+d} {5:+d} {1e10:g} {math.inf}')
print(f'{"quotes "'inside'""!r}')
print(f"{', '.join(f'{k}={v}' for k, v in {'a': 1, 'b': [2]}.items())}")
print(f'{(lambda v: v * 2)(21)} {[n for n in range(3)]} {({"k": "v"})["k"]}')
print(rf'\d{name}\n', f'tab\there')
multi = f'''first {name}
second {
    amount
    :.1f}'''
print(multi)


class Money:
    def __format__(self, spec):
        return f'<{spec or "plain"}>'


print(f'{Money()} {Money():wide load} {Money():{name}}')

if (n := len(name)) > 3:
    print('length', n)
readings = iter([3, 8, 0, 5])
while (reading := next(readings)) != 0:
    print('reading', reading)
print([half for v in range(8) if (half := v / 2) > 2], half)
print(any((witness := w).startswith('p') for w in ('fig', 'plum', 'pear')), witness)
