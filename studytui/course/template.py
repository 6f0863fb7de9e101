"""The lesson that `studytui new` writes: one step of each common kind, to be filled in where it says so.

It can be opened in the app as it stands; `studytui check` names every gap that is left.
"""

from __future__ import annotations

import re

GAP = re.compile("FILL[ _]IN")
"""Stands wherever the author has to write; in Python it is a name that nothing has."""

_LESSON = """\
# yaml-language-server: $schema=../lesson.schema.json
# Run `studytui check {path}` as you go; lessons/README.md of studytui explains every key.
id: {id}
title: FILL IN a title
part: {part}
minutes: 10
requires: []
objectives:
  - FILL IN what the reader can do afterwards

steps:
  - kind: explain
    id: question
    title: FILL IN a question
    text: |
      FILL IN a question that makes curious, in a few short lines. Formulas
      stand between dollars: $y = x^2$.

  - kind: snippet
    id: first-run
    title: FILL IN what to watch
    text: |
      FILL IN what to look at.
    code: |
      import torch

      # FILL IN code to run
    predict:
      prompt: FILL IN what to guess before running
      of: FILL_IN
      answer: FILL IN what it prints
      options:
        - FILL IN what it prints
        - FILL IN a likely mistake
    try:
      - FILL IN a change to try
    expect:
      stdout: |
        FILL IN what it prints

  - kind: wrong
    id: myth
    claim: |
      FILL IN what people get wrong.
    code: |
      import torch

      # FILL IN code that refutes it
    truth: |
      FILL IN what is true instead.
    expect:
      stdout: |
        FILL IN what it prints

  - kind: exercise
    id: your-turn
    prompt: |
      FILL IN what to write.
    starter: |
      import torch

      # FILL IN where the learner begins
    solution: |
      import torch

      # FILL IN one right way
    grade:
      - expr: FILL_IN
        what: FILL IN what it is
        value: FILL IN what it comes to
    hints:
      - FILL IN a hint that does not give it away

  - kind: quiz
    id: quiz
    questions:
      - kind: truefalse
        id: claim
        prompt: FILL IN a claim.
        code: |
          import torch
        answer: true
        check: FILL_IN
        why: FILL IN why.
      - kind: output
        id: prints
        prompt: What does this print?
        code: |
          import torch
          # FILL IN code
        answer: FILL IN what it prints
"""


def template(lesson_id: str, part: str, path: str) -> str:
    """The text of a new lesson that will stand at `path`."""
    return _LESSON.format(id=lesson_id, part=part, path=path)
