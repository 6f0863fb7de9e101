"""While the warm process changes over to its fully warm successor, runs go on being asked for."""

from __future__ import annotations

AT_ONCE = 6
"""So many fork requests are on their way when the successor says that it is there."""


def test_no_run_is_lost_when_the_warm_process_changes_over(start):
    client = start(namespaces=False)
    assert client.ready("torch")["ev"] == "ready"
    news = client.queue(None)
    changed, after = False, 0
    while after < 3:
        runs = [client.begin(f"print({number})") for number in range(AT_ONCE)]
        results = [client.finish(run) for run in runs]
        assert [result.done["status"] for result in results] == ["ok"] * AT_ONCE, results[-1].done
        assert [result.out for result in results] == [f"{number}\n" for number in range(AT_ONCE)]
        while not news.empty():
            frame = news.get()
            changed |= frame["ev"] == "ready" and frame["stage"] == "full"
        after += changed
