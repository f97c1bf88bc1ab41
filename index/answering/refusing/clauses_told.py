"""Told in another clause, item or paragraph than the asked one: below another bullet, of the next name, of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answering.candidates.whose import asked_names
from index.answering.evidence.draft import Draft
from index.answering.evidence.explain import explained
from index.answering.evidence.knowledge import Knowledge, Page
from index.answering.evidence.peers import names_of_a_sort
from index.answering.refusing.told_at import AMOUNTS, MARKS, SAID, STRONG, UNSAID, ToldAt
from index.extraction.words.people import is_full_name
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.language.scripts import compact, fold
from index.understanding.query import Query
from index.understanding.terms import rarity

_NAME = 3  # letters from which on a name is known again
_TWO_WORDS = 4  # letters of a word that is put together from two
_BULLET = load_pattern("answering.clauses_told.bullet")


def _below_another_bullet(query: Query, told: ToldAt) -> bool:
    """去年养蜂户补多少: of ●养蜂户补贴：…… and ●养蚕户补贴：……去年为每张40元 the last is told below the other bullet.

    Each bullet holds for the sentences behind it in its paragraph. One that names a word of the question which
    nothing below the answer's own bullet names is the asked one.
    """
    items = dict(_bullets(told))
    own = next((label for label, numbers in items.items() if told.sentence.number in numbers), None)
    if own is None or len(items) < 2:
        return False
    says = told.page.compact
    here = "".join(says[number] for number in items[own])
    words = {t.text for t in query.terms if t.weight >= STRONG and len(t.text) > 1}
    away = {word for word in words if explained(word, here).score < UNSAID}
    return any(explained(word, label).score >= SAID for label in items if label != own for word in away)


def _bullets(told: ToldAt) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each label behind a bullet on the page, with the numbers of the sentences below it."""
    label, paragraph = "", -1
    found: dict[str, list[int]] = {}
    for sentence in told.page.says.sentences:
        match = _BULLET.match(sentence.text.text)
        if match is not None:
            label, paragraph = compact(match["label"]), sentence.paragraph
        elif sentence.paragraph != paragraph:
            label = ""
        if label:
            found.setdefault(label, []).append(sentence.number)
    yield from ((one, tuple(numbers)) for one, numbers in found.items())


def _is_named_after(query: Query, told: ToldAt) -> bool:
    """乙某跑了多少: of 甲某以11秒2夺冠，乙某获亚军 the figure is 甲某's.

    Nor does 少儿班3日开课，成人班设在镇上 tell when 成人班 begins.
    """
    if query.kind not in (*AMOUNTS, "date", "place", "duration"):
        return False
    clause = compact(told.text[told.low : told.start])
    up_to, later = compact(told.text[: told.high]), [compact(one) for one in MARKS.split(told.text[told.high :])]
    for name in _people(query):
        if name not in up_to and any(name in one for one in later) and _names_somebody(clause, told):
            return True
    return any(
        explained(first, up_to).score < UNSAID and any(first + head in one for one in later)
        and _opens_with_sibling(clause, first, head)
        for first, head in _compounds(query)
    )


def _people(query: Query) -> Iterator[str]:
    yield from (link.name for link in query.links if link.kind == "person")
    yield from (t.text for t in query.terms if t.weight >= STRONG and is_full_name(t.text) and rarity(t.text) == 1.0)


def _names_somebody(clause: str, told: ToldAt) -> bool:
    """A person of whom the page tells stands in the clause, or a name right before 以 (甲某以11秒2夺冠)."""
    doer = _DOER.search(clause)
    names = (doer["who"][-size:] for size in (3, 2)) if doer is not None else ()
    return any(is_full_name(name) and rarity(name) == 1.0 for name in names) or any(
        person.name in clause for person in told.page.says.people
    )


_DOER = load_pattern("answering.clauses_told.doer")


def _compounds(query: Query) -> Iterator[tuple[str, str]]:
    """(成人, 班): words with what they tell apart, two words or the halves of one."""
    terms = sorted((t for t in query.terms if t.weight >= STRONG), key=lambda t: t.start)
    for n, term in enumerate(terms):
        if len(term.text) == _TWO_WORDS:
            yield term.text[:2], term.text[2:]
        if n and terms[n - 1].end == term.start and len(terms[n - 1].text) > 1:
            yield terms[n - 1].text, term.text


