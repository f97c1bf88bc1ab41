"""The way back from a safe copy."""

from __future__ import annotations

from pathlib import Path

from index.errors import StoreError
from index.storage import Store


def restore(copy: Path, target: Path, *, actor: str) -> None:
    """Puts a copy made by ``backup`` in the place of the database at ``target``.

    Others that have the database open see the restored one at their next read. Raises StoreError where
    the copy is not whole; then nothing has changed.
    """
    if not copy.is_file():
        raise StoreError(f"备份 {copy} 不存在：请检查路径。")
    if target.exists() and copy.samefile(target):
        raise StoreError(f"{copy} 就是正在使用的数据库：请指定另一份备份。")
    with Store.open(copy, create=False) as source:
        wrong = source.problems()
        if wrong:
            raise StoreError(f"备份 {copy} 不完整（{wrong[0]}），没有恢复：请换一份备份。")
        if _usable(target):
            source.copy_into(target)
        else:
            _replace(source, target)
    index = Path(f"{target}.index")
    index.unlink(missing_ok=True)
    with Store.open(target, create=False) as restored:
        restored.note(actor, "restore", copy.name)


def _usable(target: Path) -> bool:
    if not target.exists():
        return False
    try:
        with Store.open(target, create=False) as store:
            return not store.problems()
    except StoreError:
        return False


def _replace(source: Store, target: Path) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        source.copy_to(part)
        for tail in ("-wal", "-shm"):
            Path(f"{target}{tail}").unlink(missing_ok=True)
        part.replace(target)
    except OSError as error:
        raise StoreError(f"数据库 {target} 写不了（{error.strerror}）：请检查权限和磁盘空间。") from error
    finally:
        part.unlink(missing_ok=True)
