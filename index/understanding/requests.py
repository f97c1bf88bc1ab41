"""What is begged for is asked as a question: 名字都告诉我一下 → 叫什么, 个数和总投资报给我 → 个数是多少，总投资是多少.

And what only leads into a question or out of it is left out of it: 我想打听一下, 烦请告知, 三不等三不等的老听说.
"""

from __future__ import annotations

from functools import lru_cache

from index.language.lexicon import load_pattern, load_table
from index.language.patterns import Rewrites
from index.understanding.splitting import asks, clauses

_BEGS = load_pattern("understanding.requests.begs")
_MANY = load_pattern("understanding.requests.many")
_AMOUNT = load_pattern("understanding.requests.amount")
_NAMES = load_pattern("understanding.requests.names")
_ADD = load_pattern("understanding.requests.add")
_JOINT = load_pattern("understanding.requests.joint")
_SOME = load_pattern("understanding.requests.some")
_EACH = load_pattern("understanding.requests.each")
_CLOSING = load_pattern("understanding.requests.closing")
_WANTED = load_pattern("understanding.requests.wanted")
_POLITE = load_pattern("understanding.requests.polite")
_END_MARKS = "?？!！。 "
_END_PARTICLES = "呢啊呀哈哦"
_LEAST = 3  # letters of a question that is one by itself
_MARKS = "，,：:；;。！!？? "


@lru_cache(maxsize=1)
def _frames() -> Rewrites:
    return Rewrites(load_table("talk"))


def bare(text: str) -> str:
    """The question without what makes it polite (帮我查一下) and how it ends (呢？): 谁建的呢？ asks as 谁建的 does."""
    text = _POLITE.sub("", text) or text
    ended = text.rstrip(_END_MARKS)
    shorter = ended.rstrip(_END_PARTICLES)
    return shorter if shorter != ended and asks(shorter) else ended or text


def as_question(text: str) -> str:
    """A folded question without what leads into it, and with what is begged for asked."""
    text = _frames().of(text, lambda _, old, new: new if len(new.strip(_MARKS)) >= _LEAST else old)
    return _asked(text.lstrip(_MARKS)) if _BEGS.search(text.rstrip(_MARKS)) or _WANTED.search(text) else text


def _asked(text: str) -> str:
    """The clause that begs asks what it begs for; it says nothing more where another one asks."""
    said = [match[0] for match in clauses(text)]
    begging = next((n for n in range(len(said) - 1, -1, -1) if _begs(said[n])), None)
    if begging is None:
        return text
    begs = said[begging]
    wanted = "" if _WANTED.fullmatch(begs) else _BEGS.sub("", begs).strip()
    others = [*said[:begging], *said[begging + 1 :]]
    others = [one for one in others if _BEGS.sub("", one) and not _WANTED.fullmatch(one)]
    if _EACH.search(begs):
        others = [_SOME.sub("", one) for one in others]  # 签了几个平台，一个一个念给我听
        others = [_CLOSING.sub(r"是哪\g<n>\g<of>", one) for one in others]
    if any(asks(one) for one in others):
        return "，".join(others)
    if asks(wanted):
        return "，".join([*others, wanted])
    return "，".join(_question(others, wanted)) or text


def _begs(clause: str) -> bool:
    return bool(_BEGS.search(clause) or _WANTED.fullmatch(clause))


def _question(others: list[str], wanted: str) -> list[str]:
    """The clauses that tell what is meant, and questions for the amounts, names or items that are wanted."""
    adds = _ADD.search(wanted)
    if adds:
        return [*others, f"{wanted[: adds.start()]}加起来一共是多少"]
    named = _amounts(wanted)
    if not named:
        named = [word for one in others for word in _amounts(one)]
        others = [one for one in others if not _amounts(one)]
    if named:
        return [*others, *(f"{word}是多少" for word in named)]
    said = "，".join([*others, wanted])
    kept = _NAMES.sub("", wanted)
    told = [*others, kept] if kept else others
    many = _MANY.search(said)
    return [*told, f"是哪{many['n']}{many['of']}"] if many else [*told, "有哪些"]


def _amounts(clause: str) -> list[str]:
    """个数和总投资: the amounts that a clause is made of; none where it says something else, too."""
    words = [word for word in _JOINT.split(clause) if word]
    return words if words and all(_AMOUNT.search(word) for word in words) else []
