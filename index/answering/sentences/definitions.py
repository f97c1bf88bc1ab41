"""What a word means, where a bulletin says so itself: “三改”即改厕、改水、改圈; 竣工投产的叫“挂果”; 统计范围为…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.answering.evidence import texts
from index.answering.evidence.draft import Draft, Proof
from index.answering.evidence.pool import Evidence
from index.language.lexicon import load_pattern, load_table
from index.language.numerals import parse_number
from index.language.scripts import fold
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS = load_pattern("answering.definitions.asks")
_WHAT_IS = load_pattern("answering.definitions.what_is")
_MEANING = load_pattern("answering.definitions.meaning")
_DOES = load_pattern("answering.definitions.does")
_SO_SIGNED = load_pattern("answering.definitions.so_signed")
_SERVES = load_pattern("answering.definitions.serves")
_SO_CALLED = load_pattern("answering.definitions.so_called")
_ONE_OF = load_pattern("answering.definitions.one_of")
_COUNTS_AS = load_pattern("answering.definitions.counts_as")
_SAYS = (
    r"[“\"「]?{word}[”\"」]?(?:，|,|：|:)?(?:即|是指|指的?是|就是|指|（即|\(即|意即)[：:]?(?P<said>[^。；;）)]{{3,90}})"
    r"|[“\"「]{word}[”\"」](?:要求|原则|要诀|规定|做法|标准|口诀|举措|机制|工作法)?[：:](?P<items>[^。；;：:]{{2,40}}、[^。；;]{{2,60}})"
    r"|(?:即|就是)(?P<listed>[^。；;，]{{3,60}})(?:等)?[“\"「]{word}[”\"」]"
    r"|[“\"「]{word}[”\"」](?:的)?[\u4e00-\u9fff]{{1,10}}[，,](?:即|也就是|就是|是指|指的是)(?P<that>[^。；;）)]{{3,90}})"
    r"|(?:实行|推行|建立|推出|办起|开办|开设|创办|想出|摸索出|试行|开展|实施|落实|创新|探索|启动|采取|采用|执行|健全)了?[\u4e00-\u9fff]{{0,4}}?[“\"「]{word}[”\"」]?(?:的)?(?:改革|行动|机制|模式|做法|制度|服务|政策|办法|工作法)?[，,：:](?P<does>(?!{no_deed})[^。；;]{{6,90}})"
    r"|(?:^|[，。；：,;:])(?P<apposed>[^，。；：、,;:“”\d]{{2,10}}(?:项目|企业|单位|人员|家庭|商户|学校|产品|路段|地块|[村户]))[“\"「]{word}[”\"」](?=[，。；,;]|$)"
    r"|(?:^|[，。；：、,;:]|[把将])(?P<called>[^，。；：,;:“”]{{3,40}}?)的?(?:项目|企业|单位|人员)?(?:称为|称作|称之为|叫作|叫做|叫)[“\"「]?{word}[”\"」]?"
    r"|{word}(?:的)?(?:统计)?(?:范围|标准|口径|门槛)(?:为|是|指|：|:)(?P<scope>[^。；;）)]{{3,90}})"
    r"|[“\"「]{word}[”\"」](?:项目|企业|阶段|节点|环节|类)?[（(](?P<aside>(?!\d)[^（()）\d]{{2,60}})[）)]"
    r"|[“\"「]{word}[”\"」](?:改革|行动|机制|模式|做法|制度|服务)?[，,](?P<by>(?:将|把|对|通过|实行|推行)[^。；;]{{4,90}})"
    r"|(?:^|[，。；：,;:])(?P<so>[^，。；：,;:“”]{{4,40}}?)的?(?:一律|均)?(?:为|列为|评为|亮|挂)[“\"「]?{word}[”\"」]?(?=[，。；,;]|$)"
    r"|(?:^|[，。；：,;:])[“\"「]?{word}[”\"」]?(?:，|,)?(?:是|就是)(?P<is>[^。；;，？?]{{3,60}}(?:，(?=把|按|将|分|每|一个|通过|用|以)[^。；;]{{3,60}})?)"
)
_NO_DEED = load_pattern("answering.definitions.no_deed").pattern
_FIGURE = (  # 抓住项目建设“牛鼻子”: what the figure of speech stands for
    rf"(?:{load_pattern('answering.definitions.figure').pattern})"
    r"(?P<figure>[^，。；：、,;:“”]{{2,14}}?(?:、[^，。；：、,;:“”]{{2,14}}?)*?)的?"
    r"(?:[“\"「][^“”]{{1,6}}[”\"」][、和]?)?[“\"「]{word}[”\"」]"
)
_NEXT = re.compile(r"[，,](?=[“\"])")  # “两带”即甲带、乙带，“三城”即…
_SO_MANY = load_pattern("answering.definitions.so_many")


_COMPOUND = load_pattern("answering.definitions.compound")
_PLACE = load_pattern("answering.definitions.place")
_SUFFIXED = load_pattern("answering.definitions.suffixed")
_PAIR = load_pattern("answering.definitions.pair")
_OPENS = load_pattern("answering.definitions.opens")
_ITEM = re.compile(r"[^、，；。,;]+")
_BEHIND = 4  # sentences, the naming one included, in which the segments stand
_SHORT, _LONG = 2, 16  # code points of an item in front of its number
_COUNT_OF = load_pattern("answering.definitions.count_of")
_COUNTED_NAME = load_pattern("answering.definitions.counted_name")
_LED = load_pattern("answering.definitions.led")
_COUNTER = load_pattern("answering.definitions.counter")


def definition(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The words that a sentence explains the asked word with; None where no sentence explains it."""
    if query.ordinal:
        return None  # 第五项工作的抓手是什么 asks for an item, not for what the word means
    text = _without_place(query, fold(query.text).rstrip("?？。!！"))
    if (named := _COMPOUND.match(text)) is not None:
        word = named["word"]
        told = _compound(word, pool) or _pair_by_pair(word, pool) or _explained([word], pool)
        if told is not None or any(named["word"] in evidence.text for evidence in pool):
            return told
        what = texts.NOT_STATED.format(what=f"“{named['word']}”", asked="指哪些")
        return Draft("not_found", "list", what, reason="attribute")
    if (behind := _counted_behind(text, pool) or _parallel_behind(text, pool)) is not None:
        return behind
    if (before := _listed_before(text, pool)) is not None:
        return before
    if (counted := _SO_MANY.match(text)) is not None:
        told = _explained([counted["n"] + counted["what"]], pool) or _so_many(counted, pool)
        return told or _each_with(counted, pool) or _unexplained(counted)
    called = _SO_CALLED.search(text) or _SO_SIGNED.search(text)
    if called is not None and (listed := _named_so(called, pool)) is not None:
        return listed
    if (step := _ONE_OF.search(text)) is not None:
        return _explained([step["word"]], pool)
    asked = _WHAT_IS.match(text) or _DOES.match(text) or _ASKS.match(text)
    asked = asked or _COUNTS_AS.search(text) or _SERVES.match(text)
    if asked is None:
        return None
    return _explained(_forms(next(word for word in asked.groupdict().values() if word)), pool)


