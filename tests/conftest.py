"""For all tests: no network beyond this machine, no settings from outside, sample libraries."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from index.library import Library

ROOT = Path(__file__).parent.parent
BULLETINS = ROOT / "data" / "bulletins"
GIVEN = ROOT.parent / "shared"
"""Material that lies beside the project on some machines; tests that need it skip elsewhere."""

settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting to anything but this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not _is_local(address[0]):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def clean_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests counts."""
    for name in list(os.environ):
        if name.startswith(("BULLETIN_", "TELEGRAM_")):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample bulletins, and its search index; copy them before changing anything."""
    path = tmp_path_factory.mktemp("samples") / "bulletins.db"
    with Library.open(path, create=True) as library:
        reports = library.add([BULLETINS], actor="test")
        assert all(report.status == "added" for report in reports), reports
        library.warm_up()
        library.store.copy_to(path.with_name("copy.db"))
    path.with_name(f"{path.name}.index").rename(path.with_name("copy.db.index"))
    return path.with_name("copy.db")


def copied(database: Path, folder: Path) -> Path:
    """A database with its search index, copied into ``folder``."""
    for suffix in ("", ".index"):
        shutil.copy(f"{database}{suffix}", folder / f"bulletins.db{suffix}")
    return folder / "bulletins.db"


@pytest.fixture
def db(sample_db: Path, tmp_path: Path) -> Path:
    """A database with the sample bulletins and its search index, for this test alone."""
    return copied(sample_db, tmp_path)


@pytest.fixture
def library(db: Path) -> Iterator[Library]:
    """A library with the sample bulletins, for this test alone."""
    with Library.open(db) as opened:
        yield opened


@pytest.fixture
def run(db: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command of bulletin-index: (exit code, standard output, standard error)."""
    from index.cli import main

    def call(*arguments: object, at: Path | None = None) -> tuple[int, str, str]:
        try:
            code = main(["--db", str(at or db), *map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return call
