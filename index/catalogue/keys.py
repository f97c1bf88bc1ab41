"""One project is one key, however many bulletins mention it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from index.extraction.programmes.aliases import core_name
from index.language.scripts import compact


@lru_cache(maxsize=65536)
def project_key(name: str, district: str | None) -> str:
    """The id of the project that ``name`` means in ``district``: stable, readable, without spaces.

    The district in front, 项目 or 工程 at the end, brackets that are only remarks, quotation marks,
    script and width make no difference; a bracket that tells phases apart (二期) does.
    """
    return f"{compact(district or '')}/{core_name(name, district)}"


class Keys:
    """Ids of projects among rows that are known together.

    A bulletin that names no district speaks of the only project of that name, where there is just one.
    """

    def __init__(self, named: Iterable[tuple[str, str | None]]) -> None:
        self._keys: dict[str, set[str]] = defaultdict(set)
        for name, district in named:
            if district:
                self._keys[core_name(name, district)].add(project_key(name, district))

    def of(self, name: str, district: str | None) -> str:
        """The id of the project that a row with this name and district means."""
        if not district:
            same = self._keys.get(core_name(name, None), set())
            if len(same) == 1:
                return next(iter(same))
        return project_key(name, district)
