"""PDF files: text by columns, tables cell by cell, scanned pages by recognising characters."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from index.errors import ReadError
from index.ingest.formats.arrange import Piece, arranged
from index.ingest.formats.limits import Watch
from index.language.lexicon import load_pattern

_DPI = 200  # of a page that is drawn for recognition
_POINTS = 72
_NAMED_PAGES = 20  # page numbers in a warning
_FEW = 8  # characters: a page with fewer and a picture is a scan
_HEADS = 2  # lines at both ends of a page that may be printed on every page
_PAGE_NUMBER = load_pattern("ingest.pdf.page_number")
_NO_SPAN = re.compile(r"[\r\n\t]+\s*")


def read_pdf(data: bytes, name: str, watch: Watch) -> tuple[str, tuple[str, ...]]:
    """(text, warnings): pages one after another, columns in reading order, table rows with tabs.

    Raises:
        ReadError: locked, damaged, too many pages, or nothing but pictures and no recognition installed.
    """
    scans = _check(data, name, watch)
    pages: list[str] = []
    unread: list[int] = []
    drawn: list[int] = []
    try:
        for number, text in enumerate(_pages(data, watch)):
            if len("".join(text.split())) < _FEW and number in scans:
                recognised = _recognised(data, number, name)
                (unread if recognised is None else drawn).append(number + 1)
                text = recognised or text
            pages.append(text.strip("\n"))
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(f"{name}：PDF 已损坏或不完整，请重新下载或另存后再导入。") from error
    text = "\n\n".join(page for page in without_running_heads(pages) if page) + "\n"
    if not text.strip():
        raise ReadError(_nothing(name, bool(unread)))
    return text, tuple(_doubts(unread, drawn))


def _doubts(unread: Sequence[int], drawn: Sequence[int]) -> Iterator[str]:
    """Sentences about pages that are pictures: not read, and recognised."""
    for pages, says in ((unread, f"没有读：{_INSTALL}"), (drawn, "文字是识别出来的，请核对数字和人名")):
        if pages:
            more = "等" if len(pages) > _NAMED_PAGES else ""
            yield f"第 {'、'.join(map(str, pages[:_NAMED_PAGES]))}{more} 页是扫描的图片，{says}。"


_INSTALL = "请先安装文字识别 pip install 'bulletin-bot[ocr]'"


def without_running_heads(pages: Sequence[str]) -> list[str]:
    """The pages without page numbers, and without first and last lines that stood on the page before."""
    found: list[str] = []
    before: set[str] = set()
    for page in pages:
        lines = page.split("\n")
        filled = [at for at, line in enumerate(lines) if line.strip()]
        edges = [*filled[:_HEADS], *filled[-_HEADS:]]
        shapes = {at: re.sub(r"\d+", "0", lines[at].strip()) for at in edges}
        gone = {at for at in edges if _PAGE_NUMBER.match(lines[at]) or shapes[at] in before}
        before = set(shapes.values())
        found.append("\n".join(line for at, line in enumerate(lines) if at not in gone).strip("\n"))
    return found


def _nothing(name: str, scanned: bool) -> str:
    if scanned:
        return f"{name}：PDF 是扫描的图片，{_INSTALL}，再导入。"
    return f"{name}：PDF 里没有文字，请换一个有文字的文件。"


def _check(data: bytes, name: str, watch: Watch) -> frozenset[int]:
    """Numbers of the pages that hold a picture. Raises ReadError for what can't be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError(f"{name}：PDF 有密码保护，请去掉密码后再导入。") from None
        raise ReadError(f"{name}：PDF 已损坏或不完整，请重新下载或另存后再导入。") from None
    try:
        watch.check_pages(len(document))
        picture = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        found = set()
        for number in range(len(document)):
            page = document[number]
            if next(iter(page.get_objects(filter=(picture,), max_depth=3)), None) is not None:
                found.add(number)
            page.close()
        return frozenset(found)
    finally:
        document.close()


def _pages(data: bytes, watch: Watch) -> Iterator[str]:
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(BytesIO(data)) as document:
        for page in document.pages:
            watch.check_time()
            yield arranged(_pieces(page))
            page.close()


def _pieces(page: Any) -> list[Piece]:
    """Lines of text and whole tables, with their places."""
    tables = [table for table in page.find_tables() if _is_table(table)] if page.rects or page.lines else []
    boxes = [table.bbox for table in tables]
    found = [_table(table) for table in tables]
    for word in page.dedupe_chars().extract_words(
        keep_blank_chars=False,
        x_tolerance_ratio=0.45,
        y_tolerance=2,
        extra_attrs=["size"],
        use_text_flow=False,
    ):
        middle = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        if not any(b[0] <= middle[0] <= b[2] and b[1] <= middle[1] <= b[3] for b in boxes):
            text = word["text"].replace("\t", " ")
            found.append(
                Piece(word["x0"], word["top"], word["x1"], word["bottom"], text, float(word["size"]))
            )
    return found


def _is_table(table: Any) -> bool:
    """At least two rows and two columns of cells; a frame around text is no table."""
    rows = table.extract()
    return len(rows) >= 2 and max(sum(bool(cell) for cell in row) for row in rows) >= 2


def _table(table: Any) -> Piece:
    lines = [
        "\t".join(_NO_SPAN.sub("", cell or "").strip() for cell in row)
        for row in _filled_down(table.extract())
    ]
    x0, top, x1, bottom = table.bbox
    return Piece(x0, top, x1, bottom, "\n".join(lines), 10.0, fixed=True)


def _filled_down(rows: Sequence[Sequence[str | None]]) -> list[list[str]]:
    """A cell that spans rows (None below it) is repeated unless it holds a figure."""
    found: list[list[str]] = []
    for number, row in enumerate(rows):
        filled = []
        for at, cell in enumerate(row):
            above = found[number - 1][at] if number > 1 else ""
            spans = cell is None and not re.search(r"\d", above)
            filled.append(above if spans else cell or "")
        found.append(filled)
    return found


def _recognised(data: bytes, number: int, name: str) -> str | None:
    """The text of a scanned page; None where recognition is not installed."""
    import pypdfium2

    from index.ingest.formats.scans import installed, recognise

    if not installed():
        return None
    document = pypdfium2.PdfDocument(data)
    try:
        image = document[number].render(scale=_DPI / _POINTS).to_numpy()
        return arranged(recognise(image, name))
    finally:
        document.close()
