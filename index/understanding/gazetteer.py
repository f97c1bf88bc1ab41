"""Names the bulletins know, and how a question may spell them: whole, short, misheard, mistyped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from index.language.lexicon import load_pattern
from index.language.pinyin import sounds_alike, syllables
from index.language.scripts import fold
from index.records import Span
from index.understanding.query import Link

_LONGEST = 40  # code points of an alias that are looked at
_KEPT = 256  # texts whose names are kept: a question is looked at by several rooms
_CATEGORY_END = load_pattern("understanding.gazetteer.category_end")
_OF_CATEGORY = load_pattern("understanding.gazetteer.of_category")
_TOLD_OF_CATEGORY = load_pattern("understanding.gazetteer.told_of_category")
_OF_SORT = load_pattern("understanding.gazetteer.of_sort")
_MIN_GAPPED = 4  # shorter pieces of a name are too common to stand for it


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: kind (project, person, district, place, organisation), key, printed name, aliases."""

    kind: str
    key: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """An alias table with a sound index; built once per generation, never changed."""

    entries: tuple[Entry, ...]
    by_alias: dict[str, tuple[int, ...]] = field(repr=False)
    by_sound: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    by_bigram: dict[str, tuple[int, ...]] = field(repr=False)
    sizes: dict[str, tuple[int, ...]] = field(repr=False, default_factory=dict)
    sound_sizes: dict[tuple[str, ...], tuple[int, ...]] = field(repr=False, default_factory=dict)
    stages: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    categories: dict[str, str] = field(repr=False, default_factory=dict)
    _found: dict[str, tuple[Link, ...]] = field(repr=False, compare=False, default_factory=dict)

    @classmethod
    def build(
        cls,
        entries: Iterable[Entry],
        stages: Iterable[str] = (),
        periods: Iterable[str] = (),
        categories: Iterable[str] = (),
    ) -> Gazetteer:
        """Index ``entries`` by alias, by sound and by letter pairs; the others: as batches print them."""
        held = tuple(entries)
        by_alias: dict[str, list[int]] = defaultdict(list)
        by_bigram: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(held):
            for alias in dict.fromkeys(fold(one).replace(" ", "") for one in (entry.name, *entry.aliases)):
                if 2 <= len(alias) <= _LONGEST:
                    by_alias[alias].append(number)
            if entry.kind == "project":
                name = fold(entry.name).replace(" ", "")
                for at in range(len(name) - 1):
                    by_bigram[name[at : at + 2]].add(number)
        by_sound: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for alias in by_alias:
            if not alias.isascii():
                by_sound[syllables(alias)].append(alias)
        return cls(
            held,
            {alias: tuple(numbers) for alias, numbers in by_alias.items()},
            {key: tuple(names) for key, names in by_sound.items()},
            {pair: tuple(sorted(numbers)) for pair, numbers in by_bigram.items()},
            _sizes_by_head(by_alias),
            _sizes_by_head(by_sound),
            tuple(dict.fromkeys(stages)),
            tuple(dict.fromkeys(periods)),
            {_CATEGORY_END.sub("", fold(one)): one for one in categories},
        )

    def exact(self, text: str) -> tuple[Link, ...]:
        """Names that stand in the folded ``text`` letter by letter; longer ones first, no overlaps."""
        held = self._found.get(text)
        if held is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            held = self._found[text] = self._exact(text)
        return held

    def _exact(self, text: str) -> tuple[Link, ...]:
        found: list[Link] = []
        at = 0
        while at < len(text) - 1:
            for size in self.sizes.get(text[at : at + 2], ()):
                piece = text[at : at + size]
                if piece in self.by_alias:
                    links = tuple(self._links((piece,), text, at, at + size, exact=True))
                    found.extend(links)
                    if not _only_places(links):
                        at += size - 1
                        break
            at += 1
        return _longest_first(found)

    def sounding(self, text: str) -> tuple[Link, ...]:
        """Names that ``text`` spells with homophones; one letter at least is right."""
        sounds = syllables(text)
        found: list[Link] = []
        at = 0
        while at < len(text) - 1:
            for size in self.sound_sizes.get(sounds[at : at + 2], ()):
                piece = text[at : at + size]
                alike = self.by_sound.get(sounds[at : at + size], ()) if len(piece) == size else ()
                aliases = tuple(alias for alias in alike if alias != piece and _close(piece, alias))
                if aliases:
                    links = tuple(self._links(aliases, text, at, at + size, exact=False))
                    found.extend(links)
                    if not _only_places(links):
                        at += size - 1
                        break
            at += 1
        return _longest_first(found)

    def gapped(self, text: str) -> tuple[Link, ...]:
        """Project names of which ``text`` leaves out letters in the middle (煤矿智能化创新中心)."""
        counts: dict[int, int] = defaultdict(int)
        pairs = [text[at : at + 2] for at in range(len(text) - 1)]
        for pair in set(pairs):
            for number in self.by_bigram.get(pair, ()):
                counts[number] += 1
        found: list[tuple[int, Link]] = []
        likely = [(number, count) for number, count in counts.items() if count >= 2]
        for number, _ in sorted(likely, key=lambda item: -item[1])[:12]:
            piece = _longest_piece(text, fold(self.entries[number].name).replace(" ", ""))
            if piece is not None:
                found.append((piece[1] - piece[0], self._link(number, text, *piece, exact=True)))
        found.sort(key=lambda item: -item[0])
        best = [link for size, link in found if size == found[0][0]]
        if not best:
            return ()
        first = best[0]
        others = tuple(link.key for link in best[1:] if link.key != first.key)
        return (Link(first.kind, first.key, first.name, first.typed, first.start, first.end, True, others),)

    def category(self, text: str) -> tuple[Span, str] | None:
        """Where a folded question names a part by kind as a bulletin prints it, and its name; the longest of several.

        光芯片项目 of a bulletin that prints 光芯片项目8个 is that part, and no short name of one project.
        """
        ends = ((match.start(), match.end()) for match in _OF_CATEGORY.finditer(text)) if self.categories else ()
        found = [
            ((start, after), self.categories[text[start:end]])
            for end, after in ends
            for start in range(max(0, end - _LONGEST), end - 1)
            if text[start:end] in self.categories
        ]
        return max(found, key=lambda one: one[0][1] - one[0][0], default=None) or self._told_of(text)

    def _told_of(self, text: str) -> tuple[Span, str] | None:
        """新能源投资多少: a part by kind in front of what is asked of it."""
        for match in _TOLD_OF_CATEGORY.finditer(text) if self.categories else ():
            for start in range(max(0, match.start() - _LONGEST), match.start() - 1):
                if text[start : match.start()] in self.categories:
                    return (start, match.start()), self.categories[text[start : match.start()]]
        return None

    def as_category(self, text: str) -> str:
        """食品类几个 is 食品加工类几个, where of all parts by kind 食品加工 alone has these letters."""
        match = _OF_SORT.search(text) if self.categories else None
        if match is None or match["name"] in self.categories:
            return text
        alike = [name for name in self.categories if match["name"] in name]
        if len(alike) != 1 or alike[0] in text:
            return text
        return text[: match.start("name")] + alike[0] + text[match.end("name") :]

    def _links(
        self, aliases: Iterable[str], text: str, start: int, end: int, *, exact: bool
    ) -> Iterator[Link]:
        numbers = list(dict.fromkeys(n for alias in aliases for n in self.by_alias[alias]))
        by_kind: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            by_kind[self.entries[number].kind].append(number)
        for same in by_kind.values():
            keys = tuple(dict.fromkeys(self.entries[n].key for n in same))
            link = self._link(same[0], text, start, end, exact=exact)
            yield Link(link.kind, link.key, link.name, link.typed, start, end, exact, keys[1:])

    def _link(self, number: int, text: str, start: int, end: int, *, exact: bool) -> Link:
        entry = self.entries[number]
        return Link(entry.kind, entry.key, entry.name, text[start:end], start, end, exact)


