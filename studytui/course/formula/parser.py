"""LaTeX source as a tree. Lenient: what it does not know stays visible, and is listed in `problems`."""

from __future__ import annotations

from studytui.course.formula.nodes import EMPTY, Fraction, Node, Row, Scripts, Symbol, Table
from studytui.course.formula.symbols import char
from studytui.course.formula.tokens import Token, tokens

DEEPEST = 40
PRIMES = ("′", "″", "‴", "⁗")
_INFIX = {"over": True, "choose": False, "atop": False}


class TooDeepError(ValueError):
    """The source is nested beyond what anyone writes."""


class Parser:
    """Reads one formula; `node` is the tree, `problems` what was not understood."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[str] = []
        self._tokens = tokens(source)
        self._at = 0
        self._depth = 0
        self.node = self._formula()

    # Tokens

    def peek(self) -> Token | None:
        """The next token that is not white space."""
        while self._at < len(self._tokens) and self._tokens[self._at].kind == "space":
            self._at += 1
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def take(self) -> Token | None:
        """Consume the next token."""
        token = self.peek()
        self._at += token is not None
        return token

    def take_if(self, kind: str, text: str = "") -> bool:
        """Consume the next token when it is this one."""
        token = self.peek()
        fits = token is not None and token.kind == kind and (not text or token.text == text)
        self._at += fits
        return fits

    def raw(self) -> str:
        """The source inside the braces that come next, or the next token, as it is."""
        if not self.take_if("begin"):
            token = self.take()
            return token.text if token else ""
        parts, level = [], 1
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            level += (token.kind == "begin") - (token.kind == "end")
            if level == 0:
                break
            parts.append(f"\\{token.text}" if token.kind == "command" else token.text)
        return "".join(parts)

    def problem(self, text: str) -> None:
        """Note something that was not understood, once."""
        if text not in self.problems:
            self.problems.append(text)

    # Grammar

    def _formula(self) -> Node:
        rows: list[tuple[Node, ...]] = [tuple(self.cells())]
        while (token := self.take()) is not None:
            if token.kind == "newline":
                rows.append(tuple(self.cells()))
            else:
                self.problem(f"{'}' if token.kind == 'end' else chr(92) + token.text} without its beginning")
                rows[-1] = (*rows[-1][:-1], Row((rows[-1][-1], *self.cells())))
        rows = [row for row in rows if any(cell != EMPTY for cell in row)]
        if len(rows) == 1 and len(rows[0]) == 1:
            return rows[0][0]
        return Table(tuple(rows), "equations")

    def cells(self) -> list[Node]:
        """Rows divided by `&`, to the end of the line."""
        found = [self.row()]
        while self.take_if("cell"):
            found.append(self.row())
        return found

    def row(self, until: str = "") -> Node:
        """Everything up to a closing token, or to the character `until`, which is left."""
        self._enter()
        items: list[Node] = []
        while (token := self.peek()) is not None and not self._closes(token, until):
            if token.kind == "command" and token.text in _INFIX:
                self.take()
                fraction = Fraction(Row(tuple(items)), self.row(until), _INFIX[token.text])
                items = [fraction if fraction.bar else _parenthesised(fraction)]
            elif token.kind in ("sub", "super") or (token.kind == "char" and token.text == "'"):
                self._script(items)
            else:
                items.extend(self.atom())
        self._depth -= 1
        return items[0] if len(items) == 1 else Row(tuple(items))

    def group(self) -> Node:
        """The argument of a command: braces, or the next atom."""
        if self.take_if("begin"):
            inner = self.row()
            if not self.take_if("end"):
                self.problem("{ without }")
            return inner
        token = self.peek()
        if token is None or self._closes(token, ""):
            self.problem("an argument is missing")
            return EMPTY
        found = self.atom()
        return found[0] if len(found) == 1 else Row(tuple(found))

    def atom(self) -> list[Node]:
        """The next node; none for commands without a picture."""
        from studytui.course.formula.commands import command

        token = self.peek()
        if token is None:
            return []
        if token.kind == "begin":
            inner = self.group()
            return [inner if isinstance(inner, Row) else Row((inner,))]
        self.take()
        if token.kind == "command":
            self._enter()
            found = command(self, token.text)
            self._depth -= 1
            return found
        if token.kind in ("sub", "super"):
            self.problem(f"{token.text} has nothing to raise or lower")
            return [Symbol(token.text, "unknown", token.text)]
        return [Symbol(" ", "space", " ") if token.text == "~" else char(token.text)]

    def _script(self, items: list[Node]) -> None:
        token = self.take()
        base = items.pop() if items else EMPTY
        known = base if isinstance(base, Scripts) else Scripts(base)
        if token is not None and token.text == "'":
            script: Node = self._primes()
        else:
            script = self.group()
        low = token is not None and token.kind == "sub"
        taken = known.low if low else known.high
        both = script if taken is None else Row((taken, script))
        items.append(Scripts(known.base, both, known.high) if low else Scripts(known.base, known.low, both))

    def _primes(self) -> Node:
        count = 1
        while self.take_if("char", "'"):
            count += 1
        return Symbol(PRIMES[count - 1] if count <= len(PRIMES) else "′" * count, "ord", "'" * count)

    def _closes(self, token: Token, until: str) -> bool:
        if token.kind in ("end", "cell", "newline"):
            return True
        if token.kind == "command":
            return token.text in ("right", "end")
        return bool(until) and token.kind == "char" and token.text == until

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeepError(f"nested more than {DEEPEST} deep")


def _parenthesised(node: Node) -> Node:
    return Row((Symbol("(", "open", "("), node, Symbol(")", "close", ")")))
