"""One project is one key, however many bulletins mention it."""

from __future__ import annotations

import re
from functools import lru_cache

from index.language.scripts import compact

_TAIL = re.compile(r"(?:建设项目|建设工程|项目|工程)$")


@lru_cache(maxsize=65536)
def project_key(name: str, district: str | None) -> str:
    """The id of the project that ``name`` means in ``district``: stable, readable, without spaces."""
    core = compact(name)
    if district and core.startswith(compact(district)):
        core = core[len(compact(district)) :]
    return f"{compact(district or '')}/{_TAIL.sub('', core) or core}"
