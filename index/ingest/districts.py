"""Whose bulletin a page is: the area that it names most."""

from __future__ import annotations

import re
from collections import Counter

from index.language.tokens import default_tokenizer

_SUFFIX = r"新区|开发区|区|县|市|镇|街道|乡"
_NOT = re.compile(
    r"^(?:社|小|园|城|辖|地|全|市|各|景|灾|库|校|街|片|矿|山|郊|我|本|分|该|此|两|三|四|五|六|七|八|九|十|几|个|老|新|多|大|示范|功能|居民|住宅|商业|工业|保护|风景|试验|实验|管理|自治|直辖|县级|地级|超|夜|集|农贸|菜|股|楼|都|城|上|开发|高新|经济|技术|中心|主|下|家|进|省|国)+$"
)
_PAPER = re.compile(
    r"\s?(?:新闻|日报|时报|晚报|快报|周报|周刊|政务|政报|公报|融媒|发布|通讯|报(?![名告道到送经纸刊业价废考销修警表]))"
)
_BAD_START = frozenset("在是的了和与及为由向对到从把将让各全该本此于入出去来至我省市县区")


def district_of(headlines: str, text: str, page: str) -> str | None:
    """The area of an article: the one its page names most, unless it speaks of another.

    Args:
        headlines: of the article. text: of the article. page: text of the whole file.
    """
    everywhere = _areas(page)
    home = max(everywhere, key=lambda name: (everywhere[name] * _level(name), name), default=None)
    own = _areas(text)
    for name, number in _areas(headlines).items():
        own[name] += 3 * number
    best = max(own, key=lambda name: (own[name] * _level(name), name), default=None)
    if home is not None and everywhere[home] > 1 and (own[home] > 0 or best is None or own[best] < 4):
        return home
    return best if best is not None and own[best] > 1 else None


def _level(name: str) -> float:
    """Districts and counties before towns and cities: a page of a district names its city, too."""
    return 1.0 if name.endswith(("区", "县")) else 0.45 if name.endswith("市") else 0.15


def _is_name(stem: str, suffix: str) -> bool:
    """True for the stem of a name (中原), not for 全, 社区, 工业强 and the like."""
    if set(stem) & _BAD_START or _NOT.match(stem) or _NOT.match(stem[-1]):
        return False
    return not (suffix == "区" and stem[-1] in "小社园城辖地街校景灾库片山郊市矿厂学")


def _areas(text: str) -> Counter[str]:
    short: Counter[str] = Counter()
    long: Counter[str] = Counter()
    starts = {token.start for token in default_tokenizer().words(text)}
    for size, counter in ((2, short), (3, long)):
        for match in re.finditer(rf"(?=([\u4e00-\u9fff]{{{size}}})({_SUFFIX}))", text):
            if match.start() in starts and _is_name(match[1], match[2]):
                counter[match[1] + match[2]] += 3 if _PAPER.match(text, match.end(2)) else 1
    found: Counter[str] = Counter()
    for name, number in short.items():
        longer = [full for full in long if full.endswith(name) and long[full] >= 0.8 * number and number > 1]
        better = [full for full in longer if full[0] not in _BAD_START]
        found[better[0] if better else name] += number
    return found
