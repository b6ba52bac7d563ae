"""One name of a module, which its classes need others for."""
from pathlib import Path
from os import PathLike

print(isinstance(Path('a'), PathLike), issubclass(Path, PathLike), Path('a/b').name)
