"""Saved web pages to lines of text: the articles stay, navigation, lists of other headlines and footers go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.errors import ReadError
from index.ingest.formats.limits import watched
from index.language.lexicon import load_pattern

_DROPPED = {
    "script",
    "style",
    "nav",
    "footer",
    "form",
    "button",
    "select",
    "iframe",
    "noscript",
    "aside",
    "head",
    "svg",
}
_BLOCKS = {
    "p",
    "td",
    "th",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "section",
    "article",
    "header",
    "main",
    "blockquote",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "hr",
    "pre",
    "caption",
    "tbody",
    "thead",
    "center",
}
_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav|menu|foot|footer|copyright|crumbs?|breadcrumb|side|sidebar|share|banner|topbar|toolbar|links?|friend|"
    r"catalog|catalogue|title-?list|headlines?-?list|pager|page-?nav|search|login|ad|ads|hot|recommend|related|position|icp|comments?|discuss|reply|logo|site-?header|page-?header|qrcode|tags?)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_FOOTER = load_pattern("ingest.html.footer")
_LETTERS = re.compile(r"\W+")
_LONGEST_CELL = 60  # code points of one cell in which line breaks only wrap
_LINKS = 3  # links from here on, with hardly any other text, are a list of other pages


def read_html(markup: str, name: str) -> tuple[str, str | None]:
    """(text in lines, address of the page if it tells).

    Raises:
        ReadError: there is no text.
    """
    from lxml import html

    try:
        root = html.fromstring(markup)
    except Exception as error:
        raise ReadError(f"{name}：不是可读的网页，请另存为完整的 HTML 或文本后再导入。") from error
    _join_cells(root)
    lines = "".join(watched(_text(root))).replace("\xa0", " ").splitlines()
    kept = [line.strip(" \u3000") for line in lines]
    text = "\n".join(line for line in kept if not _FOOTER.search(line) or len(line) > 120)
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<=\t)([^\n]*)\n\n+(?=[^\n]*\t)", r"\1\n", text))
    address = root.xpath("string(//link[@rel='canonical']/@href)") or None
    if not text.strip():
        raise ReadError(f"{name}：网页里没有文字，请换一个文件。")
    return text.strip("\n") + "\n", str(address) if address else None


def _text(node: Any) -> Iterator[str]:
    """Text of a node with line breaks around blocks; cells of a table row are divided by tabs."""
    tag = node.tag if isinstance(node.tag, str) else ""
    if tag in _DROPPED or not tag or _named_away(node) or _is_link_list(node):
        yield _flat(node.tail)
        return
    if tag == "br":
        yield "\n" + _flat(node.tail).lstrip()
        return
    block = tag in _BLOCKS
    if block:
        yield "\n\n" if tag in ("p", "table", "h1", "h2", "h3", "h4") else "\n"
    if tag == "tr" and not _is_layout(node):
        joined = node.get("data-cells") is not None
        yield (node.text if joined else "\t".join(_plain_cells(node))) + "\n"
    else:
        yield _flat(node.text)
        for child in watched(node):
            yield from _text(child)
    if block:
        yield "\n"
    yield _flat(node.tail)


def _join_cells(root: Any) -> None:
    """Writes each row of data as its cells with tabs between.

    A cell over several columns is followed by empty ones; one that spans rows is repeated below unless it
    holds a figure. Rows of links and rows that only place blocks stay as they are.
    """
    for table in root.iter("table"):
        hanging: dict[int, tuple[int, str]] = {}
        for row in table.xpath("./tr|./tbody/tr|./thead/tr|./tfoot/tr"):
            if _is_layout(row) or row.find(".//a") is not None:
                continue
            cells = _placed(row, hanging)
            for child in list(row):
                row.remove(child)
            row.text = "\t".join(cells)
            row.set("data-cells", "")


def _placed(row: Any, hanging: dict[int, tuple[int, str]]) -> list[str]:
    found: list[str] = []

    def fill() -> None:
        while len(found) in hanging and hanging[len(found)][0] > 0:
            left, text = hanging[len(found)]
            hanging[len(found)] = (left - 1, text)
            found.append("" if re.search(r"\d", text) else text)

    for cell in row:
        if cell.tag not in ("td", "th"):
            continue
        fill()
        text = _cell(cell)
        down, across = _span(cell, "rowspan"), _span(cell, "colspan")
        for number in range(across):
            hanging[len(found)] = (down - 1, text if not number else "")
            found.append(text if not number else "")
    fill()
    return found


def _span(cell: Any, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return min(max(int(value), 1), 200) if value.isascii() and value.isdigit() else 1


def _cell(cell: Any) -> str:
    """Text of a cell on one line; blanks inside it stay."""
    text = re.sub(r"[ \t]*[\r\n]\s*|\t+", "", "".join(cell.itertext()))
    return re.sub(r"[ \xa0]{2,}", " ", text).strip()


def _plain_cells(row: Any) -> list[str]:
    return [_cell(cell) for cell in row if cell.tag in ("td", "th")]


def _is_layout(row: Any) -> bool:
    """A table row that only places blocks side by side, or one text with line breaks, holds no cells of data."""
    cells = row.xpath("./td|./th")
    if len(cells) == 1 and cells[0].find(".//br") is not None:
        return len("".join(cells[0].itertext())) > _LONGEST_CELL
    return bool(row.xpath(".//p|.//div|.//table|.//h1|.//h2|.//h3|.//h4|.//ul|.//ol"))


def _flat(text: str | None) -> str:
    return re.sub(r"[\r\n\t]+\s*", "", text) if text else ""


def _named_away(node: Any) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(_NAMES.search(names)) and len("".join(node.itertext())) < 1500


def _is_link_list(node: Any) -> bool:
    """A block that is hardly more than links to other pages."""
    if node.tag not in ("div", "ul", "ol", "table", "section", "p", "td"):
        return False
    links = node.xpath(".//a")
    if len(links) < _LINKS:
        return False
    linked = sum(len(_LETTERS.sub("", "".join(link.itertext()))) for link in links)
    return linked >= 0.75 * len(_LETTERS.sub("", "".join(node.itertext())))
