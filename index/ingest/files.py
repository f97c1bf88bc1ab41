"""Which files are read, and how each becomes articles."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from index.errors import ReadError
from index.ingest.articles.doubts import doubts
from index.ingest.articles.layout import article_id, read_page
from index.ingest.formats.encodings import declared, decode, not_text
from index.ingest.formats.limits import Limits, Watch, running
from index.records import Article

_TEXT = (".txt", ".md", ".text", ".markdown")
_WEB = (".html", ".htm", ".xhtml", ".shtml")
_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp")
SUFFIXES = (*_TEXT, *_WEB, *_PICTURES, ".csv", ".tsv", ".jsonl", ".pdf", ".docx", ".xlsx", ".zip")
"""Endings of the files that are looked for in folders."""

_DEEPEST = 2  # archives inside archives
_REASONS = 2  # files of an archive whose reasons are told where none could be read
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"%PDF-", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"BM", ".bmp"),
    (b"II*\x00", ".tif"), (b"MM\x00*", ".tif"), (b"RIFF", ".webp"),
)  # fmt: skip


_FOREIGN = re.compile(
    rb"MZ[^\t\r\n -~]|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\x1f\x8b|7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ"
    rb"|\x28\xb5\x2f\xfd|SQLite format 3|\x00asm|ID3[\x02-\x04]|OggS\x00|fLaC|....ftyp|GIF8[79]a|\x00\x00\x01\x00",
    re.DOTALL,
)
"""First bytes of programs, other archives, databases, sound and films."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds.

    Attributes:
        file: its name. articles: in order, their spans in the text that was read.
        warnings: sentences about what is doubtful. content_hash: of the file. text: what was read.
    """

    file: str
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()
    content_hash: str = ""
    text: str = ""


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are; of folders the readable files below them, sorted.

    Hidden files and the folders that browsers save beside a page (…_files) are left out.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if _wanted(p.relative_to(path)) and p.is_file())
        else:
            yield path


def _wanted(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not any(
        part.startswith((".", "~$")) or part.endswith(("_files", ".files")) for part in path.parts
    )


def read_file(path: Path, *, limits: Limits | None = None, name: str | None = None) -> Reading:
    """The articles of one file.

    Raises:
        ReadError: the file is missing, empty, too large, damaged, or holds no text.
    """
    shown = name or path.name
    watch = Watch(shown, limits or Limits())
    try:
        watch.check_bytes(path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{shown}：找不到这个文件，请检查路径。") from error
    except OSError as error:
        reason = "没有权限" if isinstance(error, PermissionError) else error.strerror
        raise ReadError(f"{shown}：无法读取（{reason}），请检查文件和权限。") from error
    with running(watch):
        reading = read_bytes(data, shown, watch=watch, suffix=path.suffix.lower())
    watch.check_articles(len(reading.articles))
    return reading


def read_bytes(
    data: bytes, name: str, *, watch: Watch | None = None, suffix: str | None = None, depth: int = 0
) -> Reading:
    """The articles of a file's bytes; its format is known by its ending and its first bytes.

    Raises:
        ReadError: empty, too large, damaged, or without text.
    """
    watch = watch or Watch(name, Limits())
    kind = _kind(data, suffix if suffix is not None else PurePosixPath(name).suffix.lower(), name)
    reading = _reader(kind)(data, name, watch) if kind != ".zip" else _read_zip(data, name, watch, depth)
    return replace(reading, content_hash=hashlib.sha256(data).hexdigest())


def _kind(data: bytes, suffix: str, name: str) -> str:
    if not data.strip():
        raise ReadError(f"{name}：文件是空的，请换一个有内容的文件。")
    if _FOREIGN.match(data):
        raise not_text(name)
    if data.startswith(_OLD):
        raise ReadError(f"{name}：是旧版或有密码的 Office 文件，请另存为不带密码的 docx 或 xlsx 后再导入。")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, suffix)
    if suffix in (".docx", ".xlsx", ".zip"):
        raise ReadError(f"{name}：文件已损坏或不完整，请重新保存后再导入。")
    found = next((kind for mark, kind in _MAGIC if data[:1024].lstrip().startswith(mark)), None)
    if found is not None and (suffix not in (*_TEXT, ".csv", ".jsonl") or found == ".pdf"):
        return found
    if suffix == ".pdf":
        raise ReadError(f"{name}：PDF 已损坏或不完整，请重新下载或另存后再导入。")
    if suffix in _PICTURES:
        raise ReadError(f"{name}：图片打不开或已损坏，请换一张图片。")
    return suffix


def _kind_of_zip(data: bytes, suffix: str) -> str:
    """Word files and workbooks are archives, too; what lies inside tells."""
    if b"word/document.xml" in data:
        return ".docx"
    if b"xl/workbook.xml" in data:
        return ".xlsx"
    return suffix if suffix in (".docx", ".xlsx") else ".zip"


def _reader(kind: str) -> Callable[[bytes, str, Watch], Reading]:
    readers: dict[str, Callable[[bytes, str, Watch], Reading]] = {
        ".csv": _read_csv, ".tsv": _read_csv, ".jsonl": _read_jsonl, ".pdf": _read_pdf, ".docx": _read_docx,
        ".xlsx": _read_xlsx, **dict.fromkeys(_WEB, _read_web), **dict.fromkeys(_PICTURES, _read_picture),
    }  # fmt: skip
    return readers.get(kind, _read_plain)


def _read_plain(data: bytes, name: str, watch: Watch) -> Reading:
    text, warnings = decode(data, name)
    return _warned(read_text(text, name), warnings)


def _read_web(data: bytes, name: str, watch: Watch) -> Reading:
    from index.ingest.formats.html import read_html

    markup = declared(data)
    text, warnings = (markup, ()) if markup is not None else decode(data, name)
    plain, address = read_html(text, name)
    return _warned(read_text(plain, name, url=address), warnings)


def _read_csv(data: bytes, name: str, watch: Watch) -> Reading:
    from index.ingest.sheets import read_csv

    text, warnings = decode(data, name)
    return Reading(name, read_csv(text, name), warnings, text=text)


def _read_xlsx(data: bytes, name: str, watch: Watch) -> Reading:
    from index.ingest.sheets import read_workbook

    text, articles, warnings = read_workbook(data, name, watch)
    return Reading(name, articles, warnings, text=text)


def _read_docx(data: bytes, name: str, watch: Watch) -> Reading:
    from index.ingest.formats.word import read_docx

    return read_text(read_docx(data, name, watch), name)


def _read_pdf(data: bytes, name: str, watch: Watch) -> Reading:
    from index.ingest.formats.pdf import read_pdf

    text, warnings = read_pdf(data, name, watch)
    return _warned(read_text(text, name), warnings)


def _read_picture(data: bytes, name: str, watch: Watch) -> Reading:
    from index.ingest.formats.scans import read_image

    text, warnings = read_image(data, name)
    return _warned(read_text(text, name), warnings)


def _warned(reading: Reading, warnings: tuple[str, ...]) -> Reading:
    return replace(reading, warnings=(*warnings, *reading.warnings))


def _read_zip(data: bytes, name: str, watch: Watch, depth: int) -> Reading:
    """The articles of all files of an archive; a file that fails gives its sentence as a warning."""
    from index.ingest.formats.archive import members

    if depth >= _DEEPEST:
        raise ReadError(f"{name}：压缩包里的压缩包套得太深，请解开后再导入。")
    articles: list[Article] = []
    warnings: list[str] = []
    for member in members(data, name, watch):
        if member.error is not None:
            warnings.append(member.error)
            continue
        suffix = PurePosixPath(member.name).suffix.lower()
        if suffix not in SUFFIXES:
            warnings.append(f"{member.name}：不是能导入的格式，已跳过。")
            continue
        try:
            inside = read_bytes(member.data, member.name, watch=watch, suffix=suffix, depth=depth + 1)
        except ReadError as error:
            if watch.name in str(error).split("：", 1)[0] and "BULLETIN_MAX" in str(error):
                raise
            warnings.append(str(error))
            continue
        articles.extend(inside.articles)
        warnings.extend(w if w.startswith(member.name) else f"{member.name}：{w}" for w in inside.warnings)
    if not articles:
        more = f" 另有 {len(warnings) - _REASONS} 个文件也不能导入。" if len(warnings) > _REASONS else ""
        reasons = " ".join(warnings[:_REASONS]) + more
        raise ReadError(f"{name}：压缩包里没有能导入的文件。{reasons}")
    return Reading(name, tuple(articles), tuple(warnings))


def read_text(text: str, name: str, *, url: str | None = None) -> Reading:
    """The articles of a page that is text already.

    Raises:
        ReadError: there is nothing but white space.
    """
    if not text.strip():
        raise ReadError(f"{name}：文件是空的，请换一个有内容的文件。")
    articles = read_page(text, name, url)
    warnings = tuple(doubts(articles))
    hashed = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Reading(name, articles, warnings, hashed, text)


def _read_jsonl(data: bytes, name: str, watch: Watch) -> Reading:
    text, decoding = decode(data, name)
    articles: list[Article] = []
    warnings: list[str] = list(decoding)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if number % 100 == 0:
            watch.check_time()
            watch.check_articles(len(articles))
        try:
            record = json.loads(line)
            body = record["body"]
            if not isinstance(body, str) or not body.strip():
                raise TypeError(body)
        except (ValueError, KeyError, TypeError, RecursionError):
            warnings.append(f"第{number}行不是有效的文章，已跳过。")
            continue
        articles.extend(_from_record(record, body, name))
    if not articles:
        raise ReadError(f"{name}：没有一行是有效的文章，每行应是带 body 的 JSON。")
    return Reading(name, tuple(articles), (*warnings, *doubts(articles)), text=text)


def _from_record(record: dict[str, object], body: str, name: str) -> list[Article]:
    title = str(record.get("title") or "").strip()
    text = f"{title}\n\n{body}" if title else body
    found = read_page(text, name, str(record["url"]) if record.get("url") else None)
    whole = found[0] if len(found) == 1 else None
    if whole is None:
        return [_filled(article, record) for article in found]
    return [_filled(replace(whole, id=article_id(text)), record)]


def _filled(article: Article, record: dict[str, object]) -> Article:
    def word(key: str) -> str | None:
        return str(record[key]) if record.get(key) else None

    dated = word("date")
    return replace(
        article, ref=word("id"), page=word("page") or article.page, source=word("source") or article.source,
        date=dated or article.date, date_basis="explicit" if dated else article.date_basis,
    )  # fmt: skip
