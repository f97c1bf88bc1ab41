"""Lists: numbered items (一是…二是…, （一）, 1、, ①) and counted enumerations (A、B、C“三大工程”)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.extraction.words.announced import alike_pairs, behind_a_colon, headed, pairs
from index.extraction.words.rosters import rosters
from index.extraction.words.sentences import piece_spans
from index.ingest import watched
from index.language.lexicon import load_pattern, load_words
from index.language.numerals import parse_number
from index.language.tokens import default_tokenizer
from index.records import ListItem, OrderedList, Sentence, Span

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_MARKERS = (
    re.compile(rf"(?P<n>{_NUMERAL})(?P<kind>是|要|抓|看|有)(?!直|没|一|些)"),
    re.compile(rf"[（(](?P<n>{_NUMERAL}|\d{{1,2}})[）)](?P<kind>)"),
    re.compile(r"(?P<n>\d{1,2})(?P<kind>[、．]|\.(?!\d))"),
    re.compile(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])(?P<kind>)"),
    re.compile(rf"第(?P<n>{_NUMERAL})(?P<kind>[，,、：:])"),
    re.compile(rf"(?P<n>{_NUMERAL})(?P<kind>、)"),
)
_AT_START = re.compile(r"(?:^|[。；;：:，,！？\s”）)])$")
_COUNTED = load_pattern("extraction.lists.counted")
_COUNTED_PLACES = load_pattern("extraction.lists.counted_places")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PREPOSITIONS = frozenset("对向在由为将把让使给从与和到")
_VERB_BEHIND = load_pattern("extraction.lists.verb_behind")
_WHO_ACTS = load_pattern("extraction.lists.who_acts")
_DATE_LIKE = load_pattern("extraction.lists.date_like")
_ITEM_END = re.compile(r"[。；;！？]")
_ENUM = re.compile(r"[^，,。；;：:！？\s]*?[^，,。；;：:！？、\s](?:、[^，,。；;：:！？、]+)+")
_QUOTE = re.compile(r"“([^“”]{2,60})”")
_NAMED_AS = load_pattern("extraction.lists.named_as")  # “五大攻坚”指甲、乙、丙
_BESIDE = re.compile(r"(?:“[^“”]{2,24}”){2,}")
_PAIR = load_pattern("extraction.lists.pair")
_DEMAND = load_pattern("extraction.lists.demand")
_HEADING = re.compile(rf"(?:{_NUMERAL})、[^、，。]{{2,12}}[：:。]|(?:{_NUMERAL})、[^、，。]{{2,12}}$")
_SPLIT = load_pattern("extraction.lists.split")
_VISITED = load_pattern("extraction.lists.visited")
_GOES_TO = load_pattern("extraction.lists.goes_to")
_TOLD_BY = load_pattern("extraction.lists.told_by")
_LEADING = load_pattern("extraction.lists.leading")
_GLUED = "以用靠从"  # 以竹代塑、竹纤维: the sign belongs to the first item
_ABOUT = 2  # code points by which a first item may be longer than the others
_LEAD_IN = re.compile(
    r".*(?:分别是|分别为|分别|包括|包含|涵盖|涉及|即|依次是|依次为|主要有|主要是|有|是|为|含|围绕|实施|建设|推进|抓好|设有|设置|都设|分设|下设|内设|开设|增设|开展|确保|来自|由|向|对|与|询问了|了解了|狠抓|增强|突出|聚焦|发展|打造|培育|强化|完善|通过|形成|提供|对接|走访|看望慰问|看望|慰问|深入|先后到|先后来到|先后赴|来到|走进|赴|出席|参加|是指|指的是|了|获|荣获|的)(?=.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Items joined by 、 in one sentence: offsets of each, whether 等 follows, the stated count if any."""

    items: tuple[Span, ...]
    open: bool
    count: int | None
    name: str

    @property
    def start(self) -> int:
        return self.items[0][0]

    @property
    def end(self) -> int:
        return self.items[-1][1]


