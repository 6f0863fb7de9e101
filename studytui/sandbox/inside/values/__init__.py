"""Values of the learner's code as plain data: every variable, and the expressions a request asks for."""
