"""Shapes."""
VERSION = '1.2'
__all__ = ['circle', 'square']
registry = []
print('shapes package')
