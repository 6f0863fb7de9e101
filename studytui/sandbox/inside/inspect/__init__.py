"""A closer look at what a run leaves behind: memory, values, the autograd graph, the tree of modules."""
