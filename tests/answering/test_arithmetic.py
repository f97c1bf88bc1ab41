"""Arithmetic with printed amounts is exact and keeps the printed unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.candidates import arithmetic
from index.answering.candidates.arithmetic import Amount, read_amount


def _amount(number: Decimal, scale: str, unit: str = "元") -> Amount:
    made = read_amount(f"{number}{scale}{unit}")
    assert made is not None
    return made


_NUMBERS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999"), places=2)
_SCALES = st.sampled_from(("", "万", "亿"))


@given(_NUMBERS, _NUMBERS, _SCALES, _SCALES)
def test_a_difference_added_to_the_lower_gives_the_higher(
    first: Decimal, second: Decimal, scale: str, other: str
) -> None:
    high, low = sorted((_amount(first, scale), _amount(second, other)), key=lambda a: -a.value)
    said, shown = arithmetic.difference(high, low)
    made = read_amount(said)
    assert made is not None and made.value + low.value == high.value
    assert high.text in shown and low.text in shown and said in shown


@given(st.lists(st.tuples(_NUMBERS, _SCALES), min_size=2, max_size=5))
def test_a_sum_has_no_noise(parts: list[tuple[Decimal, str]]) -> None:
    amounts = [_amount(number, scale) for number, scale in parts]
    made = read_amount(arithmetic.total(amounts)[0])
    assert made is not None and made.value == sum(a.value for a in amounts)


@given(st.integers(0, 86_399), st.integers(0, 86_399))
def test_times_are_subtracted_to_the_second(first: int, second: int) -> None:
    later, sooner = max(first, second), min(first, second)
    told = [Amount(Decimal(s), "", "秒", arithmetic.clock_text(Decimal(s)), clock=True) for s in (later, sooner)]
    assert arithmetic.difference(*told)[0] == arithmetic.clock_text(Decimal(later - sooner))


@pytest.mark.parametrize(
    ("high", "low", "said"),
    [
        ("94.6分", "80.3分", "14.3分"),
        ("7分40秒", "6分15秒", "1分25秒"),
        ("68.4%", "41.7%", "26.7个百分点"),
        ("1.2万人", "8000人", "4000人"),
        ("7.38亿元", "7000万元", "6.68亿元"),
    ],
)
def test_differences_are_said_in_the_printed_unit(high: str, low: str, said: str) -> None:
    first, second = read_amount(high), read_amount(low)
    assert first is not None and second is not None and arithmetic.alike(first, second)
    assert arithmetic.difference(first, second)[0] == said


def test_shares_and_means_say_when_they_are_rounded() -> None:
    part, whole = _amount(Decimal(1), "", "个"), _amount(Decimal(3), "", "个")
    assert arithmetic.share(part, whole)[0] == "约33.3%"
    assert arithmetic.share(part, _amount(Decimal(4), "", "个"))[0] == "25%"
    assert arithmetic.quotient(_amount(Decimal(10), "亿"), whole)[0] == "约3.33亿元"
    assert arithmetic.product(_amount(Decimal(120), ""), _amount(Decimal(3400), "", "户"))[0] == "40.8万元"
