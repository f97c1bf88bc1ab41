"""Settings: typed, explained when wrong, secrets never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingError
from index.settings import KNOWN, Settings, Source, read_env


def test_defaults(tmp_path: Path) -> None:
    settings = Settings.read({}, folder=tmp_path)
    assert (settings.db, settings.chats, settings.timezone, settings.log) == (
        Path("bulletins.db"), Path("chats.db"), "Asia/Shanghai", "INFO",
    )  # fmt: skip
    assert settings.admins == settings.staff == frozenset() and settings.metrics is None


def test_values(tmp_path: Path) -> None:
    env = {
        "BULLETIN_DB": "/var/lib/b.db", "BULLETIN_ADMINS": "1, 22，333", "BULLETIN_DISTRICT": " 中原区 ",
        "BULLETIN_LOG": "debug", "BULLETIN_METRICS": "[::1]:9100", "BULLETIN_TZ": "UTC",
    }  # fmt: skip
    settings = Settings.read(env, folder=tmp_path)
    assert settings.db == Path("/var/lib/b.db") and settings.chats == Path("/var/lib/chats.db")
    assert settings.admins == {1, 22, 333} and settings.district == "中原区"
    assert (settings.log, settings.metrics, settings.timezone) == ("DEBUG", ("::1", 9100), "UTC")
    assert Settings.read(env, folder=tmp_path, db="x.db").db == Path("x.db")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "# 设置\nexport BULLETIN_DISTRICT='甲区'\nBULLETIN_TZ=UTC # 时区\n\n", encoding="utf-8"
    )
    assert Settings.read({}, folder=tmp_path).district == "甲区"
    assert Settings.read({}, folder=tmp_path).timezone == "UTC"
    assert Settings.read({"BULLETIN_DISTRICT": "乙区"}, folder=tmp_path).district == "乙区"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BULLETIN_ADMINS", "me"), ("BULLETIN_STAFF", "1,-2"), ("BULLETIN_TZ", "../etc"), ("BULLETIN_LOG", "loud"),
        ("BULLETIN_METRICS", "9100"), ("BULLETIN_METRICS", "localhost:99999"), ("BULLETIN_DB", "a\0b"),
    ],
)  # fmt: skip
def test_a_bad_value_names_key_value_and_expectation(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingError) as error:
        Settings.read({name: value}, folder=tmp_path)
    assert name in str(error.value) and repr(value) in str(error.value) and "应为" in str(error.value)


def test_a_secret_is_never_repeated() -> None:
    def refuse(raw: str) -> str:
        raise ValueError("别的")

    source = Source({"TELEGRAM_BOT_TOKEN": "123:secret"})
    with pytest.raises(SettingError) as error:
        source.get("TELEGRAM_BOT_TOKEN", refuse, "")
    assert "secret" not in str(error.value) and "secret" not in repr(source)


@pytest.mark.parametrize(
    ("name", "near"), [("BULLETIN_BD", "BULLETIN_DB"), ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN")]
)
def test_an_unknown_name_is_one_warning(name: str, near: str, tmp_path: Path) -> None:
    (warning,) = Settings.read({name: "x", "OTHER": "y", near: ""}, folder=tmp_path).warnings
    assert name in warning and near in warning


def test_a_line_that_is_no_assignment(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BULLETIN_DB\n")
    with pytest.raises(SettingError, match="第 1 行"):
        read_env(tmp_path / ".env")


def test_every_setting_says_what_it_is_for() -> None:
    assert all(KNOWN.values())
