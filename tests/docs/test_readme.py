"""README.md: its commands run, and everything there is stands in it."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

import bot.cli
import index.cli
from index.cli.commands import COMMANDS
from index.settings import KNOWN
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMAND_LINES = [line[2:] for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]
RUNNABLE = [line for line in COMMAND_LINES if line.startswith(("bulletin-index ", "bulletin-bot "))]
MAIN = {"bulletin-index": index.cli.main, "bulletin-bot": bot.cli.main}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the sample bulletins, in which the commands are run one after another."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "data" / "bulletins", made / "data" / "bulletins")
    return made


def test_there_are_commands() -> None:
    assert len(RUNNABLE) >= 8
    assert {"make run", "make test"} <= set(COMMAND_LINES)


def test_the_commands_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    for line in RUNNABLE:
        command, *arguments = shlex.split(line, comments=True)
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        code = MAIN[command](arguments)
        out, err = capfd.readouterr()
        assert code == 0, f"{line}: {err}"
        assert out.strip(), line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", README), name


@pytest.mark.parametrize("name", KNOWN)
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in README


def test_every_documented_setting_exists() -> None:
    assert set(re.findall(r"`((?:BULLETIN|TELEGRAM)_[A-Z_]+)`", README)) <= set(KNOWN)


def test_every_command_of_the_bot_is_documented() -> None:
    from bot.cli import _COMMANDS

    for name in _COMMANDS:
        assert f"`bulletin-bot {name}" in README, name


def test_the_changelog_has_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.search(
        r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version and f"## {version[1]}" in changelog
