"""The ledger as a file, what lessons cover of it, and the ledger of the course itself."""

from collections import Counter

import pytest

from studytui.course.coverage import UnknownSource, coverage
from studytui.course.found import LEDGER_FILE, lesson_files
from studytui.course.ledger import Entry, load_ledger
from studytui.course.library import Library
from studytui.errors import LessonError
from studytui.folders import bundled_lessons

QUESTION = Entry(id="A-Q1", kind="question", statement="Why?", lesson="a")
CLAIM = Entry(id="A-W01", kind="claim", statement="Because.", questions=("A-Q1",))
OPEN = Entry(id="B-O01", kind="open", statement="How?")
WRONG = "\n- {kind: wrong, id: no, claim: Because., code: print(1), truth: Not so., expect: {stdout: '1'}}"


@pytest.fixture
def covered(folder):
    """covered({"part/id": sources}, *refuting): coverage of the three entries by these lessons."""

    def hold(sources: dict[str, str], *refuting: str):
        root = folder({name: f"sources: [{names}]" for name, names in sources.items()})
        for name in refuting:
            file = root / f"{name}.yaml"
            page = file.read_text().replace("steps: [", "steps: [" + WRONG.strip("\n- ") + ", ")
            file.write_text(page)
        library = Library.open(root)
        assert library.broken == ()
        return coverage(library, (QUESTION, CLAIM, OPEN))

    return hold


def test_entries_come_as_they_stand(ledger_file):
    file = ledger_file(
        "- {id: A-Q1, kind: question, lesson: a, statement: Why?}\n"
        "- {id: A-W01, kind: claim, questions: [A-Q1], statement: Because.}\n"
    )
    assert load_ledger(file) == (QUESTION, CLAIM)


@pytest.fixture
def ledger_file(tmp_path):
    """ledger_file(text): a ledger with this text."""

    def write(text: str):
        file = tmp_path / LEDGER_FILE
        file.write_text(text, encoding="utf-8")
        return file

    return write


ONE = "- {id: A-Q1, kind: question, statement: Why?}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ONE + ONE, ":2:8: `A-Q1` a second time"),
        (
            ONE + "- {id: A-W01, kind: claim, statement: No., questions: [A-Q1, A-Q7]}\n",
            ":2:62: `A-Q7` is no question of the ledger",
        ),
        ("- {id: A-Q1, kind: rumour, statement: Why?}\n", ":1:20: invalid enum value 'rumour'"),
        ("- {id: A-Q1, kind: question, statement: ''}\n", ":1:41: expected text of at least 1 characters"),
        (
            "- {id: A-Q1, kind: open, statement: 3}\n",
            ":1:37: expected text (put it in quotes), found the number 3",
        ),
        ("- {id: A-Q1, kind: open}\n", ":1:3: object missing required field `statement`"),
        ("- {id: A-Q1, kind: open, statement: x, colour: red}\n", "unknown field `colour`"),
        ("id: A-Q1\n", ":1:1: expected a list, found a mapping"),
        ("- {id: A-Q1\n", "is not closed"),
    ],
)
def test_what_is_wrong_with_a_ledger_is_said_in_one_line(ledger_file, text, said):
    file = ledger_file(text)
    with pytest.raises(LessonError) as error:
        load_ledger(file)
    assert str(error.value).startswith(f"{file}:")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_no_ledger(tmp_path):
    with pytest.raises(LessonError, match="cannot be read: no such file"):
        load_ledger(tmp_path / LEDGER_FILE)


def test_what_no_lesson_names_is_uncovered(covered):
    found = covered({"p/a": "A-Q1", "p/b": "A-W01"})
    assert found.uncovered == (OPEN,)
    assert not found.complete


def test_a_claim_is_covered_with_its_question_where_claims_are_run(covered):
    assert covered({"p/a": "A-Q1, B-O01"}).uncovered == (CLAIM,)
    assert covered({"p/a": "A-Q1", "p/b": "B-O01"}, "p/b").uncovered == (CLAIM,)
    assert covered({"p/a": "A-Q1, B-O01"}, "p/a").complete


def test_a_broken_lesson_covers_nothing(folder):
    root = folder({"p/a": "sources: [A-Q1]", "p/b": "sources: [B-O01]\ncolour: red"})
    assert coverage(Library.open(root), (QUESTION, OPEN)).uncovered == (OPEN,)


def test_sources_the_ledger_does_not_have_are_named(covered):
    found = covered({"p/a": "A-Q1, A-W01, A-Q99", "p/b": "B-L04, B-O01, B-L4"})
    assert found.uncovered == ()
    assert found.unknown == (UnknownSource("a", 2, "A-Q99"), UnknownSource("b", 2, "B-L4"))
    assert not found.complete


class TestTheLedgerOfTheCourse:
    """Kept beside the lessons."""

    ledger = load_ledger(bundled_lessons() / LEDGER_FILE)

    def test_it_is_whole(self):
        expected = {f"A-Q{n}": "question" for n in range(1, 57)}
        expected |= {
            f"{source}-W{n:02}": "claim"
            for source, last in (("A", 35), ("B", 96))
            for n in range(1, last + 1)
        }
        expected |= {f"B-O{n:02}": "open" for n in range(1, 41)}
        assert {entry.id: entry.kind for entry in self.ledger} == expected

    def test_each_entry_is_one_line_that_says_something_of_its_own(self):
        assert Counter(entry.statement.casefold() for entry in self.ledger).most_common(1)[0][1] == 1
        for entry in self.ledger:
            assert "\n" not in entry.statement
            assert entry.statement[-1] == ("." if entry.kind == "claim" else "?")

    def test_each_claim_of_the_first_source_belongs_to_a_question(self):
        assert all(entry.questions for entry in self.ledger if entry.id.startswith("A-W"))

    def test_lessons_that_are_here_cover_what_is_expected_of_them(self):
        library = Library.open(bundled_lessons())
        for entry in self.ledger:
            lesson = library.get(entry.lesson)
            if lesson is not None:
                assert {entry.id, *entry.questions} & set(lesson.sources), (entry.id, lesson.id)

    def test_the_course_covers_it_and_cites_nothing_else(self):
        found = coverage(Library.open(bundled_lessons()), self.ledger)
        assert [entry.id for entry in found.uncovered] == []
        assert found.unknown == ()

    def test_it_is_no_lesson(self):
        assert all(file.name != LEDGER_FILE for file in lesson_files(bundled_lessons()))
