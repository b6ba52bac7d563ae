"""The names that Python 2's classes of `threading` have for what is theirs alone: programs that subclass them use some."""


def _other_name(attribute):
    """An attribute that is kept under another name."""
    def get(self):
        return getattr(self, attribute)

    def set(self, value):
        setattr(self, attribute, value)

    def delete(self):
        delattr(self, attribute)

    return property(get, set, delete)


def _has_stopped(self):
    return self._started.is_set() and self._handle.is_done()


def _stop(self):
    """From now on the thread counts as ended, whatever it still does."""
    if self._started.is_set():
        self._handle._set_done()


def add_to_threads(set):
    """Gives them to Thread; `set(name, value)` sets its attributes."""
    for attribute in 'target args kwargs name ident daemonic started initialized stderr'.split():
        set('_Thread__' + attribute, _other_name('_' + attribute))
    set('_Thread__stopped', property(_has_stopped))
    set('_Thread__stop', _stop)


def add_to_locks(rlock, condition, semaphores, event):
    """Gives them to the classes that threads wait for."""
    for cls, owner, attributes in [(condition, '_Condition', ['lock', 'waiters']), (event, '_Event', ['flag', 'cond'])] + [
            (cls, '_Semaphore', ['value', 'cond']) for cls in semaphores]:
        for attribute in attributes:
            setattr(cls, '%s__%s' % (owner, attribute), _other_name('_' + attribute))
    rlock._RLock__count = property(lambda self: self._held()[0])
    rlock._RLock__owner = property(lambda self: self._held()[1])
