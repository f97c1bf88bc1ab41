"""`bulletin-index bench --only index` on a small collection: every table, and the measures of quality."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.evaluation import bench_index
from index.evaluation.bench_corpus import drawn, read
from index.evaluation.bench_peers import OURS, PEERS, WITH_TAIL, present
from index.evaluation.bench_quality import ranked

PLACES = ("青石", "白沙", "红旗", "金水", "绿园", "黑山")


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    articles = [
        {
            "id": f"a{number}",
            "title": f"{place}镇志",
            "body": f"{place}镇位于县城以北。镇上有学校{number + 2}所。{place}镇的特产是{place}茶。",
        }
        for number, place in enumerate(PLACES)
    ]
    queries = [
        {
            "id": f"q{number}",
            "query": f"{place}镇的特产是什么？",
            "gold": [f"a{number}"],
            "answers": [f"{place}茶"],
        }
        for number, place in enumerate(PLACES)
    ]
    for name, records in (("articles", articles), ("queries", queries)):
        lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_a_drawn_corpus_is_always_the_same_and_like_running_text() -> None:
    corpus, again = drawn(300), drawn(300)
    assert corpus.tokens() == again.tokens() and corpus.asked() == again.asked()
    lengths = [len(words) for words in corpus.words()]
    assert 45 < sum(lengths) / len(lengths) < 65
    tokens = corpus.tokens()
    documents = [set(passage) for passage in tokens]
    assert sum("t0" in passage for passage in documents) > 200  # the most frequent word is in most passages
    assert all(query for query in corpus.asked()) and all(query for query in corpus.asked(keywords=True))


def test_every_engine_that_is_there_finds_the_passage(tmp_path: Path) -> None:
    corpus = drawn(200)
    tokens = corpus.tokens()
    for name in present(len(corpus)):
        if PEERS[name][1] == "numba":  # it compiles for seconds
            continue
        engine = PEERS[name][0]()
        engine.build(tokens)
        assert engine.top(tokens[7], 3)[0] == 7, name
        engine.add(tokens, ["tnew", "t0"])
        assert engine.top(["tnew"], 3)[0] == 200, name


def test_ours_is_opened_as_it_was_saved(tmp_path: Path) -> None:
    corpus = drawn(200)
    engine, opened = PEERS[OURS][0](), PEERS[OURS][0]()
    engine.build(corpus.tokens())
    engine.save(tmp_path)
    opened.open(tmp_path)
    for query in corpus.asked():
        assert opened.top(query, 10) == engine.top(query, 10)


def test_a_collection_is_read_and_its_quality_measured(
    collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = read(collection)
    assert len(corpus) == len(PLACES) and len(corpus.queries) == len(PLACES)
    monkeypatch.setattr("index.evaluation.bench_quality.present", lambda size: ["rank_bm25"])
    heading, rows = ranked(collection)
    assert heading.startswith(f"质量：{len(PLACES)} 个问题")
    own = next(line for line in rows.splitlines() if line.startswith("bulletin-bot search"))
    assert own.split()[2:4] == ["1.0000", "1.0000"]
    assert any(line.startswith("rank_bm25") for line in rows.splitlines())


def test_a_missing_collection_is_one_sentence(tmp_path: Path) -> None:
    from index.errors import LibraryError

    with pytest.raises(LibraryError, match="没有文件"):
        list(bench_index.run(large=False, corpus=str(tmp_path / "no"), output=None))


def test_cost_against_size_is_drawn_and_judged(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    from index.evaluation.bench_plot import chart

    points = {"bulletin-bot": [(1000, 0.05), (10000, 0.09)], "other": [(1000, 0.1), (10000, 1.0)]}
    assert "index.png" in chart({"questions": points, "keywords": points}, tmp_path / "index.png")
    assert (tmp_path / "index.png").read_bytes().startswith(b"\x89PNG")


def test_the_verdict_names_the_best_peer_of_each_kind() -> None:
    held = {
        OURS: {"questions": 0.2, "keywords": 0.1},
        WITH_TAIL: {"questions": 0.3, "keywords": 0.15},
        "a": {"questions": 0.4, "keywords": 0.4},
        "b": {"questions": 0.5, "keywords": 0.2},
    }
    questions, keywords = bench_index._verdict(10_000, held).splitlines()
    assert "整句最快的别的引擎：a；本项目为它的 0.50 倍（应不超过 1.05）" in questions and "1.50 倍" in questions
    assert "词组最快的别的引擎：b；本项目为它的 0.50 倍" in keywords
