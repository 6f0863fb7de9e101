"""Which names look like something worth plotting, and which functions like training."""

from __future__ import annotations

import re

_WORD = r"loss(es)?|cost|err(or)?|objective|nll|mse|rmse|mae|acc(uracy)?|reward|score|perplexity|ppl|energy"
_MEASURED = re.compile(rf"(?i:(^|_)({_WORD})(_|\d|$)|^loss[a-z0-9]*$)|^err[A-Z]|[a-z]Loss$")
_TRAINING = re.compile(r"(?i)(^|_)(train(ing)?|step|closure|fit|epoch|update|optimi[sz]e|learn)(_|\d|$)")


def is_measured(name: str) -> bool:
    """Whether a variable of this name is recorded: `loss`, `val_acc`, `errD_real`, `running_loss`."""
    return bool(_MEASURED.search(name))


def is_training(function: str) -> bool:
    """Whether a function of this name is called once a step: its assignments count as inside a loop."""
    return bool(_TRAINING.search(function))
