"""Two modules that import each other."""
import left

print(left.NAME, left.right.NAME, left.meet(), left.right.late())
