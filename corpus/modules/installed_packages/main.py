# pymp: python=3
"""importlib.metadata: what is installed beside the program, in it and in its processes."""
import multiprocessing
import sys
from importlib import metadata


class Finder(metadata.DistributionFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None

    def find_distributions(self, context=metadata.DistributionFinder.Context()):
        print('asked for', context.name)
        return iter(())


def show(name):
    print(name, metadata.version('tool'), metadata.metadata('tool')['Summary'], metadata.requires('Tool'))


def main():
    show('here')
    print([d.name for d in metadata.distributions(path=[sys.path[0]])])
    print([(e.name, e.group, e.value) for e in metadata.distribution('tool').entry_points])
    plugin, = metadata.entry_points(group='tool.plugins')
    print(plugin.load().__name__, metadata.entry_points(group='console_scripts')['tool'].load()())
    print([str(f) for f in metadata.files('tool')], metadata.packages_distributions()['tool'])
    try:
        metadata.version('gone')
    except metadata.PackageNotFoundError as e:
        print(e, e.name)
    sys.meta_path.insert(0, Finder())
    show('with a finder')
    child = multiprocessing.Process(target=show, args=('in a child',))
    child.start()
    child.join()


if __name__ == '__main__':
    main()
