"""Numbers as bulletins and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.numerals import find_quantities, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15", 15),
        ("62.4", 62.4),
        ("1,200", 1200),
        ("６２．４", 62.4),
        ("十五", 15),
        ("三百二十", 320),
        ("三百二", 320),
        ("两千零五", 2005),
        ("一万二", 12000),
        ("二〇二三", 2023),
        ("六十二点四亿", 6.24e9),
        ("六十二亿四千万", 6.24e9),
        ("3万", 30000),
        ("一百零五", 105),
    ],
)
def test_a_numeral_has_one_value(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "亩", "三个", "12个", "abc"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        parse_number(text)


@pytest.mark.parametrize("text", ["62.4亿元", "六十二亿四千万元", "624000万元", "六十二点四亿元"])
def test_the_same_amount_compares_as_equal_however_it_is_written(text: str) -> None:
    (amount,) = find_quantities(text)
    assert (amount.kind, amount.unit, amount.value) == ("money", "元", pytest.approx(6.24e9))
    assert amount.text == text


def test_number_scale_and_unit_are_kept_as_printed() -> None:
    (amount,) = find_quantities("总投资8600万美元")
    assert (amount.number, amount.scale, amount.unit) == (8600, "万", "美元")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("约30亿元", "约"),
        ("近580亿元", "约"),
        ("预计100%", "预计"),
        ("超过20亿元", "超"),
        ("不足3个", "不足"),
        ("30亿元", None),
    ],
)
def test_modality_in_front_is_kept(text: str, modality: str | None) -> None:
    assert find_quantities(text)[0].modality == modality


def test_approximate_amounts_are_marked() -> None:
    (amount,) = find_quantities("190多亿元")
    assert amount.approximate
    assert amount.number == 190


def test_ordinals_are_no_counts() -> None:
    assert [q.kind for q in find_quantities("第七期第六小学")] == ["ordinal", "ordinal"]


@pytest.mark.parametrize("text", ["一批项目", "统一思想", "一带一路", "一家人"])
def test_words_that_hold_a_numeral_are_no_quantities(text: str) -> None:
    assert not find_quantities(text)


def test_percent_in_words() -> None:
    (share,) = find_quantities("百分之二十七点四")
    assert (share.kind, share.number) == ("percent", 27.4)


@given(st.integers(0, 10**9))
def test_arabic_numerals_mean_themselves(number: int) -> None:
    assert parse_number(str(number)) == number


@given(st.text(max_size=200))
def test_any_text_gives_spans_inside_it_in_order(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        end = quantity.end


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [("4元5角", 4.5, "money"), ("1块2毛", 1.2, "money"), ("先退六成", 60, "percent"), ("占七成半。", 75, "percent")],
)
def test_small_money_and_tenths_are_whole_quantities(text: str, number: float, kind: str) -> None:
    (amount,) = find_quantities(text)
    assert (amount.value, amount.kind) == (number, kind)


@pytest.mark.parametrize("text", ["五成熟的果子", "三成员", "六成班"])
def test_a_word_that_begins_like_tenths_is_none(text: str) -> None:
    assert not [q for q in find_quantities(text) if q.kind == "percent"]


@pytest.mark.parametrize("text", ["招收一年级新生", "九年一贯制学校", "三年级"])
def test_a_grade_of_a_school_is_no_span_of_years(text: str) -> None:
    assert find_quantities(text) == ()
