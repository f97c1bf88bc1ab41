"""Holders of offices as of a date: the newest bulletin that names one counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.records import Found, Person

_LEADS = "、，,和 "


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office: printed title, article and date of the mention."""

    name: str
    office: str
    article: str
    date: str | None


def holds(title: str, office: str) -> bool:
    """True where the printed ``title`` (区委副书记、区长) names ``office`` (区长) whole: 副区长 is no 区长."""
    for part in _parts(title):
        if part == office:
            return True
        if part.endswith(office):
            before = part[: -len(office)]
            if not before.endswith(("副", "代")) and before not in ("原", "前", "时任"):
                return True
    return False


def _parts(title: str) -> Iterable[str]:
    for sign in _LEADS:
        title = title.replace(sign, "\n")
    return [part for part in title.split("\n") if part]


def holders(
    office: str, people: Iterable[tuple[str | None, Found[Person]]], on: str | None = None
) -> tuple[Holder, ...]:
    """People whose printed title names ``office``, newest mention first, each once."""
    found: dict[str, Holder] = {}
    for date, one in sorted(people, key=lambda item: item[0] or "", reverse=True):
        person = one.value
        if person.office is None or (on is not None and (date or "") > on):
            continue
        if person.office not in ("记者", "通讯员") and holds(person.office, office):
            found.setdefault(person.name, Holder(person.name, person.office, one.article, date))
    return tuple(found.values())


DEPUTY = "副"


def held_as_printed(held: str, office: str) -> bool:
    """县委常委、副县长 is held as 副县长, not as 县长: one of the offices ends with the asked one."""
    parts = re.split("[、，]", held)
    return any(part.endswith(office) and not part.endswith(DEPUTY + office) for part in parts)
