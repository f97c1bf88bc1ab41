"""Told of a sibling of the asked one: of another compound with its head, of what is new, of both, of one site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from index.answering.candidates.whose import asked_names
from index.answering.evidence.explain import explained
from index.answering.refusing.told_at import AMOUNTS, MARKS, SAID, STRONG, UNSAID, ToldAt
from index.language.lexicon import load_pattern
from index.language.scripts import compact
from index.understanding.query import Query
from index.understanding.terms import rarity

_TWO_WORDS = 4  # letters of a word that is put together from two
_NAME = 3  # letters from which on a word that the dictionary has not is a name
_SHARED = 4  # letters of an item of a row by which a later clause takes it up
_LABEL = load_pattern("answering.siblings_told.label")
_NO_SIBLING = load_pattern("answering.siblings_told.no_sibling")


def _of_another_compound(query: Query, told: ToldAt) -> bool:
    """全社会用电量多少: 工业用电量8.6亿千瓦时 is that of one part; nothing near it speaks of the asked one."""
    label = _LABEL.search(compact(told.text[told.low : told.start]))
    if label is None or query.kind not in AMOUNTS:
        return False
    asked, said = compact(query.text), label["said"]
    near = compact(told.text) + told.page.heading + told.before
    for first, head in _compounds(query):
        other = said.removesuffix(head) if said.endswith(head) else ""
        if len(other) < len(first) or _NO_SIBLING.search(other) or other[-2:] in asked:
            continue
        if explained(first, near).score < UNSAID and explained(first + head, near).score < SAID:
            return True
    return False


def _compounds(query: Query) -> Iterator[tuple[str, str]]:
    """(全社会, 用电量), (行政, 案件): words with what they tell apart, two words or the halves of one."""
    terms = [t for t in sorted(query.terms, key=lambda t: t.start) if t.weight >= STRONG]
    for term in terms:
        if len(term.text) == _TWO_WORDS:
            yield term.text[:2], term.text[2:]
    for first, head in pairwise(terms):
        if first.end == head.start and len(first.text) > 1:
            yield first.text, head.text


_ALL_THERE_ARE = load_pattern("answering.siblings_told.all_there_are")
_NEWLY = load_pattern("answering.siblings_told.newly")
_IN_ALL = load_pattern("answering.siblings_told.in_all")


def _is_only_what_is_new(query: Query, told: ToldAt) -> bool:
    """总共入驻了多少家: 今年新入驻23家 are those that came to the others."""
    if query.kind not in AMOUNTS or not _ALL_THERE_ARE.search(query.text) or "新" in query.text:
        return False
    clause = told.text[told.low : told.start]
    new = _NEWLY.search(clause)
    return new is not None and not _IN_ALL.search(clause) and new["deed"] in query.text


_COMBINED = load_pattern("answering.siblings_told.combined")


def _of_a_combination(query: Query, told: ToldAt) -> bool:
    """玉米一亩补多少: 玉米大豆带状复合种植每亩补贴150元 is paid for both of them grown together."""
    both = _COMBINED.search(told.text, told.low, told.start)
    return both is not None and query.kind in AMOUNTS and not _COMBINED.search(query.text) and not any(
        sign in query.text for sign in (both[0], both[0][:2])
    )


_PORTION = load_pattern("answering.siblings_told.portion")
_OF_ALL = load_pattern("answering.siblings_told.of_all")


def _of_the_whole_behind_a_part(query: Query, told: ToldAt) -> bool:
    """设施葡萄产多少吨: of 种植3.6万亩，其中设施葡萄1.4万亩，预计总产5.2万吨 the tonnes are those of all vines.

    其中甲厂占地30亩，总投资5亿元 is another matter: there what stands behind 其中 is no portion of what stands before.
    """
    part = next(_PORTION.finditer(told.text, 0, told.low), None)
    if part is None or query.kind not in AMOUNTS or not _OF_ALL.match(told.text, told.low, told.start):
        return False
    name, whole = compact(part["name"]), compact(told.text[: part.start()])
    return part["unit"] == part["same"] and any(
        explained(one, name).score >= SAID and explained(one, whole).score < SAID for one in asked_names(query)
    )


_OURS = load_pattern("answering.siblings_told.ours")
_NOT_OURS = load_pattern("answering.siblings_told.not_ours")
_NON = load_pattern("answering.siblings_told.non")


def _of_those_who_are_not(query: Query, told: ToldAt) -> bool:
    """本县户口的要带什么: 户籍不在本县的须提供居住证 is asked of the others; 会员多少钱: 非会员60元."""
    said = told.up_to
    if _OURS.search(query.text) and not _NOT_OURS.search(query.text):
        return bool(_NOT_OURS.search(said)) and not _OURS.search(_NOT_OURS.sub("", said))
    return any(
        match["what"] in query.text and f"非{match['what']}" not in query.text
        and match["what"] not in told.clause.replace(match[0], "")
        for match in _NON.finditer(told.clause)
    )


_WHOLE_AREA = load_pattern("answering.siblings_told.whole_area")
_SITE = load_pattern("answering.siblings_told.site")
_ONE_OF_MANY = load_pattern("answering.siblings_told.one_of_many")
_WHOLE_BODY = load_pattern("answering.siblings_told.whole_body")
_PART_OF_BODY = load_pattern("answering.siblings_told.part_of_body")
_AREA = load_pattern("answering.siblings_told.area")


def _of_one_site(query: Query, told: ToldAt) -> bool:
    """全区有多少家高新技术企业: of 园区入驻企业386家，其中高新技术企业58家 both are of the park.

    Nor are the 47人 of 科室现有47人 those of the hospital, nor what one grower harvests the mean of the county.
    """
    if query.kind not in (*AMOUNTS, "average") or _AREA.search(told.up_to):
        return False
    for whole, parts in ((_WHOLE_AREA, (_SITE, _ONE_OF_MANY)), (_WHOLE_BODY, (_PART_OF_BODY,))):
        if whole.search(query.text) and any(one.match(told.up_to) and not one.search(query.text) for one in parts):
            return True
    return False


def _goes_on(told: ToldAt) -> bool:
    """The next sentence is of the same paragraph: it may say who spoke, or where what is told holds."""
    says, number = told.page.says.sentences, told.sentence.number + 1
    return number < len(says) and says[number].paragraph == told.sentence.paragraph


def _is_named_only_later(query: Query, told: ToldAt) -> bool:
    """鸿泰陶瓷的改造花了多少: what is told of one firm before an article names the next is nothing of the next."""
    page, number = told.page, told.sentence.number
    number += _goes_on(told)
    names = [link.typed for link in query.links if link.kind in ("project", "organisation", "person")]
    names += [
        t.text for t in query.terms
        if t.weight >= STRONG and len(t.text) >= _NAME and t.text in query.text and rarity(t.text) == 1.0
    ]
    if not names:
        return False
    up_to, later = page.heading + "".join(page.compact[: number + 1]), "".join(page.compact[number + 1 :])
    return any(name and compact(name) in later and explained(name, up_to).score < UNSAID for name in names)


_ITEM_ENDS = load_pattern("answering.siblings_told.item_ends")


def _of_the_item_taken_up(query: Query, told: ToldAt) -> bool:
    """环境报告得了几票: of 听取环境状况报告、乡村医生报告，测评中乡村医生报告23票 the clause takes up the other one."""
    if query.kind not in AMOUNTS or "、" not in told.text[: told.low]:
        return False
    clause, asked = compact(told.clause), compact(query.text)
    items = [compact(one) for one in _ITEM_ENDS.split(told.text[: told.low])]
    names = [t.text for t in query.terms if t.weight >= STRONG and len(t.text) > 1 and t.text not in clause]
    mine = {n for n, item in enumerate(items) for name in names if name in item}
    chunks = {clause[at : at + _SHARED] for at in range(len(clause) - _SHARED + 1)}
    taken = {n for n, item in enumerate(items) if any(c in item and c.isalpha() and c[:2] not in asked for c in chunks)}
    return bool(mine and taken) and not mine & taken


_AFTER_LEAVING = load_pattern("answering.siblings_told.after_leaving")
_LEAVES = load_pattern("answering.siblings_told.leaves")


def only_tells_what_was_left(query: Query, said: Iterable[str]) -> bool:
    """免职后去了哪里: 免去某某的县财政局局长职务 names the office that is left."""
    names = [link.name for link in query.links if link.kind == "person"]
    if not names or not _AFTER_LEAVING.search(query.text):
        return False
    told = [one for text in said for one in MARKS.split(text) if any(name in one for name in names)]
    return bool(told) and all(_LEAVES.search(one) for one in told)


OF_SIBLINGS = (
    _of_another_compound,
    _is_only_what_is_new,
    _of_a_combination,
    _of_the_whole_behind_a_part,
    _of_those_who_are_not,
    _of_one_site,
    _is_named_only_later,
    _of_the_item_taken_up,
)
