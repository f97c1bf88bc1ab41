"""Scripts, widths and sounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.language.pinyin import sounds_alike, syllables
from index.language.scripts import compact, fold, is_traditional, simplify, traditional


def test_traditional_full_width_and_capital_letters_fold_to_one_form() -> None:
    assert fold("第７期總投資ＧＤＰ") == "第7期总投资gdp"


@given(st.text(max_size=100))
def test_folding_keeps_the_length_so_that_offsets_hold(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_comparison_ignores_spaces_quotes_and_how_ordinals_are_written() -> None:
    assert compact("第七期 “三个一批”") == compact("第7期三个一批")


def test_traditional_text_is_told_from_simplified() -> None:
    assert is_traditional("團拜會是哪天舉行的")
    assert not is_traditional("团拜会是哪天举行的")
    assert simplify(traditional("总投资")) == "总投资"


def test_homophones_and_near_homophones_sound_alike() -> None:
    assert syllables("八桶技术沿发") == syllables("八通技术研发")
    assert sounds_alike("前", "签")
    assert sounds_alike("张", "脏")
    assert not sounds_alike("山", "水")


def test_halves_of_characters_harm_nothing() -> None:
    from index.language.scripts import fold, simplify, traditional

    for text in ("\ud83d總投資", "总投资\ude00", "\ud800"):
        assert len(fold(text)) == len(simplify(text)) == len(traditional(text)) == len(text)