def _counted_behind(text: str, pool: Sequence[Evidence]) -> Draft | None:
    """三张清单是哪三张 of “三张清单”：服务清单32项，履职清单15项，自治清单10项: as many names with its last word."""
    named = _COUNTED_NAME.search(text)
    word, count = (named["word"], int(parse_number(named["n"]))) if named else ("", 0)
    noun = word[-2:]
    for evidence in pool if count > 1 else ():
        opened = re.search(rf"{re.escape(word)}[”\"]?[：:]", evidence.text)
        behind = evidence.text[opened.end() :].split("。")[0] if opened else ""
        items = re.findall(rf"(?:^|[，、；,;和及])([^，、；,;和及\d]{{1,10}}{re.escape(noun)})", behind)
        if len(items) == count:
            return Draft("answered", "list", "、".join(items), (evidence.proof,), detail=f"共{count}项")
    return None


def _parallel_behind(text: str, pool: Sequence[Evidence]) -> Draft | None:
    """五场硬仗是哪五场 of “五场硬仗”。打好项目攻坚仗，…；打好工业倍增仗，…."""
    named = _COUNTED_NAME.search(text)
    word, count = (named["word"], int(parse_number(named["n"]))) if named else ("", 0)
    segment = re.compile(rf"(?:^|[；;。])([^，、；;。：:“”]{{2,12}}{re.escape(word[-1:])})(?=[，,：:])")
    for evidence in pool if count > 1 else ():
        sentences = evidence.page.says.sentences[evidence.number : evidence.number + _BEHIND]
        for one in sentences if word in evidence.text else ():
            behind = one.text.text.partition(word)[2] if one is evidence.sentence else one.text.text
            items = segment.findall(behind) if one.paragraph == evidence.sentence.paragraph else []
            if len(items) == count:
                proof = Proof(evidence.page.article.id, one.text.spans())
                names = "、".join(_without_common_opening(items))
                return Draft("answered", "list", names, (proof,), detail=f"共{count}项")
    return None