def _only_places(links: Iterable[Link]) -> bool:
    """柳湾水厂南门 is a place, and 柳湾水厂 in it a project: shorter names are looked for, too."""
    return all(link.kind == "place" for link in links)


def _longest_first(found: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(found, key=lambda link: link.start - link.end))


_Key = TypeVar("_Key", str, tuple[str, ...])


def _sizes_by_head(keys: Iterable[_Key]) -> dict[_Key, tuple[int, ...]]:
    """First two letters (or syllables) → how long the names are that begin so, longest first."""
    sizes: dict[_Key, set[int]] = defaultdict(set)
    for key in keys:
        sizes[key[:2]].add(len(key))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in sizes.items()}


def _close(piece: str, alias: str) -> bool:
    """Same sound is not enough: a letter must be the same, in names of two the first sounds included."""
    same = sum(map(str.__eq__, piece, alias))
    return same >= max(1, len(alias) // 3) and all(map(sounds_alike, piece, alias))


def _longest_piece(text: str, name: str) -> tuple[int, int] | None:
    """The longest stretch of ``text`` whose letters stand in ``name`` in this order, mostly in pairs."""
    best: tuple[int, int] | None = None
    for start in range(len(text) - _MIN_GAPPED + 1):
        at, end = name.find(text[start]), start + 1
        if at < 0:
            continue
        pairs = 0
        while end < len(text):
            following = name.find(text[end], at + 1)
            if following < 0:
                break
            pairs += following == at + 1
            at, end = following, end + 1
        size = end - start
        if size >= _MIN_GAPPED and pairs >= size / 2 and (best is None or size > best[1] - best[0]):
            best = (start, end)
    return best
