"""What a run prints arrives whole, in order, decoded; a flood is bounded and stops nothing."""

from __future__ import annotations

KIB = 1024


def test_a_character_split_between_two_writes_arrives_whole(client):
    code = "import os, time\nos.write(1, b'\\xe2\\x88')\ntime.sleep(0.1)\nos.write(1, b'\\x87\\n')"
    assert client.run(code).out == "∇\n"


def test_output_and_error_are_read_in_the_order_in_which_they_were_written(client):
    code = "import sys\nfor i in range(50):\n    print(i, file=(sys.stdout, sys.stderr)[i // 2 % 2])\n1 / 0"
    told = [each["text"] for each in client.run(code).all("out")]
    assert "".join(told).partition("Traceback")[0] == "".join(f"{i}\n" for i in range(50))


def test_bytes_that_are_no_text_are_replaced(client):
    assert client.run("import os\nos.write(1, b'a\\xffb\\n')").out == "a�b\n"


def test_output_of_c_code_and_of_other_programs_is_caught(client):
    code = "import os, subprocess\nos.system('echo shell')\nsubprocess.run(['/bin/echo', 'program'])"
    assert client.run(code).out == "shell\nprogram\n"


def test_a_long_output_keeps_its_beginning_and_its_end(client):
    result = client.run("for i in range(40_000): print(f'{i:09d}')", {"output": 100 * KIB})
    (truncated,) = result.all("truncated")
    assert result.out.startswith("000000000\n000000001\n")
    assert result.out.endswith("000039999\n")
    assert len(result.out) + truncated["dropped"] == 40_000 * 10
    assert len(result.out) == 164 * KIB


def test_a_flood_neither_stops_the_deadline_nor_other_runs(client):
    flood = client.begin("while True: print('y' * 200)", {"timeout": 1.5, "output": 64 * KIB})
    client.wait_for(flood, "out")
    assert client.run("print('meanwhile')").out == "meanwhile\n"
    result = client.finish(flood)
    assert result.done["status"] == "timeout"
    assert len(result.out) <= 128 * KIB


def test_an_app_that_does_not_read_does_not_stop_the_keeper(start, helpers):
    """The pipe to the app is full from the flood on; the run ends all the same, and is reported when read."""
    one = start()
    one.ready("torch")
    one.pause()
    code = helpers.CALLED.format("flood") + "while True: print('z' * 5000)"
    run = one.begin(code, {"timeout": 2, "output": 8 << 20})
    flood = helpers.named(one, "flood")
    assert helpers.eventually(lambda: not helpers.alive([flood]))
    one.resume()
    assert one.finish(run).done["status"] == "timeout"


def test_input_gets_what_was_given_and_then_the_end(client):
    result = client.run("print(input('name? ') * 2)\ninput()", stdin="ab\n")
    assert result.out == "name? abab\n"
    assert "EOFError" in result.err


def test_input_asks_the_app_when_somebody_is_there(client):
    run = client.begin(
        "print('hello', input('who? '))\nimport sys\nprint(repr(sys.stdin.read()))", interactive=True
    )
    message = client.wait_for(run, "msg")
    assert (message["verb"], message["prompt"]) == ("input", "who? ")
    client.send("input", run=run, text="∇")
    client.send("eof", run=run)
    assert client.finish(run).out.endswith("hello ∇\n''\n")
