"""Places that bulletins name: where things are held, built and sited; homes of private persons are none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.language.lexicon import load_pattern, load_words

_PARTS = load_pattern("catalogue.places.parts")
_LEAD = load_pattern("catalogue.places.lead")
_NO_PLACE = load_pattern("catalogue.places.no_place")
_LEAST, _MOST = 3, 20  # code points of a name


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its printed name, the districts whose bulletins name it, and the articles that do, in order."""

    name: str
    districts: tuple[str, ...]
    articles: tuple[str, ...]


Named = tuple[str, str | None, str]
"""A printed place, the district of its bulletin, and the id of the article."""


def places(named: Iterable[Named]) -> tuple[Place, ...]:
    """Every place, by name; 柳湾镇河堤村 is one, and the town it lies in another."""
    districts: dict[str, dict[str, None]] = defaultdict(dict)
    articles: dict[str, dict[str, None]] = defaultdict(dict)
    for printed, district, article in named:
        for name in _names(printed):
            articles[name][article] = None
            if district:
                districts[name][district] = None
    return tuple(Place(name, tuple(districts[name]), tuple(articles[name])) for name in sorted(articles))


def _names(printed: str) -> list[str]:
    name = _LEAD.sub("", re.sub(r"\s", "", printed))
    town = _PARTS.match(name)
    return [one for one in (name, *((town["town"], town["rest"]) if town else ())) if is_place(one)]


def is_place(name: str) -> bool:
    """True for a name of its own that ends as places do: 滨河路, 柳湾镇, 人民路12号; not 全区, 施工现场."""
    if not _LEAST <= len(name) <= _MOST or _NO_PLACE.search(name):
        return False
    ending = _ending().search(name)
    return ending is not None and ending.start() >= 2


@lru_cache(maxsize=1)
def _ending() -> re.Pattern[str]:
    ends = sorted(map(re.escape, load_words("place_suffixes")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(ends)})(?:\d{{1,5}}号(?:院|楼)?)?$")
