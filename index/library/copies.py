"""Safe copies of the database."""

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
