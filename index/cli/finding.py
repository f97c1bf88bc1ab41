"""Commands that search and check."""

from __future__ import annotations

import argparse
import re
from typing import Any

from index.cli.listing import period
from index.cli.output import Bar, answer_lines, complain, document
from index.errors import LibraryError
from index.library import Library
from index.library.serialise import claim_json, hit_json
from index.retrieval.engine import Explanation, Filters
from index.settings import Settings

_VERDICTS = {"confirmed": "属实", "contradicted": "不符", "not_mentioned": "未提及"}
_FIELDS = {"word": "词", "bigram": "双字", "character": "单字", "entity": "名称"}


def search(arguments: argparse.Namespace, settings: Settings) -> int:
    """Ranked passages and project rows."""
    if not arguments.jsonl and not (arguments.query or "").strip():
        complain('请写上要检索的词，例如：bulletin-index search "常庄水库"')
        return 2
    filters = _filters(arguments)
    with Library.open(settings.db, settings=settings) as library:
        library.warm_up(Bar())
        if arguments.jsonl:
            return answer_lines(lambda record: _line(library, record, arguments.k, filters))
        if arguments.explain:
            found = library.explain(arguments.query, arguments.k, filters)
            pairs: list[tuple[Any, Explanation | None]] = list(found)
        else:
            pairs = [(hit, None) for hit in library.search(arguments.query, arguments.k, filters)]
    if arguments.json:
        document([hit_json(hit, reasons) for hit, reasons in pairs])
        return 0
    for hit, reasons in pairs:
        kind = "项目" if hit.kind == "project" else "段落"
        print(
            f"{hit.rank}. [{kind}] {hit.title}（{hit.score:.2f}，{hit.article}）\n   {' '.join(hit.text.split())}"
        )
        if reasons is not None:
            _explain(reasons)
    if not pairs:
        print("没有找到。")
    return 0


def _explain(reasons: Explanation) -> None:
    for term in reasons.terms:
        kind = _FIELDS.get(term.field, term.field)
        print(
            f"     {term.contribution:7.3f}  {kind} {term.term}（idf {term.idf:.3f}，文档数 {term.df}，词频 {term.tf}）"
        )
    print(f"     × {reasons.factor:.3f}  问题的词和名称找到了多少")


def _line(library: Library, record: dict[str, Any], limit: int, filters: Filters | None) -> dict[str, Any]:
    query = record.get("query")
    if not isinstance(query, str):
        raise LibraryError("缺少 query：应为要检索的词。")
    return {"id": record.get("id"), "hits": [hit_json(hit) for hit in library.search(query, limit, filters)]}


def _filters(arguments: argparse.Namespace) -> Filters | None:
    for day in (arguments.since, arguments.until):
        if day is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            raise LibraryError(f"日期 {day!r} 不能用：应为 年-月-日，如 2023-01-28。")
    number = period(arguments.period)
    made = Filters(
        district=arguments.district,
        period=None if number is None else str(number),
        date_from=arguments.since,
        date_to=arguments.until,
        kind=arguments.kind,
    )
    return None if made == Filters() else made


def check(arguments: argparse.Namespace, settings: Settings) -> int:
    """Each claim of a sentence."""
    if not arguments.jsonl and not (arguments.sentence or "").strip():
        complain('请写上要核对的话，例如：bulletin-index check "第七期共15个项目"')
        return 2
    with Library.open(settings.db, settings=settings) as library:
        if arguments.jsonl:
            return answer_lines(lambda record: _checked(library, record))
        claims = library.check(arguments.sentence)
    if arguments.json:
        document([claim_json(claim) for claim in claims])
        return 0
    for claim in claims:
        print(f"{_VERDICTS[claim.verdict]}：{claim.claim}")
        if claim.says:
            print(f"  公报：{claim.says}")
        for source in claim.sources[:1]:
            print(f"  出处：{source.headlines[0] if source.headlines else source.title}")
    if not claims:
        print("这句话里没有可以核对的内容。")
    return 0


def _checked(library: Library, record: dict[str, Any]) -> dict[str, Any]:
    sentence = record.get("sentence")
    if not isinstance(sentence, str):
        raise LibraryError("缺少 sentence：应为要核对的话。")
    return {"id": record.get("id"), "claims": [claim_json(claim) for claim in library.check(sentence)]}