def _opens_with_sibling(clause: str, first: str, head: str) -> bool:
    """少儿班, where 成人班 is asked: the clause begins with another name that has the same head."""
    match = re.match(rf"(?:其中|而|以及)?(?P<other>[\u4e00-\u9fff]{{2,6}}?){re.escape(head)}", clause)
    return match is not None and first not in match["other"] and not _ALL_OF_THEM.search(match["other"])


_ALL_OF_THEM = load_pattern("answering.clauses_told.all_of_them")
_PART = load_pattern("answering.clauses_told.part")


def _of_another_whole(query: Query, told: ToldAt) -> bool:
    """到场的900人里学生多少: of 到场900人，310人登记，其中学生120人 the 120人 are of those 310."""
    if query.kind not in AMOUNTS or not query.figures or not _PART.match(told.clause):
        return False
    clauses = MARKS.split(told.text[: told.low].rstrip("，,；;。：: "))
    wholes = [{(q.value, q.unit) for q in find_quantities(fold(one)) if q.unit} for one in clauses]
    units = {unit for _, unit in wholes[-1]}
    asked = [(value, unit) for value, unit in query.figures if unit in units]
    return any(
        one not in wholes[-1] and any(one in whole for whole in wholes[:-1]) for one in asked
    )


def _of_the_whole_after_its_part(query: Query, told: ToldAt) -> bool:
    """甲镇查出几户: of 全县查了900户，其中甲镇120户。查出问题的30户 the next sentence goes back to the whole."""
    if query.kind not in AMOUNTS or _REFERS.match(told.text):
        return False
    before, own = told.before, compact(told.text)
    for name, _ in names_of_a_sort(query):
        spots = [match.start() for match in re.finditer(re.escape(name), before)]
        if not spots or name in own or name in told.page.heading:
            continue
        if all(_PART_BEFORE.search(before[:at]) for at in spots):
            return True
    return False


_REFERS = load_pattern("answering.clauses_told.refers")
_PART_BEFORE = load_pattern("answering.clauses_told.part_before")
_SO_MANY_LISTED = load_pattern("answering.clauses_told.so_many_listed")
_ALL_TOLD = load_pattern("answering.clauses_told.all_told")


def _of_so_many_listed(query: Query, told: ToldAt) -> bool:
    """甲苑多少户: of 甲苑、乙园、丙家属院等8个小区，共900户 the households are those of all eight."""
    if query.kind not in AMOUNTS or not _ALL_TOLD.search(told.text, told.low, told.start):
        return False
    for row in _SO_MANY_LISTED.finditer(told.text, 0, told.start):
        items = [compact(one) for one in row["row"].split("、")]
        mine = [one for one in items if any(len(name) >= _NAME and one.endswith(name) for name in asked_names(query))]
        if len(mine) == 1 and row["noun"] not in query.text:
            return True
    return False


def _of_another_number(query: Query, told: ToldAt) -> bool:
    """那27个项目完成投资多少: 112个区级项目完成投资8亿元 counts others of the sort."""
    if query.kind not in (*AMOUNTS, "sum"):
        return False
    clause, sentence = compact(told.text[told.low : told.start]), compact(told.text)
    for value, unit in query.figures:
        number = f"{value:g}{unit}"
        asked = re.search(rf"{re.escape(number)}(?P<noun>[\u4e00-\u9fff]{{2}})", compact(query.text)) if unit else None
        if asked is None or number in sentence or number not in told.page.whole:
            continue
        if re.search(rf"(?<![第\d.])\d+{unit}[\u4e00-\u9fff]{{0,6}}{asked['noun']}", clause):
            return True
    return False


_BOTH = load_pattern("answering.clauses_told.both")
_EACH = load_pattern("answering.clauses_told.each")


