"""Everything out again, as JSON lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.errors import LibraryError
from index.library import Library
from index.library import serialise as to

_KINDS: dict[str, Callable[[Library], Iterator[to.Json]]] = {
    "articles": lambda library: map(to.export_json, library.articles()),
    "projects": lambda library: map(to.project_json, library.catalogue()),
    "batches": lambda library: map(to.batch_json, library.stated_batches()),
    "facts": lambda library: map(to.stated_fact_json, library.stated_facts()),
    "flags": lambda library: map(to.flag_json, library.flags()),
}
KINDS = tuple(_KINDS)
"""What can be exported; articles come in the form in which they can be added again."""


def export(library: Library, kind: str = "articles") -> Iterator[str]:
    """One JSON line for each thing of ``kind``."""
    if kind not in _KINDS:
        raise LibraryError(f"不能导出 {kind}：应为 {'、'.join(KINDS)} 之一。")
    for record in _KINDS[kind](library):
        yield to.dumps(record)
