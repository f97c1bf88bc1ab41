"""When water, power or gas is off for a place: the printed stretch of time, not the hours of handing water out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.explain import explained
from index.answering.evidence.fits import segment_of
from index.answering.evidence.knowledge import Page
from index.language.lexicon import load_pattern
from index.language.scripts import compact, fold
from index.records import Span
from index.understanding.query import Query, Term

_OFF = load_pattern("answering.outages.off")
_WHEN = load_pattern("answering.outages.when")
_DAY = r"(?:(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?[日号]\s?(?:[（(](?:星期|周)[一二三四五六日天][)）])?\s?)"
_PART = r"(?:凌晨|清晨|早上?|上午|中午|下午|晚上?|当晚|夜间)?\s?"
_CLOCK = r"\d{1,2}\s?(?:[:：∶]\s?\d{2}|[时点](?:\d{1,2}分|半)?)"
_STRETCH = re.compile(
    rf"{_DAY}{_PART}(?:{_CLOCK})?\s?(?:起)?\s?(?:至|到|—+|–|-|~|～|－)\s?(?:{_DAY}|\d{{1,2}}\s?日\s?|次日|当日|翌日|当天)?\s?{_PART}{_CLOCK}(?:止)?"
)
_WHERE = load_pattern("answering.outages.where")
_ROW = load_pattern("answering.outages.row")
_BELOW = load_pattern("answering.outages.below")
_DAY_SAID = 0.75
_OTHER = load_pattern("answering.outages.other")
_OTHERWISE = load_pattern("answering.outages.otherwise")
_BACK = load_pattern("answering.outages.back")
_BACK_AGAIN = load_pattern("answering.outages.back_again")
_SHUT = load_pattern("answering.outages.shut")
_KINDS = ("date", "duration", "text", "number")
_SPARED = load_pattern("answering.outages.spared")
_ASKING = load_pattern("answering.outages.asking")


@dataclass(frozen=True, slots=True)
class _Stretch:
    page: Page
    number: int
    span: Span
    said: str


def off_when(query: Query, pages: Sequence[Page]) -> Draft | None:
    """The stretch of time for the asked place, or for the only one of the notice; None where no notice prints it.

    Args:
        pages: articles near the question, best first.
    """
    asked = _OFF.search(query.text)
    if asked is None or query.kind not in _KINDS or _OTHERWISE.search(query.text) or not _WHEN.search(query.text):
        return None
    return _off_for(_shut_off(asked), query.terms, pages)


def _off_for(what: str, terms: Sequence[Term], pages: Sequence[Page]) -> Draft | None:
    """The stretch for which ``what`` is off where the words of the question name; see ``off_when``."""
    places = [t for t in terms if t.weight >= 0.5 and not _ASKING.fullmatch(t.text) and t.text[0] not in "停断"]
    for page in pages:
        held = list(_stretches(page, what))
        fitting = [one for one in held if _names(places, _around(one, held))]
        whole = len({one.said for one in held}) == 1 and _names(places, _touched(page.article.text) + page.heading)
        one = fitting[0] if fitting else held[0] if held and whole else None
        if one is not None and len({each.said for each in fitting}) <= 1:
            proof = Proof(page.article.id, page.sentence(one.number).text.spans())
            return Draft("answered", "date", one.said, (proof,))
    return None


def off_where(query: Query, pages: Sequence[Page]) -> Draft | None:
    """哪些地方停电: the places that a notice for the asked day names; None where none does, or several do."""
    asked, off = _WHERE.search(query.text), _OFF.search(query.text)
    if asked is None or off is None or query.kind not in ("list", "place", "text", "count"):
        return None
    what = _shut_off(off)
    days = [t.text for t in query.terms if t.critical or any(sign.isdigit() for sign in t.text)]
    held: dict[str, Proof] = {}
    for page in pages:
        for sentence in page.says.sentences:
            said = compact(sentence.text.text) + page.heading
            if sentence.role not in ("paragraph", "caption") or not _is_off(what, said):
                continue
            match = _ROW.search(sentence.text.text)
            row = (match["row"] or match["list"]) if match else ""
            if row and not _BELOW.search(row) and all(explained(day, said).score >= _DAY_SAID for day in days):
                held.setdefault(row, Proof(page.article.id, sentence.text.spans()))
    if len(held) != 1:
        return None
    said, proof = next(iter(held.items()))
    return Draft("answered", "list", said.strip("，：: "), (proof,))


def _stretches(page: Page, what: str) -> Iterator[_Stretch]:
    for sentence in page.says.sentences:
        text = sentence.text.text
        if sentence.role not in ("paragraph", "table", "caption") or not _is_off(what, text + page.heading):
            continue
        for match in _STRETCH.finditer(text):
            before = re.split(r"[；;。]", text[: match.start()])[-1]
            listed = match.start() == 0 and _is_off(what, page.heading)  # 11日7:00—17:00 甲路、乙巷 below 停电安排
            if _OTHER.search(before) or not (listed or _is_off(what, fold(text)) or "时间" in before):
                continue
            yield _Stretch(page, sentence.number, match.span(), " ".join(match[0].split()))


def _is_off(what: str, said: str) -> bool:
    """停水 is printed 停止供水, 暂停供水 or 中断供水 as well."""
    return any(match["what"] == what for match in _SHUT.finditer(said))


def _around(one: _Stretch, held: Sequence[_Stretch]) -> str:
    """The sentence of the stretch and those behind it, up to the next stretch or another paragraph."""
    sentences = one.page.says.sentences
    others = {each.number for each in held if each.number != one.number}
    beside = sorted(each.span for each in held if each.number == one.number and each.page is one.page)
    if len(beside) > 1:
        return _touched(_own_part(sentences[one.number].text.text, one.span, beside))
    said = [sentences[one.number].text.text]
    for sentence in sentences[one.number + 1 :]:
        if sentence.number in others or sentence.paragraph != sentences[one.number].paragraph:
            break
        said.append(sentence.text.text)
    return _touched("".join(said))


def _own_part(text: str, span: Span, beside: Sequence[Span]) -> str:
    """9日8时至18时对甲街停水，10日9时至12时对乙巷停水: of several in one sentence each has its own part."""
    low, high = segment_of(text, span[0], "；;。")
    if any(low <= other[0] < high for other in beside if other != span):
        low, high = span[0], min((other[0] for other in beside if other[0] > span[0]), default=high)
    return text[low:high]


def _touched(text: str) -> str:
    """What is off, compact: without the clauses about places where only the pressure falls or nothing changes."""
    return compact("".join(clause for clause in re.split(r"(?<=[，。；,;])", text) if not _SPARED.search(clause)))


def back_when(query: Query, pages: Sequence[Page]) -> Draft | None:
    """什么时候来水, where nothing says so but for how long it is off: the stretch of time that ends with it."""
    asked = _BACK.search(query.text)
    if asked is None or query.kind != "date":
        return None
    what = asked["what"] or asked["named"]
    draft = _off_for(what, [t for t in query.terms if not _BACK_AGAIN.fullmatch(t.text)], pages)
    return replace(draft, answer=f"停{what}时间为{draft.answer}") if draft is not None else None


def _shut_off(asked: re.Match[str]) -> str:
    """水 of 停水 and of 没水."""
    return asked["what"] or ("水" if asked["water"] else "电")


def _names(places: Sequence[Term], around: str) -> bool:
    return all(explained(term.text, around).score >= (0.6 if term.critical else 0.75) for term in places)