def find_lists(sentences: Sequence[Sentence]) -> tuple[OrderedList, ...]:
    """Numbered lists over sentences, then enumerations inside sentences, in the order of the text."""
    found = [*_numbered(sentences), *_parallel(sentences), *rosters(sentences)]
    items = [item.spans for held in found for item in held.items]
    for sentence in watched(sentences):
        if sentence.role in ("paragraph", "caption", "headline"):
            for one in enumerations(sentence.text.text):
                held = _as_list(sentence, one)
                found.append(replace(held, name="", count=None) if _is_within(held, items) else held)
    return tuple(sorted(found, key=lambda one: (one.sentence, one.evidence)))


def _is_within(held: OrderedList, items: Sequence[tuple[Span, ...]]) -> bool:
    """A list inside an item of a numbered one: what counts that one does not count it."""
    low, high = held.items[0].spans[0][0], held.items[-1].spans[-1][1]
    return any(spans and spans[0][0] <= low and high <= spans[-1][1] for spans in items)


def _as_list(sentence: Sentence, one: Enumeration) -> OrderedList:
    items = tuple(
        ListItem(number, sentence.text.text[low:high], sentence.text.spans(low, high))
        for number, (low, high) in enumerate(one.items, 1)
    )
    return OrderedList(one.name, one.count, items, one.open, sentence.number, sentence.text.spans())


def _parallel(sentences: Sequence[Sentence]) -> Iterator[OrderedList]:
    """要在…上再加力…要在…上再用心: demands that begin alike, within one paragraph."""
    run: list[tuple[Sentence, Span]] = []
    for sentence in sentences:
        if run and sentence.paragraph != run[-1][0].paragraph:
            yield from _demands(run)
            run = []
        run += [(sentence, match.span("item")) for match in _DEMAND.finditer(sentence.text.text)]
    yield from _demands(run)