def _without_common_opening(items: Sequence[str]) -> list[str]:
    """项目攻坚仗 and 工业倍增仗 of 打好项目攻坚仗 and 打好工业倍增仗."""
    size = next((n for n, signs in enumerate(zip(*items, strict=False)) if len(set(signs)) > 1), 0)
    return [item[size:] for item in items]


def _listed_before(text: str, pool: Sequence[Evidence]) -> Draft | None:
    """四项机制是啥 of 落实领导包联、专班推进、要素会商、红黄蓝牌“四项机制”: the items in front, if as many."""
    named = _COUNTED_NAME.search(text)
    word, count = (named["word"], parse_number(named["n"])) if named else ("", 0)
    for evidence in pool if word and count > 1 else ():
        at = evidence.text.find(word)
        left = evidence.text[:at].rstrip("“\"「") if at > 0 else ""
        items = left[max(left.rfind(mark) for mark in "，。；：,;:") + 1 :].split("、")
        if len(items) + 1 == count:
            items = [*items[:-1], *re.split("[和及]", items[-1])]
        items[0] = _LED.sub("", items[0])
        if len(items) == count and all(_SHORT <= len(item) <= _LONG for item in items):
            return Draft("answered", "list", "、".join(items), (evidence.proof,), detail=f"共{len(items)}项")
    return None


