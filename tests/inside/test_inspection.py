"""What a run tells the inspector and the margin of the editor."""

import pytest


@pytest.fixture(scope="module")
def looked_at(run):
    ran = run(
        "import torch\nfrom torch import nn\n"
        "base = torch.arange(12.)\n"
        "view = base[2:8:2]\n"
        "wide = torch.ones(3, 1).expand(3, 4)\n"
        "w = torch.rand(4, 2, requires_grad=True)\n"
        "hidden = torch.ones(3, 4) @ w\n"
        "hidden.retain_grad()\n"
        "loss = (hidden * hidden).mean()\n"
        "loss.backward(retain_graph=True)\n"
        "net = nn.Sequential(nn.Linear(4, 2), nn.BatchNorm1d(2))\n"
        "bad = torch.tensor([0., float('nan'), float('inf')])\n"
        "huge = torch.ones(1).expand(2000, 2000, 2000)\n"
    )
    assert ran.code == 0, ran.err
    return {item["name"]: item for message in ran.said("inspected") for item in message["items"]}


def test_a_view_knows_its_base_and_its_place_in_the_storage(looked_at):
    view = looked_at["view"]
    assert (view["base"], view["stride"], view["offset"], view["storage"]) == ("base", [2], 2, 12)


def test_an_expanded_tensor_reads_the_same_memory_again(looked_at):
    assert (looked_at["wide"]["stride"], looked_at["wide"]["storage"]) == ([1, 0], 3)
    assert looked_at["huge"]["sampled"] <= 4096


def test_a_result_with_retain_grad_shows_its_gradient(looked_at):
    assert looked_at["hidden"]["retains_grad"] is True
    assert looked_at["hidden"]["grad"] == [3, 2]


def test_the_graph_names_its_leaves_and_shares_its_nodes(looked_at):
    names = [node["name"] for node in looked_at["loss"]["graph"]]
    assert names == ["MeanBackward0", "MulBackward0", "MmBackward0", "AccumulateGrad"]
    assert looked_at["loss"]["graph"][1]["next"] == [2, 2]
    assert looked_at["loss"]["graph"][1]["saved"] == {"self": [3, 2], "other": [3, 2]}
    assert looked_at["loss"]["graph"][3]["leaf"] == "w"


def test_a_module_is_told_row_by_row(looked_at):
    root, linear, norm = looked_at["net"]["tree"]
    assert (root["count"], linear["path"], linear["count"]) == (14, "0", 10)
    assert linear["parameters"][0] == {"name": "weight", "shape": [2, 4], "learns": True, "grad": False}
    assert [buffer["name"] for buffer in norm["buffers"]][:2] == ["running_mean", "running_var"]


def test_what_is_not_finite_is_counted(looked_at):
    assert [looked_at["bad"][key] for key in ("zeros", "nan", "inf")] == [1, 1, 1]
    assert looked_at["bad"]["grid"] == [[0.0, "nan", "inf"]]


def lines(ran):
    return dict(item for message in ran.said("lines") for item in message["items"])


def test_each_line_has_its_last_tensor(run):
    ran = run(
        "import torch\n"
        "x = torch.ones(3, 2)\n"
        "w = torch.ones(2, requires_grad=True)\n"
        "def f(x):\n"
        "    y = x @ w\n"
        "    return y.sum()\n"
        "for step in range(40):\n"
        "    loss = f(x)\n"
        "x = x.int()\n"
        "a, b = torch.ones(4), torch.ones(5)\n"
        "a[0] = 2\n"
        "n = 3\n"
    )
    assert lines(ran) == {
        2: "[3,2] f32",
        3: "[2] f32 grad",
        5: "[3] f32 grad",
        6: "[] f32 grad",
        8: "[] f32 grad",
        9: "[3,2] i32",
        10: "[4] f32 · [5] f32",
        11: "[4] f32",
    }


def test_a_run_that_fails_tells_the_lines_before(run):
    ran = run("import torch\na = torch.ones(3, 4)\nb = torch.ones(3)\nc = a + b\n")
    assert lines(ran) == {2: "[3,4] f32", 3: "[3] f32"}


def test_tracebacks_are_those_of_the_code_as_written(run):
    ran = run("def f(x):\n    return 1 / x\nf(0)\n")
    assert "return 1 / x" in ran.err
    assert "seen" not in ran.err
