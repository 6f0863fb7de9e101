"""The learner's expression as sympy's: read from the parsed text, nothing is evaluated."""

from __future__ import annotations

import ast
from typing import Any, Callable, Dict, List

from .rules import rules

_MODULES = {"torch", "math", "F", "nn", "np", "special", "functional"}
_NUMBERS = {"pi": "pi", "e": "E", "inf": "oo"}


class NoFormula(ValueError):
    """sympy cannot follow; the words say where."""


class Symbols:
    """Turns expressions in x into sympy's. Raises NoFormula, and ImportError without sympy."""

    def __init__(self) -> None:
        import sympy

        self._sp = sympy
        self._rules = rules(sympy)
        self.x = sympy.Symbol("x", real=True)
        self._readers: Dict[type, Callable[[Any], Any]] = {
            ast.Constant: self._of_constant,
            ast.Name: self._of_name,
            ast.Attribute: self._of_attribute,
            ast.UnaryOp: self._of_unary,
            ast.BinOp: self._of_binary,
            ast.Compare: self._of_comparison,
            ast.Call: self._of_call,
        }

    def read(self, text: str) -> Any:
        """The expression `text` describes, as it stands: not simplified."""
        return self._number(self._value(ast.parse(text.strip(), mode="eval").body))

    def _value(self, node: ast.AST) -> Any:
        reader = self._readers.get(type(node))
        if reader is None:
            raise NoFormula(f"sympy has no rule for {ast.unparse(node)[:40]!r}")
        return reader(node)

    def _of_constant(self, node: ast.Constant) -> Any:
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            raise NoFormula(f"sympy has no rule for {node.value!r}")
        return self._sp.nsimplify(repr(node.value), rational=True)

    def _of_name(self, node: ast.Name) -> Any:
        if node.id == "x":
            return self.x
        if node.id in _NUMBERS:
            return getattr(self._sp, _NUMBERS[node.id])
        raise NoFormula(f"sympy has no rule for {node.id!r}")

    def _of_attribute(self, node: ast.Attribute) -> Any:
        if _is_module(node.value) and node.attr in _NUMBERS:
            return getattr(self._sp, _NUMBERS[node.attr])
        raise NoFormula(f"sympy has no rule for {ast.unparse(node)!r}")

    def _of_unary(self, node: ast.UnaryOp) -> Any:
        value = self._value(node.operand)
        if isinstance(node.op, ast.USub):
            return -self._number(value)
        return self._sp.Not(value) if isinstance(node.op, (ast.Invert, ast.Not)) else value

    def _of_binary(self, node: ast.BinOp) -> Any:
        left, right = self._value(node.left), self._value(node.right)
        if isinstance(node.op, (ast.BitAnd, ast.BitOr)):
            return (self._sp.And if isinstance(node.op, ast.BitAnd) else self._sp.Or)(left, right)
        left, right = self._number(left), self._number(right)
        floor = self._rules["floor"]
        ways: Dict[str, Any] = {
            "Add": lambda: left + right,
            "Sub": lambda: left - right,
            "Mult": lambda: left * right,
            "Div": lambda: left / right,
            "Pow": lambda: left**right,
            "FloorDiv": lambda: floor(left / right),
            "Mod": lambda: left - right * floor(left / right),
        }
        way = ways.get(type(node.op).__name__)
        if way is None:
            raise NoFormula(f"sympy has no rule for {ast.unparse(node)[:40]!r}")
        return way()

    def _of_comparison(self, node: ast.Compare) -> Any:
        values = [self._number(self._value(each)) for each in (node.left, *node.comparators)]
        made = {"Gt": "Gt", "GtE": "Ge", "Lt": "Lt", "LtE": "Le", "Eq": "Eq", "NotEq": "Ne"}
        parts = [
            getattr(self._sp, made[type(op).__name__])(a, b)
            for op, a, b in zip(node.ops, values, values[1:])
            if type(op).__name__ in made
        ]
        if len(parts) != len(node.ops):
            raise NoFormula(f"sympy has no rule for {ast.unparse(node)[:40]!r}")
        return self._sp.And(*parts)

    def _of_call(self, node: ast.Call) -> Any:
        name, given = self._called(node.func)
        rule = self._rules.get({"fabs": "abs", "clip": "clamp"}.get(name, name).rstrip("_"))
        if rule is None:
            raise NoFormula(f"sympy has no rule for {name}()")
        arguments = given + [self._argument(name, each) for each in node.args]
        named = {word.arg or "": self._argument(name, word.value) for word in node.keywords}
        try:
            return rule(*arguments, **named)
        except TypeError:
            raise NoFormula(f"sympy has no rule for {name}() with these arguments") from None

    def _argument(self, name: str, node: ast.AST) -> Any:
        value = self._value(node)
        return value if name == "where" else self._number(value)

    def _called(self, function: ast.expr) -> "tuple[str, List[Any]]":
        """The name of the function; for a method also what it belongs to, as the first argument."""
        if isinstance(function, ast.Name):
            return function.id, []
        if isinstance(function, ast.Attribute):
            return function.attr, [] if _is_module(function.value) else [self._value(function.value)]
        raise NoFormula(f"sympy has no rule for {ast.unparse(function)[:40]}()")

    def _number(self, value: Any) -> Any:
        """A condition counts as 1 where it holds."""
        from sympy.core.relational import Relational
        from sympy.logic.boolalg import BooleanAtom, BooleanFunction

        condition = isinstance(value, (Relational, BooleanAtom, BooleanFunction))
        return self._sp.Piecewise((1, value), (0, True)) if condition else value


def _is_module(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute) and node.attr in _MODULES:
        node = node.value
    return isinstance(node, ast.Name) and node.id in _MODULES
