"""What comments and printed output claim: `y = x + 2  # tensor([4.])`, `x.shape # returns (2, 3)`."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence

from msgspec import Struct

from studytui.notes.checkup.claims.values import value_in


class Said(Struct, frozen=True):
    """One value that is said."""

    line: int
    """Where it is said."""
    last: int
    """Last line of the statement it is said of; 0: of all that the block prints."""
    value: str
    about: str
    """The code it is said of."""
    expression: str = ""
    """An expression of the comment's own, as in `# x.shape: (2, 3)`."""


ABOUT = re.compile(r"(?:let |now )?(?P<of>[A-Za-z_][\w.]*(?:\(\))?)(?:\s+is|\s+be|:|\s*=+)\s*(?P<value>\S.*)")
SHAPE = re.compile(r"(?:of )?(?:shape|size)\b:?\s*(?P<value>[(\[].*)", re.IGNORECASE)


def said_in(code: str, printed: str = "") -> tuple[Said, ...]:
    """Every claim about a statement at the top of the block, and about what all of it prints."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    comments = _comments(code)
    found = [claim for statement in tree.body for claim in _about(statement, comments, code)]
    found += _strings(tree, code)
    if printed.strip():
        found.append(Said(len(code.split("\n")), 0, printed.strip(), "all it prints"))
    return tuple(sorted(found, key=lambda claim: claim.line))


def asks(said: Sequence[Said]) -> dict[int, list[str]]:
    """Expressions to evaluate, by the last line of the statement."""
    found: dict[int, list[str]] = {}
    for claim in said:
        if claim.expression:
            found.setdefault(claim.last, []).append(claim.expression)
    return found


def _comments(code: str) -> dict[int, tuple[str, bool]]:
    """Line -> the comment, and whether it stands alone."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return {}
    return {
        token.start[0]: (token.string.lstrip("#").strip(), not token.line[: token.start[1]].strip())
        for token in tokens
        if token.type == tokenize.COMMENT
    }


def _about(statement: ast.stmt, comments: dict[int, tuple[str, bool]], code: str) -> Iterator[Said]:
    """The comment at the end of the statement, and the ones on the lines right below it."""
    last = statement.end_lineno or statement.lineno
    source = (ast.get_source_segment(code, statement) or "").strip().split("\n")[-1]
    yield from _claims(comments.get(last, ("", True))[0], last, last, source, statement)
    line = last + 1
    while line in comments and comments[line][1]:
        if _prints(statement):
            yield from _claims(comments[line][0], line, last, source, statement)
        line += 1


def _prints(statement: ast.stmt) -> bool:
    """Whether something can be seen of it: then a comment below may say what."""
    return isinstance(statement, ast.Expr) or any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        for node in ast.walk(statement)
    )


def _claims(comment: str, line: int, last: int, source: str, statement: ast.stmt) -> Iterator[Said]:
    if not comment:
        return
    if value := value_in(comment):
        yield Said(line, last, value, source)
    elif (shape := SHAPE.fullmatch(comment)) and (value := value_in(shape["value"])):
        target = _target(statement)
        if target:
            yield Said(line, last, value, f"{target}.shape", f"tuple({target}.shape)")
    elif (about := ABOUT.fullmatch(comment)) and (value := value_in(about["value"])):
        yield Said(line, last, value, about["of"], about["of"])


def _target(statement: ast.stmt) -> str:
    """The single name that is assigned to."""
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""


def _strings(tree: ast.Module, code: str) -> Iterator[Said]:
    """A string on its own after an expression, when it is a value: what the expression gave."""
    for before, after in zip(tree.body, tree.body[1:], strict=False):
        text = (
            after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
        )
        if isinstance(text, str) and isinstance(before, ast.Expr) and (value := value_in(text.strip())):
            source = (ast.get_source_segment(code, before) or "").strip()
            yield Said(after.lineno, before.end_lineno or before.lineno, value, source)
