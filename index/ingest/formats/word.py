"""Word files: paragraphs and tables in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from index.errors import ReadError
from index.ingest.formats.limits import Watch

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}instrText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_TITLE = re.compile(r"^(?:Title|Heading ?1|标题 ?1?)$", re.IGNORECASE)


def read_docx(data: bytes, name: str, watch: Watch) -> str:
    """The text of a Word file: page header, paragraphs and tables in order, page footer.

    A paragraph is a line; a table's row is a line with tabs; a cell that spans rows is repeated unless it
    is a figure. Deleted (tracked) text is left out.

    Raises:
        ReadError: not a Word file, or no text in it.
    """
    from docx import Document

    try:
        document = Document(BytesIO(data))
        header, footer = _edges(document)
        lines = [*header, *_body(document, watch), *footer]
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(f"{name}：Word 文件已损坏或不完整，请重新保存为 docx 后再导入。") from error
    text = re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines).strip("\n")) + "\n"
    if not text.strip():
        raise ReadError(f"{name}：Word 文件里没有文字；如果是扫描的图片，请先导出为 PDF 再导入。")
    return text


def _edges(document: Any) -> tuple[list[str], list[str]]:
    """Lines of the page headers and of the page footers, each once."""
    found: tuple[list[str], list[str]] = ([], [])
    for section in document.sections:
        for part, kept in zip((section.header, section.footer), found, strict=True):
            for paragraph in part.paragraphs:
                text = _text(paragraph._p).strip()
                if text and text not in kept and not re.fullmatch(r"[\d\s/—\-·第页共]+", text):
                    kept.append(text)
    return found


def _body(document: Any, watch: Watch) -> Iterator[str]:
    styles = {style.style_id: style.name or "" for style in document.styles}
    for number, element in enumerate(_elements(document.element.body)):
        if number % 200 == 0:
            watch.check_time()
        if element.tag == f"{_W}tbl":
            yield ""
            yield from _table(element)
            yield ""
            continue
        text = _text(element)
        mark = element.find(f"{_W}pPr/{_W}pStyle")
        if mark is not None and text.strip() and _TITLE.match(styles.get(mark.get(f"{_W}val"), "")):
            yield from ("", "", text, "")
        else:
            yield text


def _elements(body: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls."""
    for element in body:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag == f"{_W}sdt":
            content = element.find(f"{_W}sdtContent")
            if content is not None:
                yield from _elements(content)


def _text(element: Any) -> str:
    return "".join(_runs(element))


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            yield (child.text or "").replace("\t", " ").replace("\n", " ")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield " "
        else:
            yield from _runs(child)


def _table(table: Any) -> Iterator[str]:
    """The rows; merged cells fill their columns with one text and empty cells."""
    above: dict[int, str] = {}
    for row in table.iter(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc"):
            text = re.sub(r"\s+", " ", "".join(_text(p) for p in cell.iter(f"{_W}p"))).strip()
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            column = len(cells)
            if merged is not None and merged.get(f"{_W}val") != "restart" and not text:
                text = above.get(column, "")
                text = "" if re.search(r"\d", text) else text
            else:
                above[column] = text
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            cells += [text, *[""] * (int(span.get(f"{_W}val")) - 1 if span is not None else 0)]
        yield "\t".join(cells)
