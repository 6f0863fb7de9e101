"""Where names are bound in the module's own code: loops and branches included, functions not."""

from __future__ import annotations

import ast
from typing import Dict, Iterator, List, NamedTuple, Set, Tuple

Definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class Place(NamedTuple):
    """A name, the line that binds or changes it, and its number among the names of that line."""

    name: str
    line: int
    position: int


def bindings_of(tree: ast.Module) -> Tuple[List[Place], Set[str]]:
    """Places of the names bound once, and the names bound several times."""
    bound: Dict[str, int] = {}
    places: List[Place] = []
    for statement in _statements(tree):
        names = names_of(statement)
        for position, name in enumerate(names):
            places.append(Place(name, statement.lineno, position))
        if not changes_only(statement):
            for name in set(names):
                bound[name] = bound.get(name, 0) + 1
    several = {name for name, times in bound.items() if times > 1} | _declared_global(tree)
    return [place for place in places if place.name not in several], several


def names_of(statement: ast.stmt) -> List[str]:
    """Names that hold something new behind this statement; for a loop, at the start of its body."""
    if isinstance(statement, ast.Assign):
        return [name for target in statement.targets for name in _targets(target)]
    if isinstance(statement, (ast.AugAssign, ast.AnnAssign, ast.For, ast.AsyncFor)):
        return list(_targets(statement.target))
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        function = statement.value.func
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            return [function.value.id] if function.attr.endswith("_") else []
    return []


def changes_only(statement: ast.stmt) -> bool:
    """`x[0] = 1` and `x.add_(1)` change what the name holds and bind nothing."""
    if isinstance(statement, ast.Assign):
        return all(isinstance(target, ast.Subscript) for target in statement.targets)
    if isinstance(statement, ast.AugAssign):
        return isinstance(statement.target, ast.Subscript)
    return isinstance(statement, ast.Expr)


def _targets(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
        yield target.value.id
    elif isinstance(target, (ast.Tuple, ast.List)):
        for part in target.elts:
            yield from _targets(part)


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    todo: List[ast.AST] = [tree]
    while todo:
        for child in ast.iter_child_nodes(todo.pop()):
            if isinstance(child, Definitions):
                continue
            if isinstance(child, ast.stmt):
                yield child
            todo.append(child)


def _declared_global(tree: ast.Module) -> Set[str]:
    return {name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names}
