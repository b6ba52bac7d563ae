# pymp: python=2
"""Folders compared: Python 2 leaves fewer names out, and keeps the order of its dicts."""
import filecmp
import os

for s in 'ab':
    os.makedirs(s + '/sub/deep')
    os.mkdir(s + '/CVS')
    for name, text in (('same', 'x'), ('diff', s), ('sub/' + s, ''), ('sub/deep/f', s * 2)):
        with open(os.path.join(s, name), 'w') as f:
            f.write(text)
os.mkdir('a/.git')
os.mkdir('a/odd')
open('b/.DS', 'w').close()
open('b/odd', 'w').close()
c = filecmp.dircmp('a', 'b')
print c.left_only, c.right_only, c.common, c.common_dirs, c.common_files, c.common_funny
print c.same_files, c.diff_files, c.funny_files, c.subdirs.keys(), type(c.subdirs['sub'])
c.report()
c.report_partial_closure()
c.report_full_closure()
print c.subdirs['sub'].left_only
print filecmp.dircmp('a', 'b', ['.git']).left_list, filecmp.dircmp('a', 'b', hide=['same']).right_list
print filecmp.cmp('a/same', 'b/same'), filecmp.cmp('a/diff', 'b/diff', False)
print filecmp.cmpfiles('a', 'b', ['same', 'diff', 'none'])
try:
    c.nothing
except AttributeError, e:
    print e