def _of_two_joined(query: Query, told: ToldAt) -> bool:
    """交通项目几个: of 水利和交通项目3个 nobody knows how many of them are 交通."""
    both = _BOTH.search(compact(told.text[told.low : told.start]))
    if both is None or query.kind not in AMOUNTS or query.kind == "percent" or _EACH.search(told.clause):
        return False
    words = [t.text for t in query.terms if t.weight >= STRONG and len(t.text) > 1]
    sides = [any(explained(word, both[side]).score >= SAID for word in words) for side in ("first", "second")]
    return sides[0] != sides[1] and not any(word in both[0] for word in _joined_words(query))


def _joined_words(query: Query) -> Iterator[str]:
    """Words of the question that are themselves two joined: 水利和交通."""
    yield from (match[0] for match in _JOINED.finditer(compact(query.text)))


_JOINED = load_pattern("answering.clauses_told.joined")
_PARALLEL = load_pattern("answering.clauses_told.parallel")
_NO_SUBJECT = load_pattern("answering.clauses_told.no_subject")


def _of_a_parallel(query: Query, told: ToldAt) -> bool:
    """甲类人员资助几成: of 甲类人员全额资助，乙类对象资助50% the second clause has a subject of its own.

    The words right before the value stand in the clause of the asked name, too: both tell the same of their own.
    """
    if query.kind not in (*AMOUNTS, "number"):
        return False
    own = _PARALLEL.match(compact(told.text[told.low : told.start]))
    if own is None or _NO_SUBJECT.search(own["subject"]):
        return False
    words = [t.text for t in query.terms if t.weight >= STRONG and len(t.text) > 1]
    if any(word in own["subject"] for word in words) or own["subject"][-2:] in query.text:
        return False
    before = [compact(one) for one in MARKS.split(told.text[: told.low]) if one]
    names = [name for name in asked_names(query) if name not in told.clause]
    return any(one.startswith(name) and own["tells"] in one for one in before for name in names)


_TURNS = load_pattern("answering.clauses_told.turns")


def of_another_matter(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """老人体检打什么电话: of 另悉，妇女筛查可拨打…… the headline says nothing of what an article adds at its end."""
    words = [t.text for t in query.terms if t.weight >= STRONG and len(t.text) > 1 and t.text in query.question]
    if query.kind in ("summary", "definition"):
        return False
    told = list(_paragraphs(knowledge, draft))
    return bool(told) and all(
        _TURNS.match(here) and any(
            explained(word, here).score < UNSAID and explained(word, page.heading).score >= SAID for word in words
        )
        for page, _, here in told
    )


def _paragraphs(knowledge: Knowledge, draft: Draft) -> Iterator[tuple[Page, str, str]]:
    """Each quoted sentence, compact, with its page and its paragraph up to it."""
    for proof in draft.proofs:
        page = knowledge.page(proof.article)
        for sentence in page.within(proof.spans):
            before = page.says.sentences[: sentence.number + 1]
            held = [page.compact[one.number] for one in before if one.paragraph == sentence.paragraph]
            yield page, page.compact[sentence.number], "".join(held)


def of_the_other_part(query: Query, knowledge: Knowledge, draft: Draft) -> bool:
    """那80件举报里哪类最多: of 投诉120件、举报80件。投诉量居前的是…… what is told is of the other part."""
    told = list(_paragraphs(knowledge, draft))
    return bool(told) and any(
        all(_tells_sibling(f"{value:g}{unit}", compact(query.text), page, said) for page, said, _ in told)
        for value, unit in query.figures
        if unit
    )


_TWO_PARTS = load_pattern("answering.clauses_told.two_parts")


def _tells_sibling(number: str, asked: str, page: Page, said: str) -> bool:
    """The page prints the number in a row of two, and the sentence names the other of them alone."""
    if number in said:
        return False
    for match in _TWO_PARTS.finditer(page.whole):
        for mine, its, other in ((match["a"], match["n"], match["b"]), (match["b"], match["m"], match["a"])):
            mine, other = mine[-2:], other[-2:]
            if its == number and mine in asked and mine not in said and other in said and other not in asked:
                return True
    return False


IN_OTHER_CLAUSES = (
    _below_another_bullet,
    _is_named_after,
    _of_another_whole,
    _of_the_whole_after_its_part,
    _of_so_many_listed,
    _of_another_number,
    _of_two_joined,
    _of_a_parallel,
)
