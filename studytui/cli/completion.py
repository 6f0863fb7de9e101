"""`studytui completion bash|zsh|fish`: what the shell needs to complete commands, options and names."""

from __future__ import annotations

from collections.abc import Sequence

from studytui.cli import parsing
from studytui.cli.completing.names import KINDS
from studytui.errors import Exit, UsageError

SHELLS = ("bash", "zsh", "fish")
HOW = (
    'bash: eval "$(studytui completion bash)" in ~/.bashrc. zsh: the same with zsh, after compinit, '
    "in ~/.zshrc. fish: studytui completion fish > ~/.config/fish/completions/studytui.fish"
)


def main(words: Sequence[str]) -> int:
    """Print a script, or the names that such a script asks for."""
    args = parsing.parse(parser(), words)
    if args.list is not None:
        print("\n".join(KINDS[args.list]()))
        return Exit.OK
    if args.shell is None:
        raise UsageError(f"for which shell? studytui completion {'|'.join(SHELLS)}")
    from studytui.cli.completing.scripts import script

    print(script(args.shell))
    return Exit.OK


def parser() -> parsing.Parser:
    """Its arguments."""
    found = parsing.parser("completion", "Print what makes a shell complete studytui's words.")
    found.epilog = HOW
    found.add_argument("shell", nargs="?", choices=SHELLS, help="bash, zsh or fish")
    found.add_argument(
        "--list", choices=tuple(KINDS), metavar="KIND", help="print names: " + ", ".join(KINDS)
    )
    return found
