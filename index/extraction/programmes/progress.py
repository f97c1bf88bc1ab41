"""What a text says about one project: owner, place, content, sizes, money, dates, progress."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.extraction.words.money import find_amounts
from index.extraction.words.sentences import clause_spans
from index.language.lexicon import load_pattern
from index.language.numerals import find_quantities
from index.records import Investment

_NUM = r"(?:[约近超逾]|超过|将近)?\s?\d[\d,.]*(?:余|多)?"
_SCALED = rf"{_NUM}\s?[万亿千百]?(?:余|多)?"
_AREA = r"(?:亩|平方米|平米|公顷|平方公里|平方千米|㎡|万平方米)"
_ORG = r"[^，。；：、]{2,40}?"

_OWNER = re.compile(
    rf"(?:由|系)(?P<owner>{_ORG})(?:负责|共同|组织|牵头|联合)*(?:投资[^，。；、]{{1,14}}元(?:人民币)?)?(?:投资建设|投建|投资兴建|独资兴建|独资建设|独资投建|独资|兴建|投资|出资建设"
    rf"|出资|建设运营"
    rf"|建设|实施|开发建设|开发|打造|引进)(?!的)(?=[，。；、,]|$|，|总|[^，。；]{{0,4}}$|(?<=投资){_SCALED}\s?(?:美|欧|港)?元(?:[，。；]|$))"
)
_JOINT = load_pattern("extraction.progress.joint")
_KIND_OF_OWNER = load_pattern("extraction.progress.kind_of_owner")
_OWNER_KEY = load_pattern("extraction.progress.owner_key")
_OWNER_PLAIN = load_pattern("extraction.progress.owner_plain")
_OWNER_BEFORE = load_pattern("extraction.progress.owner_before")
_OWNER_HEAD = load_pattern("extraction.progress.owner_head")
_OWNER_AGENT = load_pattern("extraction.progress.owner_agent")
_OWNER_DASH = load_pattern("extraction.progress.owner_dash")
_PARTNER = load_pattern("extraction.progress.partner")
_BUILDER = re.compile(
    rf"(?:由(?P<builder>{_ORG})(?:负责)?(?:承建|施工|总承包))|(?:施工单位|承建单位|中标单位"
    rf"|中标人)(?:为|是|：|:)(?P<key>[^，。；、]{{2,40}})"
)
_PLACE = load_pattern("extraction.progress.place")
_PLACE_OF_ACT = load_pattern("extraction.progress.place_of_act")
_PLACE_STOP = load_pattern("extraction.progress.place_stop")
_GROUND = re.compile(
    rf"(?:规划|总|计划|项目|新增)?(?:占地面积|占地|用地面积|用地|规划面积|征地)(?:总面积"
    rf"|总)?(?:面积)?(?:约|为|达|共|：|:)?(?P<value>{_SCALED}\s?{_AREA})"
)
_FLOOR = re.compile(
    rf"(?:总|规划|新建|地上|计划|规划总)?(?:建筑面积|建筑总面积|建面)(?:约|为|达|共|："
    rf"|:)?(?P<value>{_SCALED}\s?{_AREA})"
)
_SIZE = re.compile(
    rf"(?:厂房|车间|总面积|面积|标准化厂房|及配套|用房|综合楼|冷库"
    rf"|仓库)[^，。；\d]{{0,6}}?(?P<value>{_SCALED}\s?{_AREA})"
)
_LENGTH = re.compile(
    rf"(?:道路|线路|全线|路线|主线|渠道|管线|河道|管网|线路全|道路全|道路总|公路|治理河道|改造道路"
    rf"|铺设管网|新建道路|新建管网|桥梁)?(?:全长|总长度|总长|长度|里程|总里程|长)(?:约|为|达|共|："
    rf"|:)?(?P<value>{_SCALED}\s?(?:公里|千米|米|km))"
)
_WIDTH = re.compile(
    rf"(?:红线宽度|红线宽|路宽|宽度|宽)(?:约|为|达|：|:)?(?P<value>{_NUM}\s?(?:[-—～~]\s?\d[\d.]*)?\s?米)"
)
_CAPACITY = re.compile(
    rf"(?P<value>(?:年|日|月|每年|每日|每天|总|设计)(?:可)?(?:产能|处理能力|处理量|生产能力|发电量"
    rf"|供水能力|供热能力|吞吐量|接待能力|接待|生产|加工|处理|发电|供水|销售|储存|产(?!值)|出栏|屠宰"
    rf"|供应|周转)(?:约|达|达到|为|可达|由[^，。；]{{1,16}}?(?:提至|提升至|提高到|增至|扩至"
    rf"|增加到))?(?:[\u4e00-\u9fff]{{0,8}}?)"
    rf"{_SCALED}\s?(?:(?!生产线|项目|生产|加工线|的)[\u4e00-\u9fff/]){{1,8}})"
)
_OUTPUT_RATE = load_pattern("extraction.progress.output_rate")
_BEDS = re.compile(
    rf"(?:(?:设置|新增|规划|设计|提供|编制|可提供|共)?(?:床位|学位|停车位|车位|泊位|机位|工位)(?:约|共"
    rf"|为|达)?{_SCALED}\s?(?:张|个|位))|(?:(?:设置|新增|规划|设计|提供|可提供|可新增"
    rf"|共)?{_SCALED}\s?(?:张|个)(?:床位|病床|学位|停车位|车位|泊位|教学班|班(?!组)))"
)
_JOBS = re.compile(
    rf"(?:新增|带动|提供|吸纳|解决|创造|可新增|可带动|可提供|预计新增|预计带动)(?:直接|间接|当地|周边"
    rf"|群众|社会|劳动力|城镇)*(?:就业岗位|就业人数|就业人员|就业|用工|岗位|人员就业)(?:约|近|超|超过"
    rf"|达)?(?P<value>{_SCALED}\s?(?:人|个|余人|多人|名)?)|(?:新增|带动|提供|吸纳|解决"
    rf"|创造)(?P<before>{_SCALED}\s?(?:人|个|余人|多人|名|余个"
    rf"|多个))(?:[\u4e00-\u9fff]{{0,4}})(?:就业岗位|就业|岗位)"
)
_OUTPUT = re.compile(
    rf"(?P<name>年(?:均)?(?:产值|销售收入|营业收入|营收|税收|纳税|利税|利润|综合收益)|产值|税收"
    rf"|亩均税收|销售收入|营业收入|纳税)(?:可达到|可达|达到|达|约|超过|超|预计|可实现|为"
    rf"|近)*\s?(?P<value>{_SCALED}\s?(?:美元|元))"
)
_BENEFIT = re.compile(
    rf"(?:惠及|受益|服务|覆盖|涉及)(?:群众|居民|人口|住户|周边)*(?P<value>{_SCALED}\s?(?:户|人|余户"
    rf"|余人|万人|名)[\u4e00-\u9fff]{{0,4}})"
)
_YEAR_MONTH = (
    r"(?:(?:20\d\d年)?(?:\d{1,2}月(?:份)?(?:\d{1,2}日)?(?:底|初|中旬|上旬|下旬)?|年底|年内|底|上半年|下半年"
    r"|[一二三四]季度|年中|初)|今年(?:年底|底|内|上半年|下半年|[一二三四]季度|\d{1,2}月(?:份)?(?:底|初"
    r"|中旬)?)|明年(?:年底|底|初|上半年|下半年|\d{1,2}月(?:份)?(?:底)?)|20\d\d年|“?十五五”?期间|春节前"
    r"|国庆前|月底)"
)
_START = re.compile(
    rf"(?P<text>(?P<when>{_YEAR_MONTH})(?:前|左右)?(?:正式|全面|已|将|计划|可)?(?:开工建设|开工|动工"
    rf"|开建|启动建设))"
)
_END = re.compile(
    rf"(?P<text>(?P<when>{_YEAR_MONTH}(?:前|左右)?)(?:可|将|正式|全面|全部|计划|实现|前)*(?:建成投产"
    rf"|建成投用|建成|投产|竣工|完工|投用|投入使用|投入运营|交付使用|交付|通车|通水|试生产|试运营|运营"
    rf"|开业|完成建设|主体封顶))"
)
_PERIOD = load_pattern("extraction.progress.period")
_MODE = re.compile(
    r"(?<![A-Za-z])(?P<mode>F\+EPC|EPC\+F|EPCO?|PPP|BOT|ROT|TOT|BOO|EOD|TOD|REITs)(?![A-Za-z])"
)
_CONTENT = load_pattern("extraction.progress.content")
_NO_CONTENT = load_pattern("extraction.progress.no_content")
_RESULT = load_pattern("extraction.progress.result")
_STATUS = load_pattern("extraction.progress.status")
_NOW = load_pattern("extraction.progress.now")
_DOING = load_pattern("extraction.progress.doing")
_FUTURE = load_pattern("extraction.progress.future")
_PLAN = (
    ("预计", "预计"),
    ("有望", "预计"),
    ("力争", "力争"),
    ("确保", "力争"),
    ("拟", "拟"),
    ("计划", "拟"),
    ("将", "拟"),
    ("已", "已"),
)


_LEAST = 4  # code points: shorter words say nothing


@dataclass(slots=True)
class Attributes:
    """What was read about one project; empty fields stay None."""

    fields: dict[str, str] = field(default_factory=dict)
    investments: list[Investment] = field(default_factory=list)
    details: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, value: str | None) -> None:
        """Keep the first value of a field."""
        if value:
            self.fields.setdefault(name, value.strip())

    def note(self, name: str, value: str) -> None:
        """Keep a further attribute once."""
        if (name, value) not in self.details:
            self.details.append((name, value.strip()))


def read_attributes(text: str, into: Attributes | None = None) -> Attributes:
    """What ``text`` (the words behind a project's name) says about the project."""
    found = into or Attributes()
    if len(text) < _LEAST:
        return found
    _money(text, found)
    _sizes(text, found)
    _people(text, found)
    _times(text, found)
    for piece in _clauses(text):
        _content(piece, text, found)
        _progress(piece, found)
    _result(text, found)
    return found


def read_name(name: str, found: Attributes) -> None:
    """What the name itself says: PPP, 年产300万件."""
    if match := _MODE.search(name):
        found.put("mode", match["mode"])
    if match := _OUTPUT_RATE.search(name):
        size = next((q for q in find_quantities(name[match.end() :]) if q.start == 0), None)
        if size is not None:
            found.put("capacity", match[0] + size.text)


def _clauses(text: str) -> Iterator[str]:
    for start, end in clause_spans(text):
        piece = text[start:end].strip(" 　，。；,;")
        if piece:
            yield piece


def _money(text: str, found: Attributes) -> None:
    for amount in find_amounts(text):
        own = amount.other is None and amount.investment.kind
        known = {(one.kind, one.currency) for one in found.investments}
        if own and (amount.investment.kind, amount.investment.currency) not in known:  # 其中…投资2亿元 is a part's
            found.investments.append(amount.investment)


def _sizes(text: str, found: Attributes) -> None:
    if match := _GROUND.search(text):
        found.put("area", match["value"])
    if match := _FLOOR.search(text):
        if "area" in found.fields:
            found.note("建筑面积", match["value"])
        else:
            found.put("area", match["value"])
            found.note("建筑面积", match["value"])
    elif "area" not in found.fields and (match := _SIZE.search(text)):
        found.put("area", match["value"])
    if match := _LENGTH.search(text):
        found.put("length", match["value"])
    for match in _WIDTH.finditer(text):
        found.note("宽度", match["value"])
    if match := _CAPACITY.search(text):
        found.put("capacity", match["value"])
    elif match := _BEDS.search(text):
        more = re.match(rf"(?:[、，]\s?(?:{_BEDS.pattern}))*", text[match.end() :])
        found.put("capacity", match[0] + (more[0] if more else ""))
    if match := _JOBS.search(text):
        found.note("新增就业", match["value"] or match["before"])
    for match in _OUTPUT.finditer(text):
        found.note(match["name"], match["value"])
    if match := _BENEFIT.search(text):
        found.note("惠及", match["value"])


def _people(text: str, found: Attributes) -> None:
    if match := _OWNER_BEFORE.search(text):
        found.put("owner", match["by"] or match["owner"] or match["own"])
    if (
        match := _OWNER.search(text)
        or _OWNER_HEAD.match(text)
        or _OWNER_DASH.match(text)
        or _OWNER_PLAIN.search(text)
        or _OWNER_KEY.search(text)
        or _PARTNER.search(text)
        or _JOINT.search(text)
    ):
        found.put("owner", _KIND_OF_OWNER.sub("", match["owner"]))
    if match := _OWNER_AGENT.match(text):
        found.put("owner", _KIND_OF_OWNER.sub("", match["owner"] or match["joint"]))
    if match := _BUILDER.search(text):
        found.put("builder", match["builder"] or match["key"])
    if match := _PLACE_OF_ACT.match(text):
        found.put("place", match["place"])
    if (match := _PLACE.search(text)) and not _PLACE_STOP.search(match["place"]):
        found.put("place", match["place"])


def _times(text: str, found: Attributes) -> None:
    if match := _START.search(text):
        found.put("start", match["when"])
    if match := _END.search(text):
        found.put("end", match["when"])
    if match := _PERIOD.search(text):
        found.note("工期", match["value"])
    if match := _MODE.search(text):
        found.put("mode", match["mode"])


def _content(piece: str, whole: str, found: Attributes) -> None:
    if "content" in found.fields or _NO_CONTENT.match(piece) or _RESULT.match(piece):
        return
    match = _CONTENT.match(piece)
    if match is None:
        return
    text = match["rest"] if match["drop"] else (match["keep"] or "") + match["verb"] + match["rest"]
    found.put("content", text.lstrip("：:了 "))


def _progress(piece: str, found: Attributes) -> None:
    if "status" in found.fields or _RESULT.match(piece) or not (_NOW.match(piece) or _DOING.search(piece)):
        return
    if _STATUS.search(piece) and not _FUTURE.match(piece):
        found.put("status", piece.removeprefix("项目"))
        modality = next((name for word, name in _PLAN if word in piece.replace("于计划", "")), None)
        if modality:
            found.put("modality", modality)


def _result(text: str, found: Attributes) -> None:
    """What the project will bring: from 建成后 to the end of the sentence."""
    for start, end in clause_spans(text):
        piece = text[start:end]
        if _RESULT.match(piece.strip()):
            stop = next(
                (b for a, b in clause_spans(text) if b >= end and text[b - 1 : b] in "。；！"), len(text)
            )
            found.note("预期效果", text[start:stop].strip(" 。；，"))
            return
