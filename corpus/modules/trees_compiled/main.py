# pymp: python=3
"""compile() of trees that programs make: names that no text could have, nodes where no text has them, and each node's own place."""
import ast
import threading
import traceback

SOURCE = '''def divide(x):
    y = 1

    if x:
        return 1 / 0
    return -y


class Shown:
    def show(self):
        raise ValueError(f"{self.name!r:>5}" "tail" f"{1:{2}}")
    name = 'n'


def late(a, *, b=-2):
    return [a for _ in range(2)] + [b, (yield_ := 3), -0.5, 1j, b'x', ...]
'''


class Renamed(ast.NodeTransformer):
    """As pytest renames: what it adds cannot be in the way of anything."""

    def visit_Name(self, node):
        if node.id == 'y':
            node.id = '@y'
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if node.name == 'divide':
            node.name = '<divide>'
        return node


def place(error):
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return frame.lineno, frame.end_lineno, frame.colno, frame.end_colno, frame.name


def in_thread(names):
    print(names['<divide>'](0), 'in a thread')
    try:
        names['<divide>'](1)
    except ZeroDivisionError as e:
        print(place(e))


def changed():
    tree = Renamed().visit(ast.parse(SOURCE, 'given.py'))
    ast.increment_lineno(tree, 100)
    names = {}
    exec(compile(tree, 'given.py', 'exec'), names)
    divide = names['<divide>']
    print(sorted(k for k in names if k != '__builtins__'), divide.__name__, divide.__code__.co_varnames)
    print(divide(0), divide.__code__.co_firstlineno, names['Shown'].show.__code__.co_firstlineno, names['late'](1))
    for call in (lambda: divide(1), lambda: names['Shown']().show()):
        try:
            call()
        except Exception as e:
            print(type(e).__name__, e, place(e))
    thread = threading.Thread(target=in_thread, args=(names,))
    thread.start()
    thread.join()
    print(tree.body[0].name, tree.body[0].body[0].targets[0].id, ast.unparse(tree.body[1]).splitlines()[0])


def made():
    """As werkzeug makes the functions that build addresses."""
    parts = [ast.Constant('/'), ast.Call(ast.Name('str', ast.Load()), [ast.Name('a', ast.Load())], []), ast.Constant('!')]
    arguments = ast.arguments([], [ast.arg('.self'), ast.arg('a')], None, [], [], ast.arg('.rest'), [ast.Constant(-3)])
    body = [ast.Return(ast.JoinedStr(parts))]
    module = ast.Module([ast.FunctionDef("<builder:'/<a>'>", arguments, body, [])], [])
    for node in ast.walk(module):
        if 'lineno' in node._attributes:
            node.lineno = node.end_lineno = 1
            node.col_offset = node.end_col_offset = 0
    found = {}
    exec(compile(module, '<made>', 'exec'), {}, found)
    (name, build), = found.items()
    print(name, build(None), build(None, 'q', z=2), build.__code__.co_varnames)


def single():
    tree = ast.Expression(ast.BinOp(ast.Constant(20), ast.Add(), ast.Name('if', ast.Load())))
    print(eval(compile(ast.fix_missing_locations(tree), '<e>', 'eval'), {'if': 22}))
    for wrong in ('None', 'True'):
        try:
            compile(ast.fix_missing_locations(ast.Expression(ast.Name(wrong, ast.Load()))), '<e>', 'eval')
        except ValueError as e:
            print(e)


changed()
made()
single()
