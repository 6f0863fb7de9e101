"""Every format is told by its content and read whole."""

import pytest

from studytui.notes.document import Code, Heading, Prose
from studytui.notes.read import NotesError, read_notes, to_document


def read(samples, name):
    return to_document(samples[name], "notes.txt")


def headings(document):
    return [(piece.text, piece.level) for piece in document.pieces if isinstance(piece, Heading)]


def words(document):
    return "\n".join(piece.text for piece in document.pieces if isinstance(piece, Prose))


def test_the_format_is_told_by_the_content(samples):
    assert {name: to_document(text, "x.txt").format for name, text in samples.items()} == {
        name: name for name in samples
    }


def test_markdown(samples):
    document = read(samples, "Markdown")
    assert document.title == "Tensors"
    assert headings(document) == [
        ("Tensors", 1),
        ("Ordered values", 2),
        ("What is a leaf?", 2),
        ("Strides", 2),
        ("Properties of the page", 1),
    ]
    code = document.code
    assert [(block.language, block.line, block.last) for block in code] == [
        ("python", 9, 11),
        ("", 15, 15),
        ("python", 20, 20),
        ("python", 27, 28),
    ]
    assert code[2].text == "y = x.sum()"
    assert "tags: [torch]" in words(document)
    assert "and on." in words(document)


def test_obsidian_callouts_keep_their_nesting_and_their_tabs(samples):
    document = read(samples, "Obsidian")
    assert headings(document) == [("Page about torch", 1), ("Dataset", 3), ("Why eval()?", 4)]
    assert document.code[0].text.split("\n") == [
        "class Mine(Dataset):",
        "\tdef __init__(self):",
        "\t\tself.data = [1]",
        "",
        "\tdef __len__(self):",
        "\t\treturn 3 if 1 > 0 else 0",
    ]
    assert [piece.asks for piece in document.pieces if isinstance(piece, Heading)] == [False, False, True]
    text = words(document)
    assert "**this**" in text
    assert "(embedded: graph.png)" in text
    assert "^Dataset" not in text


def test_a_transcript_becomes_questions_with_answers(samples):
    document = read(samples, "ChatGPT transcript")
    assert headings(document) == [
        ("A chat", 1),
        ("why is it no pair?", 2),
        ("Method 1", 3),
        ("thanks", 2),
    ]
    assert "y = x.min()" in words(document)  # the question in full stands below its title
    assert len(document.code) == 1


def test_a_notebook_counts_in_cells(samples):
    document = read(samples, "notebook")
    assert [(code.line, code.language) for code in document.code] == [
        (2, "python"),
        (2, ""),
        (3, "python"),
        (3, ""),
    ]
    assert document.code[1].text == "tensor([1., 1.])"


def test_a_program_of_sphinx_gallery(samples):
    document = read(samples, "sphinx-gallery")
    assert [text for text, _ in headings(document)] == ["Autograd", "Gradients", "A title"]
    assert "`torch.sin` and $x^2$" in words(document)
    assert "Last words." in words(document)
    blocks = [code.text for code in document.code]
    assert blocks[0].startswith("import torch\n\n##########")
    assert blocks[1] == "x.requires_grad_()\nx.sum().backward()"
    assert blocks[2] == "print(x.grad)"


def test_an_unclosed_fence_is_seen():
    document = to_document("# A\n\n```python\nx = 1\nIn words again.", "a.md")
    (code,) = document.code
    assert isinstance(code, Code)
    assert not code.closed


@pytest.mark.parametrize(
    ("data", "complaint"),
    [(b"", "empty"), (b" \n", "empty"), (b"a\0b", "zero bytes"), (b"\xff\xfe", "not UTF-8")],
)
def test_what_cannot_be_read_is_said(tmp_path, data, complaint):
    file = tmp_path / "n.md"
    file.write_bytes(data)
    with pytest.raises(NotesError, match=complaint):
        read_notes(file)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(NotesError, match="no such file"):
        read_notes(tmp_path / "no.md")
