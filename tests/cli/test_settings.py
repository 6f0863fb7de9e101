"""`studytui settings` shows and sets; every command obeys."""

import json


def test_what_is_set_is_shown_and_obeyed(studytui, program):
    assert studytui("settings", "threads", "3").returncode == 0
    assert studytui("settings", "threads").stdout == b"3\n"
    done = studytui("run", program("import torch; print(torch.get_num_threads())"))
    assert done.stdout == b"3\n"
    assert studytui("run", "program.py", "--threads", "2").stdout == b"2\n"
    assert json.loads(studytui("settings", "--json").stdout)["threads"] == 3
    assert studytui("settings", "threads", "").returncode == 0
    assert studytui("settings", "threads").stdout == b"1\n"


def test_a_profile_is_a_place_to_run(studytui, program):
    studytui("settings", "profiles.far.launcher", "nowhere-ssh")
    done = studytui("run", program("print(1)"), "--profile", "far")
    assert done.returncode == 3
    assert b"'nowhere-ssh' cannot be started" in done.stderr


def test_wrong_names_and_values_are_refused_in_one_line(studytui):
    for words, said in {
        ("settings", "tread"): b"did you mean 'threads'?",
        ("settings", "threads", "many"): b"threads: Expected",
        ("settings", "theme", "pink"): b"it is one of study-dark",
        ("settings", "keys.rum", "f9"): b"there is no command 'rum'; did you mean 'run'?",
        ("settings", "keys.run", "crtl+r"): b"'crtl+r' is no key; did you mean 'ctrl+r'?",
        ("settings", "keys.run", "f6"): b"'f6' is used twice in CodeView: run and stop",
        ("run", "x.py", "--profile", "gpu"): b"there is no profile 'gpu'",
    }.items():
        done = studytui(*words)
        assert (done.returncode, done.stdout) == (2, b"")
        assert said in done.stderr
        assert done.stderr.count(b"\n") == 1


def test_the_schema_is_for_editors(studytui):
    schema = json.loads(studytui("settings", "--schema").stdout)
    assert "study-dark" in json.dumps(schema)


def test_a_key_is_set_shown_and_set_back(studytui):
    assert studytui("settings", "keys.run", "ctrl+y").returncode == 0
    assert studytui("settings", "keys.run").stdout == b"ctrl+y\n"
    assert studytui("settings", "keys.run", "").returncode == 0
    assert studytui("settings", "keys.run").stdout == b"\n"
