"""Precision and recall of facts, by kind, against files of expected ones.

An expected fact has ``subject``, ``attribute`` and ``value``, and may have ``kind`` and ``quote``. It is
found where a fact of the bulletin

- holds its value: the same figures, names or words, as printed or shorter by a modality;
- stands in its quote, where it has one;
- is labelled by its words: most of the content words of subject and attribute occur in the subject,
  attribute, period and stage of the fact, or in words that say the same.

Who is subject and who attribute may differ (小麦 + 种植面积, 石桥镇 + 小麦种植面积). Precision is the share
of rightly labelled ones among the facts that hold an expected value inside its quote; where the file names
kinds under ``complete``, every further fact of these kinds counts as wrong, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from index.language.lexicon import load_table, load_words
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.language.tokens import default_tokenizer
from index.records import Article, Fact

_ENOUGH = 0.5  # share of an expected label's content that a found label has to hold
_PART = 0.6  # a printed value may be longer or shorter than the expected one by this much
_BESIDE = frozenset(("organisation", "place", "act", "office", "list"))  # say something else about a name
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_JOINTS = re.compile(r"[、，,；;和及与]")
_STANDING = re.compile(r"(?:排名|位居|位列|名列|居)第")  # 市内六区排名第一 is 市内六区第一
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expected fact: kind, label (subject and attribute), value, quote without white space ("" for none)."""

    kind: str
    subject: str
    attribute: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One found fact: its kind, its label, its value, and the sentence it stands in without white space."""

    kind: str
    label: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the expected facts of one kind.

    Attributes:
        expected: how many there are. valued: how many of them whose value was read. right: how many whose
            label fits, too. spoken: found facts that hold an expected value in its quote (or are of a
            complete kind). fitting: those among them that are right.
    """

    expected: int = 0
    valued: int = 0
    right: int = 0
    spoken: int = 0
    fitting: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    @property
    def precision(self) -> float:
        """Share of the right among the found facts that the file speaks of; 1 where there are none."""
        return self.fitting / self.spoken if self.spoken else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected facts that were found; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Outcomes by kind, the expected facts that were missed, and the found ones that are wrong."""

    kinds: Mapping[str, Outcome]
    missed: tuple[Wanted, ...]
    wrong: tuple[Shown, ...]


def wanted_of(item: Mapping[str, Any]) -> Wanted:
    """An expected fact of a file."""
    value = str(item["value"])
    kind = str(item.get("kind") or kind_of(value))
    return Wanted(
        kind, str(item["subject"]), str(item["attribute"]), value, _plain(str(item.get("quote") or ""))
    )


def kind_of(value: str) -> str:
    """The kind of a value whose kind a file doesn't give: that of its one quantity, else text."""
    found = [q for q in find_quantities(fold(value)) if q.kind != "ordinal"]
    return found[0].kind if len(found) == 1 and found[0].kind != "bare" else "text"


def shown_of(article: Article, fact: Fact) -> Shown:
    """A found fact with everything that labels it."""
    period = f"第{fact.period}期" if isinstance(fact.period, int) else str(fact.period or "")
    year = f"{fact.year}年" if fact.year else ""
    if fact.year and article.date and article.date.startswith(str(fact.year)):
        year += "今年"
    label = "".join(
        (
            fact.district or "",
            period,
            year,
            fact.stage or "",
            fact.subject,
            fact.attribute,
            fact.modality or "",
        )
    )
    sentence = "".join(article.text[low:high] for low, high in fact.evidence)
    value = f"{period}{fact.value}" if fact.kind == "stage" and period else fact.value
    return Shown(fact.kind, compact(label), value, _plain(sentence))


