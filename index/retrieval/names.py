"""Known names in a query: by their first two letters, the longest at each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable

MARK = "@"
_LEAST, _MOST = 2, 40  # letters of a name


class Names:
    """The names among index terms (``MARK`` in front)."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._sizes: dict[str, frozenset[int]] = {}
        for term in terms:
            self.add(term)

    def add(self, term: str) -> None:
        """One more index term; what is no name, too short or too long is left out."""
        size = len(term) - 1
        if term[:1] == MARK and _LEAST <= size <= _MOST:
            # Replaced as a whole: a search that runs beside may be going through it.
            self._sizes[term[1:3]] = self._sizes.get(term[1:3], frozenset()) | {size}

    def places(self, text: str, known: Callable[[str], bool]) -> list[tuple[int, int]]:
        """(start, end) of every name in ``text`` (letters only) that is ``known`` as an index term."""
        found: list[tuple[int, int]] = []
        if not self._sizes:
            return found
        sizes, end = self._sizes.get, len(text)
        for start in range(end - 1):
            for size in sizes(text[start : start + _LEAST], ()):
                if start + size <= end and known(MARK + text[start : start + size]):
                    found.append((start, start + size))
        return found


def longest(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that do not lie inside another one, in order."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(places), key=lambda place: (place[0], -place[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
