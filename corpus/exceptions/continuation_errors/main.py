for s in ["\\", "\\\n", "\\ ", "x\\", "x \\", "x\\\n", "(\\", "x = 1 + \\"]:
    for m in ('eval','exec','single'):
        try: compile(s,'<s>',m); print(repr(s),m,'ok')
        except SyntaxError as e: print(repr(s), m, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
