"""Do the database and the search index agree with themselves and with each other?"""

from __future__ import annotations

from pathlib import Path

from index.errors import IndexMismatch
from index.library.documents import documents
from index.library.searching import Held
from index.retrieval import file
from index.storage import Store


def problems(store: Store, held: Held, index: Path) -> tuple[str, ...]:
    """What is wrong, a sentence each; empty when all is well. ``index``: where the search index is kept."""
    found = list(store.problems())
    if index.exists():
        try:
            file.read(index, {}, whole=True)
        except (IndexMismatch, OSError):
            found.append(f"检索索引 {index} 已损坏，请删除这个文件，下次会重建")
    if found:
        return tuple(found)
    view = held.view
    wanted: set[str] = set()
    for article in view.ids():
        text = view.article(article).text
        says = view.extraction(article)
        wanted |= {document.key for document in documents(view.article(article), says)}
        spans = [span for fact in says.facts for span in fact.evidence]
        spans += [span for row in says.projects for span in row.evidence]
        if any(not 0 <= start <= end <= len(text) for start, end in spans):
            found.append(f"文章 {article} 的出处超出原文，请删除后重新导入")
    indexed = {document.key for document in held.engine.documents()}
    if wanted - indexed:
        found.append(f"检索索引缺少 {len(wanted - indexed)} 条，请删除 {store.path}.index 后重试")
    if indexed - wanted:
        found.append(f"检索索引多出 {len(indexed - wanted)} 条，请删除 {store.path}.index 后重试")
    return tuple(found)
