"""Windows: they need Tk."""

raise ImportError('No module named _tkinter: it needs Tk, a library in C, which is not here')