def measure(wanted: Sequence[Wanted], shown: Sequence[Shown], complete: Iterable[str] = ()) -> Measured:
    """How many of the expected facts were found, by kind."""
    kinds: dict[str, Outcome] = {}
    missed: list[Wanted] = []
    fitting: set[int] = set()
    spoken: dict[int, str] = {}
    for one in wanted:
        near = [n for n, s in enumerate(shown) if _stands(one, s) and same_value(one.value, s.value)]
        right = [n for n in near if labelled(one, shown[n])]
        fitting.update(right)
        for number in near:
            if shown[number].kind == one.kind or shown[number].kind not in _BESIDE:
                spoken.setdefault(number, one.kind)
        kinds[one.kind] = kinds.get(one.kind, Outcome()) + Outcome(1, bool(near), bool(right))
        if not right:
            missed.append(one)
    whole = set(complete)
    for number, fact in enumerate(shown):
        if fact.kind in whole:
            spoken.setdefault(number, fact.kind)
    for number, kind in spoken.items():
        kinds[kind] = kinds.get(kind, Outcome()) + Outcome(spoken=1, fitting=int(number in fitting))
    wrong = tuple(shown[number] for number in sorted(spoken) if number not in fitting)
    return Measured(kinds, tuple(missed), wrong)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def _stands(wanted: Wanted, shown: Shown) -> bool:
    return (
        not wanted.quote
        or wanted.quote in shown.sentence
        or (shown.sentence in wanted.quote and len(shown.sentence) > len(wanted.quote) / 3)
    )


def same_value(expected: str, found: str) -> bool:
    """The same figures, or (for words and lists) the same items."""
    one, other = _value(expected), _value(found)
    if one == other:
        return True
    figures, others = _FIGURE.findall(one), _FIGURE.findall(other)
    if figures != others:
        return False
    short, long = sorted((one, other), key=len)
    if figures and len(_HAN.findall(short)) <= 3:
        return bool(short) and short in long and len(_HAN.findall(long)) - len(_HAN.findall(short)) <= 6
    items, rest = _items(one), _items(other)
    if len(items) > 1 and items == rest:
        return True
    return short in long and len(short) >= _PART * len(long)


def _value(text: str) -> str:
    return _STANDING.sub("第", re.sub(r"[“”\"'（）()]", "", compact(text)))


def _items(text: str) -> list[str]:
    return [item for item in _JOINTS.split(text) if item]


@lru_cache(maxsize=4096)
def _content(text: str) -> tuple[str, ...]:
    """The words of a label that say something."""
    plain = re.sub(r"[^\w%]+", " ", compact(text))
    words = (token.text for part in plain.split() for token in default_tokenizer().words(part))
    return tuple(word for word in words if word not in _function_words() and not word.isspace())


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(load_words("function_words"))


@lru_cache(maxsize=1)
def _alike() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in (*load_table("synonyms"), *load_table("attribute_names")):
        words = [word for cell in row for word in cell.split() if word != ">"]
        for word in words:
            groups.setdefault(word, set()).update(words)
    return {word: frozenset(group) for word, group in groups.items()}


def labelled(wanted: Wanted, shown: Shown) -> bool:
    """True where the found label holds most of what the expected one says."""
    words = [*_content(_bare(wanted.subject)), *_content(_bare(wanted.attribute))]
    size = sum(len(word) for word in words)
    if not size:
        return True
    label = shown.label + _value(shown.value) * (shown.kind in ("list", "text", "said"))
    held = sum(len(word) * _held(word, shown.kind, label) for word in words)
    return held >= _ENOUGH * size


def _bare(label: str) -> str:
    """A label without remarks in brackets, and without the words that only say 'this article'."""
    return re.sub(r"[（(][^（）()]*[）)]|^本文$", "", label)


def _held(word: str, kind: str, label: str) -> float:
    if word in label or word in _kind_words().get(kind, frozenset()):
        return 1.0
    if any(other in label for other in _alike().get(word, frozenset())):
        return 1.0
    if len(word) > 2:
        pieces = [word[at : at + 2] for at in range(len(word) - 1)]
        return sum(piece in label for piece in pieces) / len(pieces)
    return 0.0


@lru_cache(maxsize=1)
def _kind_words() -> Mapping[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in load_table("kind_words")}
