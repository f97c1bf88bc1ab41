"""Bytes to text: UTF-8, UTF-16, GB18030, Big5, and files in which they are mixed."""

from __future__ import annotations

import re

from index.errors import ReadError

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_COMMON = frozenset(
    "的一是在了和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级就年月日区县市镇报讯记者"
    "項目總產業區縣鎮報訊記開發這為個來時動國會對學"
)
_EXPECTED = re.compile(
    r"[ -~\u00a0-\u00ff\u2010-\u203f\u2100-\u22ff\u2460-\u26ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x7f]")  # \x1a ends files of old systems
_FOREIGN, _KNOWN = 0.05, 0.04  # shares of the signs of a text
_MIXED = "文件里混用了几种文字编码，已逐行识别，请核对是否有乱码。"
_CUT = "文件末尾的一个字不完整，可能没有传完。"


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """(text of a file, warnings).

    Raises:
        ReadError: empty, or not text.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise ReadError(f"{name}：文件是空的，请换一个有内容的文件。")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), ()
    if b"\x00" in data[:4096]:
        return _wide(data, name), ()
    try:
        return _plain(data.decode("utf-8"), name), ()
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return _plain(data[: error.start].decode("utf-8"), name), (_CUT,)
    lines = data.split(b"\n")
    if any(map(_surely_utf8, lines)):
        return _plain("\n".join(_line(line) for line in lines), name), (_MIXED,)
    return _legacy(data, name)


def declared(data: bytes) -> str | None:
    """Markup in the encoding that it declares, if it does and that works."""
    match = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    if match is None:
        return None
    try:
        return data.decode("gb18030" if match[1].lower() in (b"gb2312", b"gbk") else match[1].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return _plain(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}：无法识别文字编码，请另存为 UTF-8 后再导入。") from error


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without a mark: the byte order that gives Chinese text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
        if _is_chinese(text[:400]):
            return _plain(text, name)
    raise not_text(name)


def _is_chinese(text: str) -> bool:
    """True for common characters among others of the same script; bytes by chance give rare ones of many scripts."""
    foreign = sum(not (sign.isspace() or _EXPECTED.match(sign)) for sign in text)
    known = sum(sign in _COMMON for sign in text)
    return foreign <= _FOREIGN * len(text) and known >= max(1, _KNOWN * len(text))


def _surely_utf8(line: bytes) -> bool:
    """A line whose UTF-8 reading is Chinese beyond chance."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return sum("\u4e00" <= sign <= "\u9fff" for sign in text) >= 4


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("gb18030", errors="replace")


def _legacy(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """GB18030, or Big5 where that gives more of the commonest characters."""
    found: list[tuple[int, str, tuple[str, ...]]] = []
    for encoding in ("gb18030", "big5hkscs"):
        whole = data
        try:
            text = whole.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(data) - 3:
                continue
            whole = data[: error.start]
            text = whole.decode(encoding)
        cut = () if whole is data else (_CUT,)
        found.append((sum(sign in _COMMON for sign in text), text, cut))
    if not found:
        raise ReadError(f"{name}：无法识别文字编码，请另存为 UTF-8 后再导入。")
    _, text, warnings = max(found, key=lambda one: one[0])
    return _plain(text, name), warnings


def _plain(text: str, name: str) -> str:
    strange = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    controls = len(_CONTROLS.findall(text))
    if strange > max(2, len(text) * 0.02) or controls > len(text) * 0.005:
        raise not_text(name)
    return text


def not_text(name: str) -> ReadError:
    """The sentence about a file that holds no text."""
    return ReadError(
        f"{name}：这不是文本，文件可能已损坏；能导入的有 txt、md、html、pdf、docx、xlsx、csv、jsonl 和 zip。"
    )
