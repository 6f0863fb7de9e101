"""Run a block statement by statement, go on after errors, and print one line of JSON for each.

Runs in the sandbox, in the learner's interpreter: standard library only, Python 3.9.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import difflib
import inspect
import io
import json
import pkgutil
import re
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterable
from typing import Any

Names = dict[str, Any]
Item = dict[str, Any]

MARK = "@@studytui-probe "
FILE = "<notes>"
MOST = 6000
KEYWORD = re.compile(r"(?:unexpected keyword argument '|unrecognized keyword arguments: )(\w+)")
KNOWN_PACKAGES = ["torchvision", "torchaudio", "torchtext", "transformers", "seaborn", "pandas", "sklearn"]


def studytui_probe(supplies: list[str], source: str, asks: dict[str, list[str]]) -> None:
    """`supplies`: code run before, quietly; `asks`: last line of a statement -> expressions to evaluate."""
    say, names = _printer(), _fresh_main()
    for number, code in enumerate(supplies):
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                exec(compile(code, "<supplied>", "exec", dont_inherit=True), names)
        except Exception as error:
            say({"kind": "supply", "number": number, "error": _error(error, names, None)})
    try:
        compile(source, FILE, "exec", dont_inherit=True)
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        say({"kind": "syntax", "error": _syntax(error)})
        return
    for statement in tree.body:
        say(_run(statement, names, asks.get(str(statement.end_lineno), [])))
    say({"kind": "end"})


def _fresh_main() -> Names:
    """A namespace without anything of this file; classes made in it are found again by pickle."""
    main = types.ModuleType("__main__")
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    return main.__dict__


def _printer() -> Callable[[Item], None]:
    out = sys.stdout

    def say(item: Item) -> None:
        out.write("\n" + MARK + json.dumps(item) + "\n")
        out.flush()

    return say


def _run(statement: ast.stmt, names: Names, asked: list[str]) -> Item:
    item: Item = {"kind": "statement", "line": statement.lineno, "last": statement.end_lineno}
    out, began = io.StringIO(), time.perf_counter()
    try:
        with contextlib.redirect_stdout(out):
            value, shown = _execute(statement, names)
        item["value"], item["type"] = shown, type(value).__name__
        item["answers"] = {ask: _answer(ask, names) for ask in asked}
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        item["error"] = _error(error, names, statement)
    item["out"] = out.getvalue()[:MOST]
    item["seconds"] = time.perf_counter() - began
    return item


def _execute(statement: ast.stmt, names: Names) -> tuple[Any, str | None]:
    """The value of an expression, or of what was assigned to a single name; None for other statements."""
    if isinstance(statement, ast.Expr):
        code = compile(ast.Expression(statement.value), FILE, "eval", dont_inherit=True)
        value = eval(code, names)
        return value, None if value is None else repr(value)[:MOST]
    exec(compile(ast.Module([statement], []), FILE, "exec", dont_inherit=True), names)
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if len(targets) == 1 and isinstance(targets[0], ast.Name):
        value = names[targets[0].id]
        return value, repr(value)[:MOST]
    return None, None


def _answer(expression: str, names: Names) -> str | None:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return repr(eval(compile(expression, FILE, "eval", dont_inherit=True), names))[:MOST]
    except Exception:
        return None  # what cannot be evaluated here was no claim about a value


def _syntax(error: Exception) -> Item:
    line, column = getattr(error, "lineno", 1) or 1, getattr(error, "offset", 1) or 1
    words = getattr(error, "msg", None) or str(error)
    return {"type": type(error).__name__, "message": words, "line": line, "column": column, "near": []}


def _error(error: BaseException, names: Names, statement: ast.stmt | None) -> Item:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == FILE]
    line = frames[-1].lineno if frames else getattr(statement, "lineno", 0)
    if isinstance(error, SyntaxError):
        return _syntax(error)
    name = getattr(error, "name", None) or ""
    found = {"type": type(error).__name__, "message": str(error)[:MOST], "line": line, "column": 1}
    try:
        return {**found, "name": str(name), "near": _near(error, name, names, statement)}
    except Exception:
        return {
            **found,
            "name": str(name),
            "near": [],
        }  # suggestions are extras: the error itself must get out


def _near(error: BaseException, name: str, names: Names, statement: ast.stmt | None) -> list[str]:
    """Names like the one that is not there."""
    if isinstance(error, AttributeError) and name:
        return _alike(name, dir(error.obj))
    if isinstance(error, NameError) and name:
        return _alike(name, [*names, *dir(builtins)])
    if isinstance(error, ImportError) and name:
        return _modules_alike(name)
    keyword = KEYWORD.search(str(error)) if isinstance(error, TypeError) else None
    if keyword and statement is not None:
        return _parameters_alike(keyword.group(1), str(error), names, statement)
    return []


def _alike(name: str, known: Iterable[str]) -> list[str]:
    known = [each for each in known if not each.startswith("_") and each != name]
    plain = name.lower().replace("_", "")
    same = [each for each in known if each.lower().replace("_", "") == plain]
    return [*same, *(each for each in difflib.get_close_matches(name, known, 3, 0.7) if each not in same)]


def _modules_alike(name: str) -> list[str]:
    known = {module.name for module in pkgutil.iter_modules()} | set(sys.builtin_module_names)
    known, top = known | set(KNOWN_PACKAGES), name.partition(".")[0]
    return [] if top in known else difflib.get_close_matches(top, sorted(known), 2, 0.85)


def _parameters_alike(keyword: str, message: str, names: Names, statement: ast.stmt) -> list[str]:
    """Parameters of the call in the statement that was given this keyword."""
    for call in ast.walk(statement):
        if isinstance(call, ast.Call) and any(each.arg == keyword for each in call.keywords):
            function = eval(compile(ast.Expression(call.func), FILE, "eval", dont_inherit=True), names)
            return _alike(keyword, _parameters(function, message))
    return []


def _parameters(function: Any, message: str) -> list[str]:
    """Of functions written in C, only the message says what they take."""
    try:
        return list(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return sorted(set(re.findall(r"[a-z_]+(?= =|[,)])", message)))
