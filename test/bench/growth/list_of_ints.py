"""A list of ints, which is held while it is added up."""
import sys

if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10000000
    numbers = [i * 3 % 1000003 for i in range(count)]
    print(len(numbers), sum(numbers))