def _named_so(called: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """要做到哪四不 of 做到“四不”：不涉水、不…: what is printed behind the short name, if as much.

    哪三个红 needs no such name where a row of three prints it: 开门红、月月红、全年红.
    """
    count = int(parse_number(called["n"]))
    draft = _explained([called["n"] + called["what"]], pool)
    items = draft.answer.split("、") if draft is not None else []
    if len(items) == count:
        return draft
    only_counts = called["what"] == called["sign"] and _COUNTER.match(called["sign"])  # 哪两个
    return None if only_counts else _row_of(count, called["sign"], pool)


def _without_place(query: Query, text: str) -> str:
    """“三改”是啥意思 of 某某县的“三改”是啥意思."""
    names = [link.typed for link in query.links if link.kind == "district" and link.start == 0]
    return text.removeprefix(names[0]).removeprefix("的") if names else text


def _pair_by_pair(word: str, pool: Sequence[Evidence]) -> Draft | None:
    """一桥一园: 一桥，即…；一园，即…: each pair with what stands for it."""
    pairs = ["".join(pair) for pair in _PAIR.findall(word)]
    for evidence in pool if len(pairs) > 1 and "".join(pairs) == word else ():
        forms = (rf"{one}[”\"]?[，,：:]?(?:即|就是|是|指)(?:的是)?([^。；;]{{3,60}})" for one in pairs)
        said = [re.search(form, evidence.text) for form in forms]
        if all(said):
            told = "；".join(f"{one}：{match[1]}" for one, match in zip(pairs, said, strict=True) if match)
            return Draft("answered", "list", told, (evidence.proof,), detail=f"共{len(pairs)}项")
    return None


def asks_meaning(query: Query) -> bool:
    """备料指的是啥, 啥叫备料: what a word means is asked, no list of what is called so."""
    return bool(_MEANING.search(fold(query.text)))


def explains(query: Query, draft: Draft) -> bool:
    """啥叫某某行动: a sentence that only has the word (某某行动推进会召开) explains nothing."""
    asked = _WHAT_IS.match(fold(query.text).rstrip("?？。!！")) if draft.status == "answered" else None
    if asked is None:
        return True
    word = next(word for word in asked.groupdict().values() if word)
    mark = rf"[”\"」]?[^，。；]{{0,4}}?(?:[是指即为叫就]|[,:(，：（](?!{_NO_DEED}))"
    return any(re.search(re.escape(one) + mark, fold(draft.answer)) for one in _forms(word))


def _compound(word: str, pool: Sequence[Evidence]) -> Draft | None:
    """三改三减: the items behind 即 that begin as the word says, where they are as many; else None."""
    pairs = [(int(parse_number(n)), what) for n, what in _PAIR.findall(word)]
    signs, sizes = {what for _, what in pairs}, {sum(n for n, _ in pairs), max(n for n, _ in pairs)}
    for evidence in pool:
        at = evidence.text.find(word)
        opened = _OPENS.search(evidence.text, at + len(word)) if at >= 0 else None
        if opened is None:
            continue
        end, count = opened.end(), 0
        for item in _ITEM.finditer(evidence.text, opened.end()):
            if item.start() > end + 1 or item[0][0] not in signs:
                break
            end, count = item.end(), count + 1
        if count in sizes:
            said = evidence.text[opened.end() : end]
            return Draft("answered", "list", said, (evidence.proof,), detail=f"共{count}项")
    return None


def _explained(words: Sequence[str], pool: Sequence[Evidence]) -> Draft | None:
    forms = (form.format(word=_as_printed(word), no_deed=_NO_DEED) for word in words for form in (_FIGURE, _SAYS))
    patterns = [re.compile(form) for form in forms]
    for evidence in pool:
        match = next((found for one in patterns if (found := one.search(evidence.text))), None)
        if match is not None:
            printed = next(said for said in match.groupdict().values() if said)
            said = _counted(_NEXT.split(printed.strip("，、：: "))[0], words[0])
            kind: Kind = "list" if "、" in said else "text"
            return Draft("answered", kind, said, (evidence.proof,))
    return None


def _counted(said: str, word: str) -> str:
    """“三个百日”即甲、乙、丙，确保…: the three alone, where the word says how many they are."""
    number = _COUNT_OF.match(word)
    row = said.split("，")[0]
    return row if number is not None and row.count("、") + 1 == int(parse_number(number["n"])) > 1 else said


def _as_printed(word: str) -> str:
    """A pattern for the word, part of which may stand in quotes; a single sign is no end of another word."""
    alone = r"(?<![\u4e00-\u9fff])" if len(word) == 1 else ""
    return alone + r"[”\"]?".join(map(re.escape, word))


def _forms(word: str) -> list[str]:
    """The word, and what its short form stands for: 规上工业 is 规模以上工业."""
    found = [word]
    if (before := _PLACE.match(word)) is not None:
        found.append(word[before.end() :])  # 三色管理里红牌
    if (suffixed := _SUFFIXED.match(word)) is not None:
        found.append(suffixed["word"])  # 某某制度 of “某某”制度
    found += [word.replace(short, long) for short, long in load_table("short_forms") if short in word]
    return found


def _so_many(asked: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """三集中: a row of just three names of which each has 集中."""
    count, what = int(parse_number(asked["n"])), asked["what"]
    for evidence in pool:
        for held in evidence.page.says.lists:  # 开工率、投产率 of 开工率、投产率均达100%
            items = [item.text for item in held.items]
            whole = held.sentence == evidence.number and len(items) == count
            if whole and all(item.endswith(what) and item != what for item in items):
                return Draft("answered", "list", "、".join(items), (evidence.proof,), detail=f"共{count}项")
    for evidence in pool:
        for row in _rows(evidence.text, what):
            if len(row) == count:
                return Draft("answered", "list", "、".join(row), (evidence.proof,), detail=f"共{count}项")
    return None


def _rows(text: str, what: str) -> Iterator[list[str]]:
    """Names with ``what`` in them that stand in one row."""
    name = rf"[^，。；：、“”（）()和与及]{{0,8}}{re.escape(what)}[^，。；：、“”（）()和与及]{{0,6}}"
    for match in re.finditer(rf"{name}(?:[、和与及]{name})+", text):
        yield [one.strip() for one in re.split(r"[、和与及]", match[0])]


def _each_with(asked: re.Match[str], pool: Sequence[Evidence]) -> Draft | None:
    """盯牢“三率”：履约率要达到90%，…: as many items as it says, each with its word, in the sentence that names it."""
    word = asked["n"] + asked["what"]
    return _row_of(int(parse_number(asked["n"])), asked["what"], [one for one in pool if word in one.own])


def _row_of(count: int, sign: str, pool: Sequence[Evidence]) -> Draft | None:
    """A printed row of ``count`` items each of which has the sign and more than it: 开门红、月月红、全年红."""
    for evidence in pool:
        for held in evidence.page.says.lists:
            items = [item.text for item in held.items]
            own = held.sentence == evidence.number and len(items) == count
            if own and all(sign in item and item != sign for item in items):
                return Draft("answered", "list", "、".join(items), (evidence.proof,), detail=f"共{count}项")
    return None


def _unexplained(asked: re.Match[str]) -> Draft | None:
    """Where the row is not printed, a sentence with the word is no answer; 六项工作 is a list of its own."""
    if _COUNTER.match(asked[0].lstrip("“\"「")[1:]):
        return None
    named = f"“{asked['n']}{asked['what']}”"
    return Draft("not_found", "list", texts.NOT_STATED.format(what=named, asked="指哪些"), reason="attribute")