def _demands(run: Sequence[tuple[Sentence, Span]]) -> Iterator[OrderedList]:
    if len(run) < 2:
        return
    items = tuple(
        ListItem(number, sentence.text.text[slice(*span)], sentence.text.spans(*span))
        for number, (sentence, span) in enumerate(run, 1)
    )
    name = f"{len(run)}点要求"
    yield OrderedList(
        name, len(run), items, False, run[0][0].number, tuple(s for i in items for s in i.spans)
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    style: int
    kind: str
    number: int
    sentence: int
    start: int
    end: int


def _numbered(sentences: Sequence[Sentence]) -> Iterator[OrderedList]:
    marks = [
        mark
        for index, s in enumerate(sentences)
        if s.role not in ("table", "byline")
        for mark in _marks(index, s.text.text)
    ]
    for style in range(len(_MARKERS)):
        for kind in dict.fromkeys(m.kind for m in marks if m.style == style):
            run: list[_Mark] = []
            for mark in (m for m in marks if m.style == style and m.kind == kind):
                if run and run[-1].number + 1 == mark.number and _announced(sentences, run[-1], mark):
                    if len(run) > 1:
                        yield _run_list(sentences, run)
                    run = [mark]
                    continue
                if (
                    run
                    and run[-1].number < mark.number <= run[-1].number + 2
                    and mark.sentence - run[-1].sentence < 12
                ):
                    run.append(mark)
                    continue
                if len(run) > 1:
                    yield _run_list(sentences, run)
                run = [mark] if mark.number == 1 else []
            if len(run) > 1:
                yield _run_list(sentences, run)


def _announced(sentences: Sequence[Sentence], last: _Mark, mark: _Mark) -> bool:
    """A second list that goes on counting: …⑥…。正在推进的4件是：⑦…."""
    low = last.end if last.sentence == mark.sentence else 0
    before = sentences[mark.sentence].text.text[low : mark.start]
    return bool(_SPLIT.search(before.strip()))


def _marks(index: int, text: str) -> Iterator[_Mark]:
    for style, pattern in enumerate(_MARKERS):
        for match in pattern.finditer(text):
            if not _AT_START.search(text[: match.start()]):
                continue
            if style in (2, 5) and match.start() > 0 and text[match.start() - 1] in "，,”）)":
                continue
            number = (
                _CIRCLED.index(match["n"]) + 1 if match["n"] in _CIRCLED else int(parse_number(match["n"]))
            )
            yield _Mark(style, match["kind"] if style == 0 else "", number, index, match.start(), match.end())


def _run_list(sentences: Sequence[Sentence], run: list[_Mark]) -> OrderedList:
    items: list[ListItem] = []
    for position, mark in enumerate(run):
        following = run[position + 1] if position + 1 < len(run) else None
        pieces = _item_pieces(sentences, mark, following)
        text = "".join(sentences[s].text.text[low:high] for s, low, high in pieces).strip().rstrip("；;。，,")
        spans = tuple(span for s, low, high in pieces for span in sentences[s].text.spans(low, high))
        items.append(ListItem(mark.number, text, spans))
    head = run[0]
    name, count = _list_name(sentences, head)
    evidence = _run_spans(sentences, run)
    return OrderedList(name, count, tuple(items), False, sentences[head.sentence].number, evidence)


def _run_spans(sentences: Sequence[Sentence], run: list[_Mark]) -> tuple[Span, ...]:
    """From the first marker to the end of the last item, markers included."""
    last = _item_pieces(sentences, run[-1], None)[-1]
    spans: list[Span] = []
    for index in range(run[0].sentence, last[0] + 1):
        text = sentences[index].text
        low = run[0].start if index == run[0].sentence else 0
        spans.extend(text.spans(low, last[2] if index == last[0] else len(text)))
    return tuple(spans)


def _item_pieces(
    sentences: Sequence[Sentence], mark: _Mark, following: _Mark | None
) -> list[tuple[int, int, int]]:
    text = sentences[mark.sentence].text.text
    if following is not None and following.sentence == mark.sentence:
        return [(mark.sentence, mark.end, following.start)]
    pieces = [(mark.sentence, mark.end, len(text))]
    stop = following.sentence if following is not None else mark.sentence + 1
    paragraph = sentences[mark.sentence].paragraph
    for index in range(mark.sentence + 1, stop):
        same = sentences[index].paragraph == paragraph or following is not None
        if same and sentences[index].role == "paragraph":
            pieces.append((index, 0, len(sentences[index].text.text)))
    if following is not None and following.start:
        pieces.append((following.sentence, 0, following.start))
    return pieces


def _list_name(sentences: Sequence[Sentence], head: _Mark) -> tuple[str, int | None]:
    """六项工作 from the sentence in front of the first item (or its own beginning)."""
    before = sentences[head.sentence].text.text[: head.start]
    if len(before) < 4 and head.sentence > 0:
        before = sentences[head.sentence - 1].text.text
    matches = list(_COUNTED.finditer(before))
    if not matches:
        return before.strip("：:，。；")[-20:], None
    last = matches[-1]
    return last[0], int(parse_number(last["n"]))


@lru_cache(maxsize=4096)
def enumerations(text: str) -> tuple[Enumeration, ...]:
    """Every run of items joined by 、 (at least two), with a count such as 四大工程 or 等8个单位 if given.

    Also names in quotation marks side by side, items inside one pair of marks, and two joined by 和.
    """
    found = [*_joined_by_marks(text), *_quoted(text)]
    told = (*behind_a_colon(text), *headed(text))
    found += [Enumeration(items, False, count, name) for items, count, name in told]
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _paired(text) if not any(one.start < b and a < one.end for a, b in taken)]
    return tuple(sorted(found, key=lambda one: one.start))


