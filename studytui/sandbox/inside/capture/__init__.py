"""Curves without a line of extra code: what the learner's loop computes is recorded as it goes.

Four sources, in this order of trust; what an earlier one has, a later one does not take again:
assignments to loss-like names (calls added to the parsed code), roots of `backward()`, optimizer steps, and
last what is printed or told to a progress bar.
"""
