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
main = import_module(sys.argv[1]).main
try:
    code = main(sys.argv[2:])
except SystemExit as left:
    code = left.code
print()
print(json.dumps([code, sorted({name.split(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    ("module", "arguments", "unwanted"),
    [
        ("bot.cli", ["ask", "第七期三个一批总投资多少"], _FILES | {"sqlite_utils", "telegram"}),
        ("index.cli", ["search", "签约"], _FILES | {"sqlite_utils", "telegram"}),
        ("index.cli", ["articles"], _LISTING),
        ("index.cli", ["status"], _LISTING),
        ("index.cli", ["history"], _LISTING),
        ("index.cli", ["--help"], _LISTING),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_is_not_needed_is_not_imported(
    module: str, arguments: list[str], unwanted: set[str], db: Path
) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "BULLETIN_DB": str(db), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "-c", _CODE, module, *arguments],
        capture_output=True,
        text=True,
        env=env,
        cwd=db.parent,
        check=True,
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    assert not unwanted & set(modules)
