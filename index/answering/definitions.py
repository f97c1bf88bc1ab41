"""What a word means, where a bulletin says so itself: “三改”即改厕、改水、改圈."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.draft import Draft
from index.answering.pool import Evidence
from index.language.scripts import fold
from index.records.answers import Kind
from index.understanding.query import Query

_ASKS = re.compile(
    r"^(?:请问|那个|这个|所谓|.{2,12}?[里中](?:的|面的)?)?的?[“\"「]?(?P<word>[\u4e00-\u9fff\w]{2,14}?)[”\"」]?(?:这个词|这个说法)?"
    r"(?:(?:是|指|说)(?:的)?(?:是)?(?:什么|啥)(?:意思)?|(?:指|包括|分别)(?:的)?(?:是)?(?:什么|啥|哪.{0,3})|什么意思|啥意思|怎么(?:理解|解释)"
    r"|(?:都)?(?:是|有|指)(?:的)?哪[几两三四五六七八九十]?[个项条种类大]?.{0,2})(?:啊|呀|呢)?$"
)
_SAYS = (
    r"[“\"「]?{word}[”\"」]?(?:，|,)?(?:即|是指|指的?是|就是|指|（即|\(即|意即)[：:]?(?P<said>[^。；;）)]{{3,90}})"
    r"|(?:即|就是)(?P<listed>[^。；;，]{{3,60}})(?:等)?[“\"「]{word}[”\"」]"
)


_NEXT = re.compile(r"[，,](?=[“\"])")  # “两带”即甲带、乙带，“三城”即…


def definition(query: Query, pool: Sequence[Evidence]) -> Draft | None:
    """The words that a sentence explains the asked word with; None where no sentence explains it."""
    asked = _ASKS.match(fold(query.text).rstrip("?？。!！"))
    if asked is None:
        return None
    pattern = re.compile(_SAYS.format(word=re.escape(asked["word"])))
    for evidence in pool:
        match = pattern.search(evidence.text)
        if match is not None:
            said = _NEXT.split((match["said"] or match["listed"]).strip("，、：: "))[0]
            kind: Kind = "list" if "、" in said else "text"
            return Draft("answered", kind, said, (evidence.proof,))
    return None
