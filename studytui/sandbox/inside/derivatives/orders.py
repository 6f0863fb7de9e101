"""f and its derivatives at any points, by differentiating what autograd gave, again and again."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

from .expression import Function


class Orders:
    """Evaluates f, f', f'', … in float64. `missing` says why, when torch cannot go as far as asked."""

    def __init__(self, function: Function, highest: int) -> None:
        self._function = function
        self.highest = highest
        self.missing = ""

    def values(self, x: Any) -> Any:
        """f alone, one value for each x. Raises ValueError when f gives anything else."""
        import torch

        with torch.no_grad():
            return self._call(x.clone())

    def at(self, x: Any) -> List[Any]:
        """The rows f, f', …, each shaped like `x`; NaN where torch has no derivative of that order.

        The sum has the derivative of each element as its gradient, because f treats elements separately.
        Adding 0·x keeps a graph where f, or a derivative of it, is constant.
        """
        import torch

        with torch.enable_grad():
            leaf = x.detach().clone().requires_grad_(True)
            y = self._call(leaf.clone()) + 0 * leaf
            rows = [y]
            for _ in range(self.highest):
                y, why = _derivative(rows[-1], leaf)
                if y is None:
                    self.missing = why
                    break
                rows.append(y)
        absent = [torch.full_like(x, float("nan"))] * (self.highest + 1 - len(rows))
        return [row.detach() for row in rows] + absent

    def _call(self, x: Any) -> Any:
        import torch

        try:
            y = self._function(x)
        except (TypeError, ValueError, RuntimeError) as error:
            raise _in_words(error) from None
        if isinstance(y, (bool, int, float)):
            y = torch.full_like(x, float(y))
        if not isinstance(y, torch.Tensor):
            raise ValueError(f"f gives a {type(y).__name__}; it must give a number for each x")
        if y.is_complex():
            raise ValueError("f gives complex numbers; only real ones can be drawn")
        if y.dim() == 0 and not y.requires_grad and x.dim():
            y = y.expand_as(x)
        return y.to(torch.float64)


def _derivative(y: Any, leaf: Any) -> Tuple[Optional[Any], str]:
    import torch

    try:
        (slope,) = torch.autograd.grad(y.sum(), leaf, create_graph=True, allow_unused=True)
    except RuntimeError as error:
        return None, str(error).split("\n", 1)[0][:200]
    return (0 * leaf if slope is None else slope + 0 * leaf), ""


def _in_words(error: Exception) -> Exception:
    """The two mistakes that are easily made in a formula, with their cure; others speak for themselves."""
    text = str(error)
    if "ambiguous" in text:
        return ValueError("f asks whether x > 0 for all x at once: write torch.where(x > 0, a, b) instead")
    if "converted to" in text and ("Python scalar" in text or "only one element" in text or "numpy" in text):
        return ValueError("a function of math works on one number: use torch's own, such as torch.sin(x)")
    return error
