"""Small hand-made articles."""

from __future__ import annotations

import hashlib

from index.records import (
    Article,
    Batch,
    Block,
    Extraction,
    Fact,
    MappedText,
    Passage,
    Person,
    ProjectRow,
    Sentence,
)

TEXT = "澄河区二季度集中开工项目34个，总投资118.6亿元。其中产业项目19个，由区委书记梁启文宣布开工。"


def article(
    text: str = TEXT,
    headline: str = "澄河区集中开工34个重大项目",
    *,
    district: str = "澄河区",
    **more: object,
) -> Article:
    """An article of one paragraph; its id is the hash of headline, text and ref."""
    ref = more.get("ref")
    identity = hashlib.sha256(f"{headline}\n{text}\n{ref}".encode()).hexdigest()[:16]
    body = Block("paragraph", MappedText.of(text, [(0, len(text))]))
    values = {"kind": "news", "title": headline, "headlines": (headline,), "file": "a.txt", **more}
    return Article(id=identity, text=text, blocks=(body,), district=district, **values)  # type: ignore[arg-type]


def says(text: str = TEXT, facts: int = 3, sentences: int = 1) -> Extraction:
    """One project, one batch, one person and some facts on each sentence."""
    whole = MappedText.of(text, [(0, len(text))])
    spans = whole.spans()
    return Extraction(
        sentences=tuple(Sentence(n, 0, whole, "paragraph") for n in range(sentences)),
        passages=(Passage(0, text, tuple(range(sentences)), spans),),
        projects=(ProjectRow("城南智造园", ("智造园",), "集中开工", 7, "开工", "澄河区", evidence=spans),),
        batches=(Batch("集中开工", 7, "开工", "澄河区", count=34, total=118.6, evidence=spans),),
        facts=tuple(
            Fact(
                "money",
                f"项目{n}",
                "总投资",
                f"{n}亿元",
                float(n),
                "亿元",
                7,
                "开工",
                sentence=s,
                evidence=spans,
            )
            for s in range(sentences)
            for n in range(facts)
        ),
        people=(Person("梁启文", "区委书记", roles=("宣布开工",), evidence=spans),),
    )
