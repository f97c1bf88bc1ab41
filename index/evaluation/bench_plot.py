"""Cost against size as a picture, both axes logarithmic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path


def chart(panels: Mapping[str, Mapping[str, Sequence[tuple[int, float]]]], file: Path) -> str:
    """A line about the picture that was written to ``file``, or why there is none.

    Args:
        panels: of each kind of query, (passages, milliseconds a query) of each engine.
    """
    if find_spec("matplotlib") is None:
        return "没有装 matplotlib，不画图：用 make bench 安装。"
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, drawn = pyplot.subplots(
        1, len(panels), figsize=(7 * len(panels), 5), sharey=True, squeeze=False, layout="constrained"
    )
    for axes, (kind, series) in zip(drawn[0], panels.items(), strict=True):
        for number, (name, points) in enumerate(series.items()):
            style = "o-" if number < 2 else "s--"
            axes.loglog(*zip(*points, strict=True), style, label=name, linewidth=2.5 if number == 0 else 1.2)
        axes.set(xlabel="passages", ylabel="ms a query (median, top 10)", title=f"Cost against size: {kind}")
        axes.grid(True, which="both", alpha=0.3)
    drawn[0][0].legend()
    figure.savefig(file, dpi=120)
    pyplot.close(figure)
    return f"图：{file}"
