"""Saved web pages to lines of text: the articles stay, navigation, lists of other headlines and footers go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from index.errors import ReadError

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
    r"catalog|catalogue|title-?list|headlines?-?list|pager|page-?nav|search|login|ad|ads|hot|recommend|related|position|icp)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_FOOTER = re.compile(r"版权所有|ICP备|备案号|技术支持|网站标识码|公网安备|主办单位[：:].{2,40}承办")
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
    lines = "".join(_text(root)).replace("\xa0", " ").splitlines()
    kept = [line.strip(" \u3000") for line in lines]
    text = re.sub(
        r"\n{3,}", "\n\n", "\n".join(line for line in kept if not _FOOTER.search(line) or len(line) > 120)
    )
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
        yield (
            "\t".join(
                re.sub(r"\s+", "", "".join(cell.itertext())) for cell in node if cell.tag in ("td", "th")
            )
            + "\n"
        )
    else:
        yield _flat(node.text)
        for child in node:
            yield from _text(child)
    if block:
        yield "\n"
    yield _flat(node.tail)


def _is_layout(row: Any) -> bool:
    """A table row that only places blocks side by side holds no cells of data."""
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
    linked = sum(len("".join(link.itertext()).strip()) for link in links)
    return linked >= 0.75 * len("".join(node.itertext()).strip())
