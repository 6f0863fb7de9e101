"""Everything about a tensor in words, with a histogram."""

from __future__ import annotations

from collections.abc import Iterator

from textual.strip import Strip

from studytui.runner.sizes import amount
from studytui.tui.screens.inspector.lines import fact, line, sizes
from studytui.tui.screens.inspector.subject import Subject
from studytui.tui.widgets.results.values import number, short

BARS = " ▁▂▃▄▅▆▇█"


def facts_page(subject: Subject) -> Iterator[Strip]:
    """The lines."""
    item = subject.facts
    if not subject.is_tensor:
        shape = f"{sizes(item['shape'])} {item.get('dtype', '')}" if item.get("shape") is not None else ""
        yield fact("type", f"{item.get('type', '')}  {shape}".rstrip())
        yield line(str(item.get("repr", "")))
        return
    place = f"{sizes(subject.shape)}  {short(str(item.get('dtype', '')))}  {item.get('device', '')}"
    yield fact("tensor", f"{place}  ({item.get('numel', '?')} elements)")
    yield from _autograd(subject)
    yield from _memory(subject)
    yield line("")
    yield from _numbers(subject)


def _autograd(subject: Subject) -> Iterator[Strip]:
    item, closer = subject.facts, subject.closer
    grad = item.get("grad")
    if not item.get("requires_grad"):
        yield fact("autograd", "requires_grad=False: a constant for autograd")
        return
    if item.get("is_leaf"):
        yield fact("autograd", "requires_grad=True, leaf: backward() fills its .grad")
        if isinstance(grad, dict):
            spread = f"  {number(grad.get('min'))} … {number(grad.get('max'))}" if "min" in grad else ""
            yield fact(".grad", f"{sizes(grad.get('shape'))}{spread}")
        else:
            yield fact(".grad", "None: no backward() has reached it")
        return
    yield fact("autograd", f"a result (not a leaf), made by {item.get('grad_fn')}")
    if closer.get("retains_grad"):
        kept = f"{sizes(closer['grad'])} is kept" if "grad" in closer else "will be kept"
        yield fact(".grad", f"retain_grad() was called: {kept}")
    else:
        yield fact(".grad", "not kept: it is no leaf (retain_grad() keeps it)")


def _memory(subject: Subject) -> Iterator[Strip]:
    item, closer = subject.facts, subject.closer
    rows = "contiguous" if item.get("contiguous", True) else "not contiguous"
    if isinstance(item.get("nbytes"), int):
        yield fact("memory", f"{_bytes(subject)}, {rows}")
    if closer.get("view"):
        base = closer.get("base")
        yield fact("view", f"of {base}" if base else "of a tensor without a name of its own")
    if item.get("shares"):
        yield fact("shares", f"its storage with {', '.join(map(str, item['shares']))}")
    if closer.get("version"):
        yield fact("changed", f"in place, {closer['version']} times (._version)")


def _bytes(subject: Subject) -> str:
    """What its elements take, and what the storage does: a view uses a part, `expand` reads it again."""
    size, count = int(subject.facts["nbytes"]), subject.facts.get("numel")
    held = subject.closer.get("storage")
    if not isinstance(held, int) or not isinstance(count, int) or not count or held == count:
        return amount(size)
    whole = amount(held * size // count)
    return f"{amount(size)} of {whole}" if held > count else f"{whole}; a copy: {amount(size)}"


def _numbers(subject: Subject) -> Iterator[Strip]:
    item, closer = subject.facts, subject.closer
    if item.get("mean") is not None:
        deviation = f"  std {number(closer['std'])}" if "std" in closer else ""
        spread = f"{number(item.get('min'))} … {number(item.get('max'))}"
        yield fact("numbers", f"{spread}  mean {number(item['mean'])}{deviation}")
    odd = [f"{closer[key]} {name}" for key, name in ODD if closer.get(key)]
    if odd:
        yield fact("of these", ", ".join(odd))
    if closer.get("histogram"):
        low, high = number(closer.get("low")), number(closer.get("high"))
        yield fact("histogram", f"{low} {bars(closer['histogram'])} {high}")
    if closer.get("sampled"):
        yield fact("", f"counted on {closer['sampled']} elements, spread over the tensor")
    if closer.get("skipped"):
        yield fact("", "not looked at more closely: too many variables for one run")


ODD = (("zeros", "zeros"), ("nan", "nan"), ("inf", "infinite"))


def bars(counts: object) -> str:
    """One block for each count; what is there at all is never invisible."""
    known = [count for count in counts if isinstance(count, int)] if isinstance(counts, list | tuple) else []
    most = max(known, default=0) or 1
    return "".join(BARS[-(-count * (len(BARS) - 1) // most)] for count in known)
