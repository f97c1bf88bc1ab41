"""Words are cut as jieba cuts them without its guesses, and a query in one go."""

from __future__ import annotations

import warnings
from importlib.resources import files
from typing import Any

import pytest

from index.language.lexicon import load_words
from index.language.tokens import Tokenizer

ODD = [
    "", " ", "。", "\r\n", "a\r\nb", "K7路和23路", "3.5%的增长率", "wi-fi覆盖_全区", "第7期“三个一批”", "一 二\t三",
    "的的的", "龘龘开工", "A公司B楼C座", "10:30—11:00",
]  # fmt: skip


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer()


@pytest.fixture(scope="module")
def cut() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    return jieba.Tokenizer().cut


def lines() -> list[str]:
    """Lines of the sample bulletins, and odd ones."""
    pages = [page for page in (files("data") / "bulletins").iterdir() if page.name.endswith(".txt")]
    return [*ODD, *(line for page in pages for line in page.read_text(encoding="utf-8").splitlines())]


def test_words_are_those_of_jieba_and_make_up_the_text(tokenizer: Tokenizer, cut: Any) -> None:
    for line in lines():
        words = tokenizer.words(line)
        assert [word.text for word in words] == list(cut(line, HMM=False)), line
        assert all(line[word.start : word.end] == word.text for word in words), line


def test_a_query_is_cut_as_if_its_function_words_were_blanks(tokenizer: Tokenizer) -> None:
    blank = load_words("function_words")
    for line in lines():
        folded = line.lower()
        kept = "".join(" " if word.text in blank else word.text for word in tokenizer.words(folded))
        assert tokenizer.query_stream(folded) == tokenizer.stream(kept if kept.strip() else folded), line
