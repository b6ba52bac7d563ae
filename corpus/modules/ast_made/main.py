# pymp: python=3
"""Trees that a program has made: what is missing in them, what cannot stand where it does, and what they do."""
import ast

AT = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
ONE = ast.Constant(1, **AT)


def name(text, ctx=None):
    return ast.Name(text, ctx or ast.Load(), **AT)


def told(tree, mode='exec'):
    try:
        compile(tree, '<made>', mode)
        print('compiled')
    except Exception as e:
        print(type(e).__name__ + ':', e)


def stmt(kind, *args, **kwargs):
    told(ast.Module([kind(*args, **kwargs, **AT)], []))


def expr(kind, *args, **kwargs):
    stmt(ast.Expr, kind(*args, **kwargs, **AT))


def pattern(kind, *args, **kwargs):
    case = ast.match_case(kind(*args, **kwargs, **AT), None, [ast.Pass(**AT)])
    stmt(ast.Match, ONE, [case])


told(ast.Module([5], []))
told(ast.Module([ast.Expr(ONE)], []))
told(ast.Module([ast.Expr(ast.Constant(1), **AT)], []))
told(ast.Module((), []))
told(ast.Module([None], []))
told(ast.Constant(5), 'eval')
told(ast.Module([], []), 'single')
told(ast.Expression(ONE), 'eval')
stmt(ast.Expr, None)
stmt(ast.FunctionDef, 'f', ast.arguments([ast.arg('x')], []), [ast.Pass(**AT)], [])
stmt(ast.FunctionDef, 5, ast.arguments(), [ast.Pass(**AT)], [])
stmt(ast.FunctionDef, 'f', ast.arguments(), [], [])
stmt(ast.FunctionDef, 'f', ast.arguments([], [], None, [], [], None, [ONE]), [ast.Pass(**AT)], [])
stmt(ast.ClassDef, 'C', [], [], [], [])
stmt(ast.Return, name('x', ast.Store()))
stmt(ast.Delete, [])
stmt(ast.Delete, [name('x')])
stmt(ast.Assign, [], ONE)
stmt(ast.Assign, [name('x')], ONE)
stmt(ast.Assign, [ONE], ONE)
stmt(ast.AugAssign, name('x'), ast.Add(), ONE)
stmt(ast.AugAssign, name('x', ast.Store()), 5, ONE)
stmt(ast.AnnAssign, ast.Attribute(name('x'), 'y', ast.Store(), **AT), ONE, None, 1)
stmt(ast.For, name('i', ast.Store()), ONE, [], [])
stmt(ast.For, name('i'), ONE, [ast.Pass(**AT)], [])
stmt(ast.While, ONE, [], [])
stmt(ast.If, ONE, [None], [])
stmt(ast.With, [], [ast.Pass(**AT)])
stmt(ast.Raise, None, name('x'))
stmt(ast.Try, [ast.Pass(**AT)], [], [], [])
stmt(ast.Try, [ast.Pass(**AT)], [], [ast.Pass(**AT)], [ast.Pass(**AT)])
stmt(ast.Try, [ast.Pass(**AT)], [ast.ExceptHandler(name('x', ast.Store()), None, [ast.Pass(**AT)], **AT)], [], [])
stmt(ast.Import, [])
stmt(ast.ImportFrom, 'm', [ast.alias('a', **AT)], -1)
stmt(ast.Global, [])
expr(ast.BoolOp, ast.And(), [ONE])
expr(ast.BinOp, ONE, None, ONE)
expr(ast.Dict, [ONE], [])
expr(ast.ListComp, ONE, [])
expr(ast.ListComp, ONE, [ast.comprehension(name('x'), ONE, [], 0)])
expr(ast.Compare, ONE, [], [])
expr(ast.Compare, ONE, [ast.Lt()], [ONE, ONE])
expr(ast.Call, name('print'), [None], [])
expr(ast.Constant, [1])
expr(ast.Constant, (1, (2, [3])))
expr(ast.Name, 'None', ast.Load())
expr(ast.Name, 'x', ast.Del())
expr(ast.NamedExpr, ONE, ONE)
expr(ast.Tuple, [name('x', ast.Store())], ast.Load())
told(ast.Module([ast.Pass(lineno=2, col_offset=0, end_lineno=1, end_col_offset=0)], []))
told(ast.Module([ast.Pass(lineno=1, col_offset=9, end_lineno=1, end_col_offset=0)], []))
told(ast.Module([ast.Pass(lineno=-1, col_offset=0, end_lineno=1, end_col_offset=0)], []))
pattern(ast.MatchValue, name('x'))
pattern(ast.MatchValue, ast.Constant(None, **AT))
pattern(ast.MatchSingleton, 5)
pattern(ast.MatchStar, 'rest')
pattern(ast.MatchAs, ast.MatchAs(**AT), None)
pattern(ast.MatchAs, None, '_')
pattern(ast.MatchOr, [])
pattern(ast.MatchMapping, [ONE], [])
pattern(ast.MatchClass, ONE, [], [], [])
pattern(ast.MatchValue, ONE)

# A tree that is right does what it says, and is left as it is.
tree = ast.parse('x = [n * n for n in range(5) if n % 2]\nprint(x)')


class Doubled(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


exec(compile(Doubled().visit(tree), '<made>', 'exec'))
new = ast.Expression(ast.BinOp(ast.Constant(2), ast.Add(), ast.Constant(3)))
told(new, 'eval')
print(eval(compile(ast.fix_missing_locations(new), '<made>', 'eval')), new.body.left.lineno)

for cls in (ast.AST, ast.BinOp, ast.Pass, ast.withitem, ast.unaryop, ast.mod, ast.type_param, ast.stmt, ast.expr, ast.pattern):
    print(cls.__doc__)
