"""What happens within a run: the learner's code, and what it reports without a line of extra code.

Everything here is imported by the warm process, runs in a forked child of it, and says what it has to say
through one function, `emit(verb, **fields)`. Standard library only at import; torch, numpy and matplotlib
are reached inside functions.
"""
