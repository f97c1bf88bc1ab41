"""What a command doesn't need is not imported: it would be paid for at every start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

_FILES = {
    "pandas",
    "trafilatura",
    "pypdfium2",
    "pdfplumber",
    "docx",
    "openpyxl",
    "lxml",
    "matplotlib",
    "numba",
    "rapidocr",
}
_LISTING = _FILES | {"jieba", "numpy", "telegram", "pypinyin", "opencc", "sqlite_utils"}
_CODE = """
import json, sys
from importlib import import_module
codes = []
for module, *arguments in json.loads(sys.argv[1]):
    try:
        codes.append(import_module(module).main(arguments))
    except SystemExit as left:
        codes.append(left.code)
print()
print(json.dumps([codes, sorted({name.split(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    ("commands", "unwanted"),
    [
        (
            [["bot.cli", "ask", "第七期三个一批总投资多少"], ["index.cli", "search", "签约"]],
            _FILES | {"sqlite_utils", "telegram"},
        ),
        ([["index.cli", name] for name in ("articles", "status", "history", "--help")], _LISTING),
    ],
    ids=["asking", "listing"],
)
def test_what_is_not_needed_is_not_imported(commands: list[list[str]], unwanted: set[str], db: Path) -> None:
    """The commands run one after the other in one new process: what any of them imports is seen."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "BULLETIN_DB": str(db), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "-c", _CODE, json.dumps(commands)],
        capture_output=True,
        text=True,
        env=env,
        cwd=db.parent,
        check=True,
    )
    codes, modules = json.loads(done.stdout.splitlines()[-1])
    assert set(codes) == {0}, done.stderr
    assert not unwanted & set(modules)
