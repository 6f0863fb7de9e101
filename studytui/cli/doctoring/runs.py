"""Interpreter, torch, devices and the layers of isolation, from a supervisor that was really started."""

from __future__ import annotations

from studytui.cli import consent
from studytui.cli.doctoring.findings import Finding, Section
from studytui.errors import RunnerUnavailable
from studytui.runner.command import interpreter
from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from studytui.runner.sizes import amount
from studytui.runner.status import Device, Layer, OnStatus, Probe, Ready

GET_TORCH = "install torch there (pip install torch), or name an interpreter that has it: --python PATH"
TRY_BY_HAND = "try the launcher by hand: it must start python3 over there"
POLICIES = {
    "full": Finding("policy", "full: files, network, memory and processes of runs are walled off"),
    "good": Finding("policy", "good: files and network are walled off; ending a run takes longer", "note"),
    "refuse": Finding(
        "policy",
        "without a file wall: runs can read and change your files",
        "missing",
        "a kernel with Landlock (Linux 5.13 or newer, `landlock` in lsm=), or a --launcher that walls runs "
        "off",
    ),
}
NO_GPU = Finding("gpu", "none that torch could use; everything runs on the CPU", "note")
LAYERS = {
    "no_new_privs": "no privileges to gain",
    "capabilities": "no powers of root",
    "seccomp": "system calls filtered",
    "landlock": "file wall",
    "domain": "signal wall",
    "gate": "processes counted",
    "nproc": "process limit",
    "namespaces": "a world of its own",
    "cgroup": "a group of its own",
}


async def runner_sections(options: RunnerOptions, say: OnStatus) -> list[Section]:
    """First whether code can be run at all; then, if so, behind which walls."""
    runner = Runner(options)
    runner.on_status = say
    try:
        ready = await runner.start()
        return [_runs(ready), _layers(await runner.probe(), ready, consent.since(options.launcher))]
    except RunnerUnavailable as error:
        return [_unavailable(options, str(error), runner.diagnostics)]
    finally:
        await runner.close()


def _runs(ready: Ready) -> Section:
    devices = tuple(_device(each) for each in ready.devices) or (NO_GPU,)
    return Section("Runs", (Finding("python", ready.python), Finding("torch", ready.torch), *devices))


def _device(device: Device) -> Finding:
    memory = f", {amount(device.free)} of {amount(device.total)} free" if device.total else ""
    return Finding(device.id, f"{device.name}{memory}".lstrip(", ") or "ready")


def _layers(probe: Probe, ready: Ready, consented: str | None) -> Section:
    layers = tuple(_layer(each) for each in probe.layers)
    policy = POLICIES.get(ready.policy, Finding("policy", ready.policy))
    return Section("Isolation", (policy, *_consent(consented), *layers))


def _consent(day: str | None) -> tuple[Finding, ...]:
    if day is None:
        return ()
    words = f"given on {day}: where there is no file wall, runs may read and change your files"
    return (Finding("unsafe files", words, "note", "--no-unsafe-files withdraws it"),)


def _layer(layer: Layer) -> Finding:
    name = LAYERS.get(layer.name, layer.name)
    return Finding(name, "yes") if layer.works else Finding(name, f"no: {layer.why}", "note")


def _unavailable(options: RunnerOptions, words: str, said: tuple[str, ...]) -> Section:
    heard = tuple(Finding("said", line, "note") for line in said[-5:])
    advice = GET_TORCH if "torch" in words else TRY_BY_HAND if options.launcher else ""
    return Section("Runs", (Finding(interpreter(options), words, "missing", advice), *heard))
