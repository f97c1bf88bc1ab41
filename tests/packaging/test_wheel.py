"""The wheel, built and used without network: both commands work from an empty folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

_NEEDED = ("pyproject.toml", "README.md", "LICENSE", "bot", "index", "data")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("source")
    for name in _NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    out = source / "dist"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(folder),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    return folder


def call(installed: Path, folder: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs an installed console script in ``folder``; only the dependencies come from this environment."""
    paths = [str(installed), sysconfig.get_path("purelib")]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("BULLETIN_", "TELEGRAM_"))}
    script = [sys.executable, "-P", str(installed / "bin" / command)]
    return subprocess.run(
        [*script, *arguments],
        cwd=folder,
        env={**env, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
    )


def test_what_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("data/bulletins", "data/fonts", "data/lexicons"):
        for file in (ROOT / folder).iterdir():
            if file.is_file() and file.suffix != ".pyc":
                assert f"{folder}/{file.name}" in names
    modules = {
        str(path.relative_to(ROOT)) for package in ("bot", "index") for path in (ROOT / package).rglob("*.py")
    }
    assert modules <= names
    assert not [name for name in names if name.startswith(("tests/", "deploy/", "data/golden"))]
    assert [name for name in names if name.endswith("LICENSE")]


def test_both_commands_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    samples = str(installed / "data" / "bulletins")
    done = call(installed, tmp_path, "bulletin-index", "add", samples, "--json")
    assert done.returncode == 0, done.stderr
    assert {report["status"] for report in json.loads(done.stdout)} == {"added"}
    done = call(installed, tmp_path, "bulletin-bot", "ask", "第七期三个一批总投资多少", "--json")
    assert done.returncode == 0, done.stderr
    assert "62.4" in json.loads(done.stdout)["answer"]
    assert done.stderr == ""
    assert {file.name for file in tmp_path.iterdir()} <= {
        "bulletins.db",
        "bulletins.db-wal",
        "bulletins.db-shm",
        "bulletins.db.index",
    }


def test_a_missing_database_is_one_sentence(installed: Path, tmp_path: Path) -> None:
    for command, arguments in (("bulletin-index", ("status",)), ("bulletin-bot", ("ask", "区长是谁"))):
        done = call(installed, tmp_path, command, *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
