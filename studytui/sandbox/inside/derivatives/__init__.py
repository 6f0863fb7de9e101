"""A function of x and its derivatives on a grid, by autograd, with gaps where there is no value."""
