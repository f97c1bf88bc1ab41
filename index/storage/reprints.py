"""When is an article a corrected reprint of a stored one?"""

from __future__ import annotations

import re

from index.records import Article

SIMILAR = 0.6
"""Share of common four-character pieces above which two texts under one headline are versions of one."""

SAME_PLACE = 0.3
"""The same, where both stand in the same file: the file was edited."""

_WORD = re.compile(r"\w", re.UNICODE)
_DAY = re.compile(r"\d{1,2}月\d{1,2}日")
_SIZE = 4


def heading(article: Article) -> str | None:
    """What a reprint has in common with the article: headlines, district and source; None without headlines."""
    head = _core("".join(article.headlines) or (article.title if article.ref is None else ""))
    return "|".join((article.district or "", article.source or "", head)) if head else None


def is_reprint(new: Article, old: Article, *, same_file: bool) -> bool:
    """Whether ``new`` is another version of ``old``, given that headings, refs or files are equal.

    Two articles that their source tells apart by refs, or that are of different days, are never versions
    of one; nor are recurring notices that name different days.
    """
    if new.ref is not None and old.ref is not None:
        return new.ref == old.ref and same_file
    if new.date and old.date and new.date != old.date and not same_file:
        return False
    if new.kind == "notice" and not same_file and _days(new.text) != _days(old.text):
        return False
    edited = same_file and heading(new) == heading(old)
    return similarity(new.text, old.text) >= (SAME_PLACE if edited else SIMILAR)


def similarity(first: str, second: str) -> float:
    """Share of common four-character pieces, 0 to 1; spaces and punctuation don't count."""
    one, other = _pieces(first), _pieces(second)
    return len(one & other) / len(one | other) if one or other else 1.0


def _pieces(text: str) -> set[str]:
    core = _core(text)
    return {core[at : at + _SIZE] for at in range(max(len(core) - _SIZE + 1, 1))} if core else set()


def _core(text: str) -> str:
    return "".join(_WORD.findall(text))


def _days(text: str) -> set[str]:
    return set(_DAY.findall(text))
