"""The outward JSON: keys and types that scripts are written against."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.library import Library
from index.library.serialise import answer_json

Run = Callable[..., tuple[int, str, str]]

ANSWER = [
    "id",
    "question",
    "status",
    "reason",
    "kind",
    "answer",
    "detail",
    "repaired",
    "facts",
    "sources",
    "options",
    "related",
    "confidence",
    "took_ms",
]
SOURCE = ["article", "ref", "title", "headlines", "date", "page", "file", "url", "quote", "spans"]
ARTICLE = [
    "id",
    "ref",
    "kind",
    "title",
    "headlines",
    "date",
    "date_basis",
    "reporters",
    "correspondents",
    "page",
    "issue",
    "district",
    "file",
    "file_span",
    "url",
    "text",
    "versions",
]
PROJECT = [
    "id",
    "name",
    "aliases",
    "programme",
    "period",
    "stage",
    "district",
    "place",
    "owner",
    "content",
    "capacity",
    "investments",
    "status",
    "modality",
    "event_date",
    "sources",
]
BATCH = [
    "programme",
    "period",
    "stage",
    "district",
    "count",
    "total",
    "unit",
    "derived",
    "rates",
    "status",
    "names",
    "count_ok",
    "sum_ok",
    "sources",
]
FACT = [
    "subject",
    "attribute",
    "value",
    "number",
    "unit",
    "period",
    "stage",
    "district",
    "date",
    "modality",
    "derived",
    "source",
]
HIT = ["rank", "score", "kind", "article", "ref", "title", "text"]
REPORT = ["file", "status", "articles", "projects", "facts", "warnings", "error"]
CLAIM = ["claim", "verdict", "says", "sources"]
MORE = {
    "article": {"source"},
    "project": {"builder", "area", "length", "start", "end", "details"},
    "batch": {"category", "event", "amounts", "event_date", "place"},
    "fact": {"kind", "private"},
}
"""Documented additions."""


def keys(found: dict[str, Any], wanted: list[str], more: str = "") -> None:
    assert list(found)[: len(wanted)] == wanted
    assert set(found) - set(wanted) <= MORE.get(more, set())


def listed(run: Run, *arguments: object) -> list[Any]:
    code, out, err = run(*arguments, "--json")
    assert (code, err) == (0, "")
    found: list[Any] = json.loads(out)
    assert isinstance(found, list) and found
    return found


def sources(found: list[dict[str, Any]], texts: dict[str, str]) -> None:
    for source in found:
        keys(source, SOURCE)
        text = texts[source["article"]]
        assert source["quote"] == "".join(text[start:end] for start, end in source["spans"])


def texts(library: Library) -> dict[str, str]:
    return {article.id: article.text for article in library.articles()}


def test_answers(library: Library) -> None:
    statuses = set()
    for question in (
        "第七期三个一批总投资多少",
        "第八期三个一批总投资多少",
        "第七期签约了5个项目吗",
        "今天天气怎么样",
    ):
        found = answer_json(library.ask(question, id="q1"))
        keys(found, ANSWER)
        assert found["id"] == "q1"
        statuses.add(found["status"])
        assert found["status"] in ("answered", "corrected", "ambiguous", "not_found")
        assert (found["reason"] is None) == (found["status"] != "not_found")
        sources(found["sources"], texts(library))
        for fact in found["facts"]:
            keys(fact, FACT)
        if found["status"] in ("answered", "corrected"):
            assert found["sources"]
    assert "answered" in statuses and "not_found" in statuses
    json.dumps(found)


def test_articles(run: Run) -> None:
    for found in listed(run, "articles"):
        keys(found, ARTICLE, "article")
        assert found["kind"] in ("news", "notice", "table", "other")
        assert isinstance(found["file_span"], list) and found["versions"] == 1


def test_projects(run: Run, library: Library) -> None:
    found = listed(run, "projects")
    assert len({(one["id"], one["period"]) for one in found}) == len(found)
    for one in found:
        keys(one, PROJECT, "project")
        for investment in one["investments"]:
            assert list(investment) == ["kind", "value", "unit", "currency"]
        assert one["sources"]
        sources(one["sources"], texts(library))


def test_projects_by_period_stage_and_district(run: Run) -> None:
    found = listed(run, "projects", "--period", "7", "--stage", "签约", "--district", "中原区")
    assert len(found) == 2
    assert {(one["period"], one["stage"], one["district"]) for one in found} == {(7, "签约", "中原区")}
    code, out, _ = run("projects", "--period", "99", "--json")
    assert (code, json.loads(out)) == (0, [])


def test_batches(run: Run, library: Library) -> None:
    found = listed(run, "batches")
    for one in found:
        keys(one, BATCH, "batch")
        assert one["period"] is None or isinstance(one["period"], int | str)
        assert (one["unit"] is None) == (one["total"] is None)
        sources(one["sources"], texts(library))
    assert any(one["period"] == 7 and one["count"] == 15 and one["total"] == 62.4 for one in found)


def test_facts(run: Run, library: Library) -> None:
    for one in listed(run, "facts"):
        keys(one, FACT, "fact")
        sources([one["source"]], texts(library))


def test_hits(run: Run) -> None:
    found = listed(run, "search", "签约项目", "-k", "4")
    assert [one["rank"] for one in found] == [1, 2, 3, 4]
    for one in found:
        keys(one, HIT)
        assert one["kind"] in ("passage", "project") and one["score"] > 0


def test_claims(run: Run, library: Library) -> None:
    for one in listed(run, "check", "第七期三个一批项目15个，总投资99亿元"):
        keys(one, CLAIM)
        assert one["verdict"] in ("confirmed", "contradicted", "not_mentioned")
        sources(one["sources"], texts(library))


def test_reports(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.bin"
    bad.write_bytes(bytes(range(256)) * 20)
    code, out, err = run("add", bad, tmp_path / "missing.txt", "--json")
    assert code == 1 and len(err.strip().splitlines()) == 1 and "Traceback" not in err
    for report in json.loads(out):
        keys(report, REPORT)
        assert report["status"] == "failed" and report["error"]


def test_imported_lines_keep_their_id_as_ref(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    record = {"id": "n42", "title": "东湖区启用新图书馆", "date": "2024-05-06", "body": "东湖区新图书馆5月6日启用，藏书12万册。",
              "url": "https://example.org/1", "page": "A02", "source": "东湖报"}  # fmt: skip
    lines.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    db = tmp_path / "new.db"
    assert run("add", lines, at=db)[0] == 0
    (found,) = json.loads(run("articles", "--json", at=db)[1])
    assert (found["ref"], found["date"], found["url"], found["page"]) == (
        "n42",
        "2024-05-06",
        "https://example.org/1",
        "A02",
    )
    (hit, *_) = json.loads(run("search", "图书馆", "--json", at=db)[1])
    assert hit["ref"] == "n42"
