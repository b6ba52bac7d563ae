"""copy, deepcopy, and the pickles of library types."""
