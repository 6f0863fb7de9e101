"""Completion scripts, made from the commands' own parsers."""

from __future__ import annotations

import shtab

from studytui.cli.combined import combined_parser
from studytui.cli.completing.marks import LIST, mark, named

_LESSONS = f"{LIST} lessons 2>/dev/null"
# The id of a lesson may stand where a command does; argparse has no word for that, so the scripts are told.
_FIRST_WORD = {
    "bash": f"{named('lessons')['preamble']['bash']}\n"
    f"_shtab_studytui_pos_0_COMPGEN={named('lessons')['bash']}",
    "zsh": "functions[_studytui_only_commands]=$functions[_shtab_studytui_commands]\n"
    f"_shtab_studytui_commands() {{ _studytui_only_commands; compadd -- $({_LESSONS}) }}",
    "fish": "",
}
_FISH = (
    "complete -c studytui -n '_shtab_studytui_using; and test $_shtab_studytui_npos -eq 0' "
    f"-ka '({_LESSONS})' -d lesson"
)


def script(shell: str) -> str:
    """The script for bash, zsh or fish."""
    parser = combined_parser()
    mark(parser)
    text = shtab.complete(parser, shell, preamble=_FIRST_WORD[shell])
    return text + _FISH if shell == "fish" else text
