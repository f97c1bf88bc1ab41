"""Safe copies of the database, and the way back."""

from __future__ import annotations

from pathlib import Path

from index.errors import StoreError
from index.storage import Store


def backup(store: Store, target: Path) -> Path:
    """A consistent copy at ``target``, whole or not there at all; an older copy of ours is replaced."""
    if target.is_dir():
        target = target / f"{store.path.stem}.backup.db"
    if not target.absolute().parent.is_dir():
        raise StoreError(f"文件夹 {target.absolute().parent} 不存在：请先建立，或另指备份的路径。")
    if target.exists():
        if target.samefile(store.path):
            raise StoreError(f"{target} 就是正在使用的数据库：请另指备份的路径。")
        Store.open(target, create=False).close()  # raises where it is something else
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        store.copy_to(part)
        part.replace(target)
    except OSError as error:
        raise StoreError(f"备份 {target} 写不了（{error.strerror}）：请检查路径、权限和磁盘空间。") from error
    finally:
        part.unlink(missing_ok=True)
    return target


def restore(copy: Path, target: Path, *, actor: str) -> None:
    """Puts a copy made by :func:`backup` in the place of the database at ``target``.

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