def _quoted(text: str) -> Iterator[Enumeration]:
    for match in _BESIDE.finditer(text):
        items = tuple(
            (match.start() + one.start(1), match.start() + one.end(1)) for one in _QUOTE.finditer(match[0])
        )
        tail = text[match.end() : match.end() + 24]
        yield Enumeration(items, tail.startswith("等"), *_stated_count(text, items, tail))
    for match in _QUOTE.finditer(text):
        pieces = match[1].split("、")
        if len(pieces) < 2 or not all(pieces):
            continue
        spans = piece_spans(pieces, match.start(1))
        yield Enumeration(spans, False, *_stated_count(text, spans, text[match.end() : match.end() + 24]))


def _paired(text: str) -> Iterator[Enumeration]:
    """超标因子为氨氮和总磷: two items are a list where a copula leads in and the clause ends behind them."""
    for match in _PAIR.finditer(text):
        items = (match.span("a"), match.span("b"))
        yield Enumeration(items, False, *_stated_count(text, items, text[match.end() : match.end() + 24]))
    for items, name in pairs(text):
        yield Enumeration(items, False, len(items), name)
    for items in alike_pairs(text):
        yield Enumeration(items, False, None, "")


def _joined_by_marks(text: str) -> list[Enumeration]:
    found: list[Enumeration] = []
    for match in _ENUM.finditer(text):
        if _HEADING.match(text, match.start()):
            continue
        items = _items(text, match.start(), match.end())
        if len(items) < 2 or all(_DATE_LIKE.match(text[low:high]) for low, high in items[:2]):
            continue
        tail = text[items[-1][1] : items[-1][1] + 24]
        count, name = _stated_count(text, items, tail)
        if (
            count
            and len(items) < count
            and found
            and found[-1].end + 1 == items[0][0]
            and len(found[-1].items) + len(items) == count
        ):
            items = found.pop().items + items
        found.append(Enumeration(items, tail.startswith("等"), count, name))
    return found


def _items(text: str, start: int, end: int) -> tuple[Span, ...]:
    spans = list(piece_spans(_split_outside_quotes(text[start:end]), start))
    if len(spans) < 2:
        return ()
    spans = _counted_behind(text, _opened(text, spans))
    last = _trim_last(text, spans)
    body = [_trim_first(text, [*spans[:-1], last]), *spans[1:-1], last]
    return tuple((low, high) for low, high in body if high > low)


