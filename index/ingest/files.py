"""Which files are read, and how each becomes text."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import ReadError
from index.ingest.layout import article_id, read_page
from index.records import Article

SUFFIXES = (".txt", ".md", ".html", ".htm", ".csv", ".jsonl")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: file size in bytes, articles a file."""

    file_bytes: int = 64 * 1024 * 1024
    articles: int = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file holds."""

    file: str
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()
    content_hash: str = ""


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are; of folders the readable files below them, sorted."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
        else:
            yield path


def read_file(path: Path, *, limits: Limits | None = None, name: str | None = None) -> Reading:
    """The articles of one file.

    Raises:
        ReadError: the file is missing, empty, too large, or holds no text.
    """
    limits = limits or Limits()
    shown = name or path.name
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise ReadError(
                f"{shown}：文件有 {size // 1048576} MB，超过上限 {limits.file_bytes // 1048576} MB，请拆分后再导入。"
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{shown}：找不到这个文件，请检查路径。") from error
    except OSError as error:
        raise ReadError(f"{shown}：无法读取（{error.strerror}），请检查权限。") from error
    text = decode(data, shown)
    if path.suffix.lower() in (".html", ".htm"):
        from index.ingest.html import read_html

        plain, address = read_html(_declared(data) or text, shown)
        return replace(read_text(plain, shown, url=address), content_hash=hashlib.sha256(data).hexdigest())
    if path.suffix.lower() == ".csv":
        from index.ingest.sheets import read_csv

        return Reading(shown, (read_csv(text, shown),), (), hashlib.sha256(data).hexdigest())
    if path.suffix.lower() == ".jsonl":
        return replace(_read_jsonl(text, shown), content_hash=hashlib.sha256(data).hexdigest())
    return read_text(text, shown)


def _declared(data: bytes) -> str | None:
    """The markup in the encoding that it declares, if it does and that works."""
    match = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    if match is None:
        return None
    try:
        return data.decode("gb18030" if match[1].lower() in (b"gb2312", b"gbk") else match[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 or GB18030.

    Raises:
        ReadError: empty, or not text.
    """
    if not data.strip():
        raise ReadError(f"{name}：文件是空的，请换一个有内容的文件。")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if b"\x00" in data[:4096]:
        for encoding in ("utf-16-le", "utf-16-be"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if (
                sum("\u4e00" <= sign <= "\u9fff" or sign.isspace() for sign in text[:400])
                > len(text[:400]) * 0.3
            ):
                return text
        raise ReadError(f"{name}：这不是文本文件，请导入 txt、md 或 jsonl。")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "gb18030", name)


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}：无法识别文字编码，请另存为 UTF-8 后再导入。") from error
    strange = sum(
        sign in "\ufffd" or "\ue000" <= sign <= "\uf8ff" or (sign < " " and sign not in "\r\n\t\f\v")
        for sign in text
    )
    if strange > max(2, len(text) * 0.02):
        raise ReadError(f"{name}：这不是文本文件，请导入 txt、md 或 jsonl。")
    return text


def read_text(text: str, name: str, *, url: str | None = None) -> Reading:
    """The articles of a page that is text already.

    Raises:
        ReadError: there is nothing but white space.
    """
    if not text.strip():
        raise ReadError(f"{name}：文件是空的，请换一个有内容的文件。")
    articles = read_page(text, name, url)
    warnings = (
        ("没有认出标题，已用开头的文字代替。",) if articles and not any(a.headlines for a in articles) else ()
    )
    return Reading(
        name, articles, warnings, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    )


def _read_jsonl(text: str, name: str) -> Reading:
    articles: list[Article] = []
    warnings: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            body = record["body"]
        except (ValueError, KeyError, TypeError):
            warnings.append(f"第{number}行不是有效的文章，已跳过。")
            continue
        articles.extend(_from_record(record, str(body), name))
    if not articles:
        raise ReadError(f"{name}：没有一行是有效的文章，每行应是带 body 的 JSON。")
    return Reading(name, tuple(articles), tuple(warnings))


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


def read_many(
    paths: Iterable[Path], *, processes: int = 1, progress: Callable[[str], None] | None = None
) -> Iterator[Reading | ReadError]:
    """Readings in the order of ``paths``; a file that can't be read gives its error."""
    for path in paths:
        try:
            yield read_file(path)
        except ReadError as error:
            yield error
        if progress is not None:
            progress(str(path))
