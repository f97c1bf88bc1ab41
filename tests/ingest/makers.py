"""Files in binary formats, made for the tests: Word, workbooks, PDFs, archives."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

Row = Sequence[str]
Part = str | tuple[str, str] | list[Row]
"""A paragraph; (style, paragraph); or a table."""


def docx(parts: Sequence[Part]) -> bytes:
    """A Word file of paragraphs and tables in this order."""
    from docx import Document

    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        elif isinstance(part, tuple):
            document.add_paragraph(part[1], style=part[0])
        else:
            table = document.add_table(len(part), len(part[0]))
            for row, cells in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx(sheets: dict[str, list[list[object]]]) -> bytes:
    """A workbook; a cell that begins with = is a formula without a stored result."""
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def archive(files: dict[str, bytes], encoding: str | None = None) -> bytes:
    """A zip file; with ``encoding`` its names are written as old programs do."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    if encoding is None:
        return out.getvalue()
    raw = out.getvalue()
    for name in files:
        if not name.isascii():
            old, new = name.encode(), name.encode(encoding)
            raw = _renamed(raw, old, new)
    return raw


def _renamed(raw: bytes, old: bytes, new: bytes) -> bytes:
    """Archives with one file only: the name and its length in both headers, and no UTF-8 flag."""
    data = bytearray(raw)
    shrink = len(old) - len(new)
    for signature, flags, length, name in ((b"PK\x01\x02", 8, 28, 46), (b"PK\x03\x04", 6, 26, 30)):
        at = data.rindex(signature)
        data[at + flags + 1] &= 0xF7
        data[at + length : at + length + 2] = len(new).to_bytes(2, "little")
        data[at + name : at + name + len(old)] = new
    end = data.rindex(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    data[end + 12 : end + 16] = (size - shrink).to_bytes(4, "little")
    data[end + 16 : end + 20] = (start - shrink).to_bytes(4, "little")
    return bytes(data)


class Pdf:
    """Pages of text at given places, 595 by 842 points, in a Chinese font that readers bring along."""

    def __init__(self) -> None:
        self._pages: list[list[str]] = []
        self.page()

    def page(self) -> None:
        """Begins a page."""
        self._pages.append([])

    def text(self, x: float, y: float, text: str, size: float = 10) -> None:
        """One line; (x, y) from the top left corner to its base line."""
        self._pages[-1].append(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {842 - y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
        )

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = 10, leading: float = 1.5) -> None:
        """Lines below each other."""
        for number, line in enumerate(lines):
            if line:
                self.text(x, y + number * size * leading, line, size)

    def column(self, x: float, y: float, text: str, width: int, size: float = 10) -> float:
        """Paragraphs (lines of ``text``) wrapped at ``width`` characters, set in by two; returns where it ends."""
        for paragraph in text.split("\n"):
            line = "\u3000\u3000" + paragraph
            while line:
                indent = 2 if line.startswith("\u3000\u3000") else 0
                self.text(x + indent * size, y, line[indent:width], size)
                line, y = line[width:], y + 1.5 * size
        return y

    def table(
        self, x: float, y: float, rows: Sequence[Row], widths: Sequence[float], size: float = 9
    ) -> float:
        """A ruled table; line breaks in cells are lines; returns where it ends."""
        edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
        top = y
        rules = [y]
        for row in rows:
            height = max(cell.count("\n") + 1 for cell in row) * size * 1.4 + 4
            for edge, cell in zip(edges, row, strict=False):
                for number, line in enumerate(cell.split("\n")):
                    if line:
                        self.text(edge + 2, y + size * 1.2 + number * size * 1.4, line, size)
            y += height
            rules.append(y)
        draw = [f"{edges[0]} {842 - r} m {edges[-1]} {842 - r} l S" for r in rules]
        draw += [f"{e} {842 - top} m {e} {842 - y} l S" for e in edges]
        self._pages[-1] += draw
        return y

    def picture(self) -> None:
        """A grey picture over the whole page, as a scan has."""
        self._pages[-1].append(
            "q 595 0 0 842 0 0 cm BI /W 8 /H 8 /CS /G /BPC 8 /F /AHx ID " + "c0" * 64 + "> EI Q"
        )

    def data(self, *, locked: bool = False) -> bytes:
        """The file; ``locked``: with a password that nobody knows."""
        count = len(self._pages)
        kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
            "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        ]
        bodies = [one.encode() for one in objects]
        for number, page in enumerate(self._pages):
            packed = zlib.compress("\n".join(page).encode())
            bodies.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                f"/Contents {7 + 2 * number} 0 R >>".encode()
            )
            bodies.append(
                f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
                + packed
                + b"\nendstream"
            )
        return _file(bodies, _LOCK if locked else "")


_LOCK = (
    f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >>"
    f" /ID [<{'01' * 16}> <{'01' * 16}>]"
)


def _file(bodies: Sequence[bytes], lock: str) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R{lock} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
