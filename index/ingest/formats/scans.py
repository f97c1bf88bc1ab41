"""Pictures of text: recognised by RapidOCR where that extra is installed."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from index.errors import ReadError
from index.ingest.formats.arrange import Piece, arranged

RECOGNISED = "文字是从图片里识别出来的，请核对数字和人名。"
_SURE = 0.5  # scores below it are noise


def installed() -> bool:
    """True where the extra ``ocr`` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_image(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """(text, warnings) of a picture.

    Raises:
        ReadError: recognition is not installed, not a picture, or no text in it.
    """
    if not installed():
        raise ReadError(f"{name}：图片要先识别文字，请安装 pip install 'bulletin-bot[ocr]' 后再导入。")
    pieces = recognise(data, name)
    text = arranged(pieces)
    if not text.strip():
        raise ReadError(f"{name}：图片里没有认出文字，请换一张清楚的图片。")
    return text.strip("\n") + "\n", (RECOGNISED,)


def recognise(image: Any, name: str) -> list[Piece]:
    """Lines of text with their places in pixels.

    Args:
        image: bytes of a picture file, or an array of shape (height, width, 3). name: for the error.
    """
    try:
        found = _engine()(image)
    except Exception as error:
        raise ReadError(f"{name}：图片打不开或已损坏，请换一张图片。") from error
    if found is None or found.txts is None or found.boxes is None:
        return []
    pieces = []
    for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        if score < _SURE or not text.strip():
            continue
        xs, ys = [float(point[0]) for point in box], [float(point[1]) for point in box]
        height = max(ys) - min(ys)
        pieces.append(Piece(min(xs), min(ys), max(xs), max(ys), text.strip(), height * 0.8))
    return pieces


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})
