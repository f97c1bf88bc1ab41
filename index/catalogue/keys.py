"""One project is one key, however many bulletins mention it."""

from __future__ import annotations

from functools import lru_cache

from index.extraction.aliases import core_name
from index.language.scripts import compact


@lru_cache(maxsize=65536)
def project_key(name: str, district: str | None) -> str:
    """The id of the project that ``name`` means in ``district``: stable, readable, without spaces.

    The district in front, 项目 or 工程 at the end, brackets that are only remarks, quotation marks,
    script and width make no difference; a bracket that tells phases apart (二期) does.
    """
    return f"{compact(district or '')}/{core_name(name, district)}"
