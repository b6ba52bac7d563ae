# pymp: python=3
"""The text that `=` shows in an f-string: its escapes are those of the string, but in a raw one."""
a = 1
print(f'{("é\u00e9\n", a)=}')
print(f'{"\u00e9"=}')
print(rf'{"\u00e9"=}')
print(f"""{
  a
 = }""")
print(f'{a!r:>{"\x35"}}')
print(f'{ a + 1 = !s:>5}')
print(f'{"\t"=}', f'{"a	b"=}')
print(f'\u00e9{"\u00e9"=}\u00e9')
def f():
    x = 3
    return f'{x=} {x = }' if 0 else f'{x=}'
print(f())
print(f'{"\N{BULLET}"=}')
print(f'{"\x41\
b"=}')
print(f'{(lambda: "\101")()=}')
print(f"""{{{('\u00e9-7',)=}""")
print(f"""a{('\u00e9-7',)=}""")
print(f"{('\u00e9-7',)=}")
print(f"{{{('\u00e9-7',)=}")
print(f"{{{('\t-7',)=}")
print(f"}}{('\t-7',)=}")
print(f"{1}{{{('\t-7',)=}")
print(f"{{{1}{('\t-7',)=}")
print(f"{{x{('\t-7',)=}")
print(f"{{{('\t-7',)=} {('\t-7',)=} a {('\t-8',)=}")
print(f"{{{('\t-7',)}{('\t-9',)=}")
print(f"a{('\t-7',)=} {'\t'=}")
print(f'{("\t-7",)=}')
print(f'{"\t"=}')
print(f'{'\t'=}')
print(f'''{'\t'=}''')
print(f"{'\t'=!s}")
a = 1
print(f"{'#a'=}")
print(f'{a # c
=}')
print(rf"{'\t'=}")
print(f"{'\\t'=}")
print(f"{'\N{BULLET}'=}")
