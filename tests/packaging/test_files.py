"""What stands beside the code: locks, Makefile, deployment."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")


def pinned(name: str) -> dict[str, str]:
    return dict(
        re.findall(r"^([a-z0-9._-]+)==(\S+) \\$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    )


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_all_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=[a-z])", text) if re.match(r"[a-z0-9._-]+==", entry)]
    assert entries and all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?://|^--?[a-z]|file:/|@ ", text, re.MULTILINE)


def test_the_locks_agree_and_hold_what_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    plain = pinned("requirements.lock")
    for name in LOCKS[1:]:
        other = pinned(name)
        assert {key: other.get(key) for key in plain} == plain
    for entry in project["dependencies"]:
        assert re.split(r"[\[<>=]", entry)[0].lower() in plain
    for entry in project["optional-dependencies"]["dev"]:
        assert re.split(r"[\[<>=]", entry)[0].lower() in pinned("requirements-dev.lock")


def test_make_knows_its_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("run", "test", "lint", "bench", "bench-large", "soak"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
        done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def test_ci_calls_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make --no-print-directory test" in script.read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", str(script)]).returncode == 0


def test_the_environment_file_of_the_deployment_sets_only_known_names(tmp_path: Path) -> None:
    from index.settings import KNOWN, Settings, read_env

    values = read_env(ROOT / "deploy" / "bulletin-bot.env")
    assert values and set(values) <= set(KNOWN)
    assert Settings.read(values, folder=tmp_path).warnings == ()


def test_the_unit_starts_the_bot_with_the_environment_file() -> None:
    unit = (ROOT / "deploy" / "bulletin-bot.service").read_text(encoding="utf-8")
    for line in (
        "ExecStart=/opt/bulletin-bot/.venv/bin/bulletin-bot run",
        "EnvironmentFile=/etc/bulletin-bot.env",
        "Restart=on-failure",
    ):
        assert line in unit


def test_no_file_names_a_place_of_one_machine() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a git checkout")
    own = Path(__file__).relative_to(ROOT)
    for name in done.stdout.splitlines():
        file = ROOT / name
        if (
            file.suffix in (".py", ".toml", ".md", ".lock", ".service", ".env", "")
            and file.is_file()
            and Path(name) != own
        ):
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"/(?:work|home|root|Users)/|/opt/(?:wheels|pypi)", text), name
