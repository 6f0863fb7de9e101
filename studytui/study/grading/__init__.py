"""Is the answer right? Plain answers are compared, code is run and compared tensor by tensor."""
