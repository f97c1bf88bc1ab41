"""Safe copies, the way back, everything out and in again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import StoreError
from index.library import Library
from index.operations import KINDS, examine, export, restore
from index.settings import Settings

Run = Callable[..., tuple[int, str, str]]


def test_backup_and_restore(library: Library, db: Path, tmp_path: Path) -> None:
    copy = library.backup(tmp_path / "copy.db")
    articles = library.articles()
    library.remove([articles[0].id], actor="t")
    assert library.ask("第七期三个一批总投资多少").status == "answered"
    restore(copy, db, actor="王")
    # the library that was open all the time sees it
    assert library.articles() == articles
    assert library.doctor() == ()
    assert library.audit()[-1].action == "restore"


def test_restore_where_there_is_nothing_or_something_broken(library: Library, tmp_path: Path) -> None:
    copy = library.backup(tmp_path / "copy.db")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"not a database" * 100)
    for target in (tmp_path / "new.db", broken):
        restore(copy, target, actor="t")
        with Library.open(target) as again:
            assert again.articles() == library.articles()


def test_what_is_no_backup_is_refused(library: Library, db: Path, tmp_path: Path) -> None:
    before = library.articles()
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"not a database" * 100)
    for wrong in (bad, tmp_path / "missing.db", db):
        with pytest.raises(StoreError):
            restore(wrong, db, actor="t")
    cut = library.backup(tmp_path / "cut.db")
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    with pytest.raises(StoreError):
        restore(cut, db, actor="t")
    assert library.articles() == before


def test_a_backup_never_replaces_something_else(library: Library, db: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("keep me" * 100)
    for wrong in (other, db, tmp_path / "no" / "folder.db"):
        with pytest.raises(StoreError):
            library.backup(wrong)
    assert other.read_text() == "keep me" * 100
    assert list(tmp_path.glob("*.part")) == []


def test_every_kind_is_exported(library: Library) -> None:
    for kind in KINDS:
        lines = [json.loads(line) for line in export(library, kind)]
        assert lines or kind == "flags"


def test_exported_articles_can_be_added_again(run: Run, library: Library, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run("export", "--output", target)[0] == 0
    with Library.open(tmp_path / "again.db", create=True) as again:
        (report,) = again.add([target], actor="t")
        assert report.status == "added" and report.articles == len(library.articles())
        core = lambda text: "".join(text.split())  # noqa: E731
        assert sorted(core(a.text) for a in again.articles()) == sorted(
            core(a.text) for a in library.articles()
        )


def test_doctor_names_what_is_wrong(library: Library, db: Path, tmp_path: Path) -> None:
    assert all(check.ok for check in examine(db, Settings(db=db)))
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"not a database" * 100)
    bad = [check for check in examine(broken, Settings(db=broken)) if not check.ok]
    assert len(bad) == 1 and "不是数据库" in bad[0].detail
