"""Whose page it is: names of offices, accounts and bulletins, above the first headline; what ranks headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.ingest.articles.heads import opens_text
from index.ingest.shapes.line import Line
from index.ingest.shapes.looks import FULL_DATE, is_notice, is_office
from index.ingest.shapes.publishing import is_issue, names_publishers, newsrooms
from index.language.lexicon import load_pattern, load_words

_TOP = 8  # lines of a file among which such names stand
_LONGEST, _LONGEST_NAME = 40, 18  # code points of a line, of a name
_SHORTEST_NAME = 3  # code points
_PIECES = load_pattern("ingest.owners.pieces")
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000](?=[\u4e00-\u9fff](?:[ \u3000]|$))")
_LATIN = re.compile(r"[A-Za-z][A-Za-z .&'-]{4,}|(?:https?://|www\.)\S+")  # the name in other letters, the address
_EMOJI = re.compile(r"[\s\u2600-\u27bf\ufe0f\U0001F300-\U0001FAFF]+$")
_RANK = load_pattern("ingest.owners.rank")
_SAYS = load_pattern("ingest.owners.says")
_ISSUE = load_pattern("ingest.owners.issue")
_OF_PLACE = load_pattern("ingest.owners.office")
_BULLETIN = load_pattern("ingest.owners.bulletin")
_TELLS = load_pattern("ingest.owners.tells")


def with_owners(lines: Sequence[Line]) -> list[Line]:
    """The lines; names that stand above the first headline belong to the page, not to its first article.

    The last of them may be the first line of the headline (某县水务局⏎启用…), unless something parts them.
    """
    found = list(lines)
    end = _end_of_names(lines)
    if end and end < len(lines) and lines[end].kind == "short" and not lines[end].gap and _is_bare(lines[end - 1]):
        end -= 1
    if end >= len(lines) or lines[end].kind not in ("short", "tablecaption"):
        return found
    for at in range(end):
        if found[at].kind in ("short", "dateline", "body"):
            found[at] = replace(found[at], kind="masthead")
    return found


def with_ranks(lines: Sequence[Line]) -> list[Line]:
    """The lines; 头条, 次条 alone above headlines label them.

    So do 01, 02 where no other headline stands above the first and half of the texts below open as reports.
    """
    ranked = [
        at for at, (line, below) in enumerate(pairwise(lines[:-1]))
        if line.kind == below.kind == "short" and not below.gap and _RANK.match(line.text)
    ]  # fmt: skip
    counted = [at for at in ranked if lines[at].numbered]
    opened = sum(opens_text(lines[at + 2]) for at in counted)
    first = bool(counted) and not any(line.kind in ("short", "body", "lead") for line in lines[: counted[0]])
    found = list(lines)
    for at in ranked if len(ranked) > 1 else ():
        if at not in counted or (first and 2 * opened >= len(counted)):
            head = replace(lines[at + 1], head=True, numbered=False)
            found[at : at + 2] = [replace(lines[at], kind="furniture"), head]
    return found


def _end_of_names(lines: Sequence[Line]) -> int:
    """The number of the line behind the last that belongs to the page."""
    end = 0
    for at, line in enumerate(lines[:_TOP]):
        name = _EMOJI.sub("", line.text)
        if line.kind == "body" and says_whose(name):
            end = at + 1  # 云岫早知道👋, 新闻热线：…
            continue
        if line.level or line.head or line.kind not in ("short", "masthead", "furniture", "byline", "dateline"):
            break
        below = lines[at + 1] if at + 1 < len(lines) else None
        named = line.kind != "short" or says_whose(line.text)
        heads = below is not None and len(line.text) <= _LONGEST_NAME // 2 and _tells_page(below)
        if not (named or heads):
            break
        end = at + 1
    return end


def _tells_page(line: Line) -> bool:
    """The number of an issue, or what an account says of itself."""
    return line.kind == "short" and bool(_ISSUE.search(_together(line.text)) or _SAYS.search(line.text))


def _is_bare(line: Line) -> bool:
    """The name of an office and nothing else: a headline may begin with it."""
    return line.kind == "short" and _is_office(line.text) and not _is_bulletin(line.text)


def says_whose(text: str) -> bool:
    """True for the name of an office, an account, a bulletin; for its number or day, or what it says of itself."""
    plain = _together(text)
    if len(text) > _LONGEST or re.search("[。；！？]", text) or is_notice(text):
        return False
    if _SAYS.search(plain) or _LATIN.fullmatch(text):
        return True
    if "，" in plain:
        return False
    if _ISSUE.search(plain) or is_issue(plain) or names_publishers(plain):
        return True
    rest = FULL_DATE.sub("", plain).strip()
    pieces = [piece for piece in _PIECES.split(rest) if piece]
    return bool(pieces) and all(_is_office(piece) or _is_bulletin(piece) for piece in pieces)


def _is_office(text: str) -> bool:
    """An office of some place: 实干笃行开新局 is none."""
    return is_office(text) and bool(_OF_PLACE.search(text)) and not re.search(r"[\s“”]", text)


def _together(text: str) -> str:
    """工 作 快 报 as 工作快报."""
    return _SPREAD.sub("", text)


def _is_bulletin(text: str) -> bool:
    """The name of a paper or an account: 上半年经济“答卷”发布 tells what was published and when."""
    if not _SHORTEST_NAME < len(text) <= _LONGEST_NAME or text in load_words("furniture_lists"):
        return False
    if re.search(r"\d", text) or _TELLS.search(text):
        return False
    return bool(_BULLETIN.search(text)) or any(text.endswith(end) for end in newsrooms())
