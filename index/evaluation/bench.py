"""``bulletin-index bench``: what is measured, one table after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

from index.errors import LibraryError

NAMES = tuple(
    name
    for name in ("start", "questions", "index", "reading")
    if find_spec(f"index.evaluation.bench_{name}") is not None
)
"""Benches, each a module ``bench_…`` with a function ``run``."""


class Bench(Protocol):
    """A bench yields lines to print as they are known."""

    def run(self, *, large: bool, corpus: str | None, output: Path | None) -> Iterator[str]: ...


def run(
    only: Sequence[str] | None = None,
    *,
    large: bool = False,
    corpus: str | None = None,
    output: Path | None = None,
) -> Iterator[str]:
    """The lines of all benches, or of those in ``only``. Raises LibraryError for an unknown name."""
    for name in only or ():
        if name not in NAMES:
            raise LibraryError(f"没有叫 {name} 的测量：应为 {'、'.join(NAMES)} 之一。")
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
    for name in only or NAMES:
        bench = cast(Bench, import_module(f"index.evaluation.bench_{name}"))
        yield f"== {name}"
        yield from bench.run(large=large, corpus=corpus, output=output)
        yield ""