def _opened(text: str, spans: list[Span]) -> list[Span]:
    """The last item cut in two at 和, 及 or 与 where it is clearly longer than the others."""
    low, high = spans[-1]
    joint = re.search(r"(?<=[\u4e00-\u9fff”])(?:以及|及|和|与)(?=[\u4e00-\u9fff“\d])", text[low:high])
    sizes = sorted(b - a for a, b in spans[1:-1] or spans[:1])
    typical = sizes[len(sizes) // 2]
    if joint is not None and _counts_them(text, (low + joint.end(), high), len(spans) + 1):
        return [*spans[:-1], (low, low + joint.start()), (low + joint.end(), high)]
    if joint is None or joint.start() < 2:
        return spans
    ends = {text[b - 1] for _, b in spans[:-1]} | {text[low + joint.start() - 1], text[high - 1]}
    if high - low <= typical * 1.4 and len(spans) > 2 and len(ends) > 1:  # 漪湖站、雁桥站和盐仓站 end alike
        return spans
    if len(spans) == 2 and not 0.5 <= (high - low - joint.end()) / joint.start() <= 2.0:
        return spans
    return [*spans[:-1], (low, low + joint.start()), (low + joint.end(), high)]


def _counts_them(text: str, last: Span, number: int) -> bool:
    """全程、半程和欢乐跑三个组别: the number behind the last one counts it with those in front."""
    return _counter(_COUNTED, text, last, number) is not None


def _counter(pattern: re.Pattern[str], text: str, last: Span, number: int) -> re.Match[str] | None:
    """What counts ``number`` names behind the last of them; None where another number or none stands there."""
    counted = pattern.search(text, *last)
    fits = counted is not None and counted.start() > last[0] + 1 and int(parse_number(counted["n"])) == number
    return counted if fits else None


def _counted_behind(text: str, spans: list[Span]) -> list[Span]:
    """书记甲、区长乙带队检查丙桥、丁厂、戊院三个项目: the last three, from the verb on, are what is counted."""
    counted = _COUNTED_PLACES.search(text, *spans[-1]) or _COUNTED.search(text, *spans[-1])
    number = int(parse_number(counted["n"])) if counted and counted.start() > spans[-1][0] + 1 else 0
    if not 2 <= number <= len(spans):
        return spans
    low, high = spans[-number]
    led = _GOES_TO.match(text, low, high)
    if led is None or (number == len(spans) and high - led.end() < 2):
        return spans
    return [(led.end(), high), *spans[len(spans) - number + 1 :]]


def _split_outside_quotes(text: str) -> list[str]:
    pieces, depth, current = [], 0, ""
    for sign in text:
        depth += sign in "“（《("
        depth -= sign in "”）》)"
        if sign == "、" and depth <= 0:
            pieces.append(current)
            current = ""
        else:
            current += sign
    return [*pieces, current]


def _trim_first(text: str, spans: list[Span]) -> Span:
    """The first item without what leads in to the list: by shared beginning, by length, by lead-in word."""
    low, high = spans[0]
    piece = text[low:high]
    rest = [text[a:b] for a, b in spans[1:]]
    head = rest[0][:2]
    if len(head) == 2 and all(item.startswith(head) for item in rest[:-1]) and head in piece:
        return low + piece.rindex(head), high
    lengths = sorted(len(item) for item in rest[:-1] or rest)
    typical = lengths[len(lengths) // 2]
    even = lengths[0] == lengths[-1] and typical > 1 and len(piece) > typical
    told = _TOLD_BY.match(piece) if even else None
    if told and typical < len(piece) - told.end() <= typical + 2:
        return low + told.end(), high  # 保护动物有|东方白鹳、黑鹳
    cut = piece[:-typical] if even else ""
    led = bool(_LEAD_IN.fullmatch(cut + "项"))
    alike = even and cut and all(item[0] == piece[len(cut)] for item in rest)  # 全力|抓开局、抓起步、抓落实
    alike = alike and cut[-1] not in _GLUED
    divides = piece[-1] == rest[0][typical - 1 : typical] and _between_words(piece, len(cut))
    if even and (led or alike or _ends_in_a_deed(cut) or divides):
        return _outside_quotes(text, low, high - typical), high
    if (led_by := _led_by_a_word(piece, typical)) is not None:
        return low + led_by, high
    visited = _VISITED.match(piece)
    if visited and high - low - visited.end() > 1:
        return low + visited.end(), high
    low = low + _preposition(piece)
    piece = text[low:high]
    if typical == 1 and (by := re.match(r".*?[按分设](?=.$)", piece)):
        return low + by.end(), high  # 按春、夏、秋、冬分四个战役推进
    named = _NAMED_AS.match(piece)
    if named and len(piece) - named.end() > 1:
        return low + named.end(), high
    if piece.startswith("“") or len(piece) <= typical:
        return low, high
    lead = _LEAD_IN.match(piece[: max(len(piece) - 1, 0)])
    if lead is None or (len(piece) <= typical + 2 and len(piece) - lead.end() < typical - 1):
        return low, high
    return low + lead.end(), high


def _ends_in_a_deed(cut: str) -> bool:
    """紧急转移|下洋、罗坊、溪口三个乡镇: what is done with the items leads in to them."""
    last = default_tokenizer().words(cut)[-1:]
    return bool(last) and len(last[0].text) > 1 and last[0].text in load_words("predicates")


def _led_by_a_word(piece: str, typical: int) -> int | None:
    """将在|甲宿舍、乙巷: where a word of its own leads in to an item of about the length of the others."""
    ends = [t.end for t in default_tokenizer().words(piece) if _LEADING.fullmatch(t.text)]
    rest = len(piece) - ends[-1] if ends else 0
    return ends[-1] if 1 < rest <= typical + _ABOUT and ends[-1] > 1 else None


def _between_words(piece: str, at: int) -> bool:
    """A cut of at least two characters that divides no word: not 林|山寨办事处, not 规模以|上工业增加值."""
    return at > 1 and any(token.end == at for token in default_tokenizer().words(piece))


def _outside_quotes(text: str, low: int, at: int) -> int:
    """A cut that falls inside “…” moves in front of it."""
    piece = text[low:at]
    return low + piece.rindex("“") if piece.count("“") > piece.count("”") else at


def _preposition(piece: str) -> int:
    """Length of a preposition that stands as a word of its own in front of the first item."""
    first = default_tokenizer().words(piece[:6])[:1]
    return 1 if first and first[0].text in _PREPOSITIONS and len(piece) > 2 else 0


def _trim_last(text: str, spans: list[Span]) -> Span:
    low, high = spans[-1]
    piece = text[low:high]
    cut = re.search(r"(?<![甲乙丙丁同平高中初优])等(?![级待于候奖])|“(?=[^”]*”$)", piece)
    if cut and cut.start() > 0:
        high = low + cut.start()
    verb = _VERB_BEHIND.search(text[low:high])
    typical = max(b - a for a, b in spans[1:-1] or spans[:1])
    acts = _WHO_ACTS.match(text, low)  # 由社工和家长共同看护: the verb is the item's own
    if verb and verb.start() > 1 and high - low > typical + 1 and not cut and acts is None:
        high = low + verb.start()
    if (places := _counts_places(text, (low, high), len(spans))) is not None:
        return low, places
    counted = _counter(_COUNTED, text, (low, high), len(spans))
    if counted and (counted.end() == high or text[counted.end() : counted.end() + 1] == "的"):
        joint = text[counted.start() - 1] in "分共这等"
        return low, counted.start() - joint  # 春、夏、秋、冬分四个战役
    before = [text[a:b] for a, b in spans[1:-1]]
    size = len(before[0]) if before else 0
    if (
        size > 1
        and high - low > size
        and all(len(item) == size and item[-1] == before[0][-1] for item in before)
    ):
        high = low + size if piece[size - 1] == before[0][-1] else high
    return low, high


def _counts_places(text: str, last: Span, number: int) -> int | None:
    """Where the last name of 西坑、石佛两个村新装… ends: in front of what counts all of them; None if nothing does."""
    counted = _counter(_COUNTED_PLACES, text, last, number)
    return counted.start() if counted and not _ends_in_a_deed(text[last[0] : counted.start()]) else None


def _stated_count(text: str, items: Sequence[Span], tail: str) -> tuple[int | None, str]:
    """The count printed right behind or before the list, if it fits or is all that is said."""
    near = [*_COUNTED.finditer(tail[:16])]
    before = [*_COUNTED.finditer(text[max(0, items[0][0] - 24) : items[0][0]])]
    for match in (*near, *reversed(before)):
        count = int(parse_number(match["n"]))
        if count == len(items) or (match in near and tail.startswith("等") and count >= len(items)):
            return count, match[0].strip("”“")
    return None, _shared([text[low:high] for low, high in items])


def _shared(items: Sequence[str]) -> str:
    """三抓 of 抓开局、抓起步、抓落实: items of one size are called by the one sign they have in common."""
    size = len(items[0])
    if not 3 <= size <= 6 or not 3 <= len(items) <= 9 or any(len(item) != size for item in items):
        return ""
    common = [at for at in range(size) if len({item[at] for item in items}) == 1]
    return f"{'三四五六七八九'[len(items) - 3]}{items[0][common[0]]}" if len(common) == 1 else ""
