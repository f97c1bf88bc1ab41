"""Every format becomes text and articles whose spans are exact; what can't be read says why."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from index.errors import ReadError
from index.ingest import Limits, Reading, expand, read_bytes, read_file
from index.records import Article, Table
from tests.ingest.makers import Pdf, archive, docx, xlsx

ROWS = [
    ["序号", "项目名称", "总投资（万元）", "开工时间"],
    ["1", "云岭新材料产业园", "120000", "2024年3月"],
    ["2", "东河学校扩建", "", "2024年5月"],
]
LEAD = "本报讯（记者 李明明 通讯员 王小川）5月5日，云岭区二十个项目集中开工，总投资50亿元。"
SECOND = "其中，产业项目12个，总投资30亿元；民生项目8个，总投资20亿元。区委书记周正平宣布开工。"


def cells(table: Table) -> list[list[str]]:
    return [[cell.text.text for cell in row.cells] for row in table.rows]


def only(reading: Reading) -> Article:
    assert len(reading.articles) == 1
    return reading.articles[0]


def check_spans(reading: Reading) -> None:
    """An article is its span of the text that was read; a block is its spans of the article."""
    for article in reading.articles:
        assert reading.text[slice(*article.file_span)] == article.text
        for block in article.blocks:
            assert "".join(article.text[a:b] for a, b in block.text.spans()) == block.text.text


def test_word_paragraphs_and_tables_in_order() -> None:
    made = docx(
        [
            ("Title", "云岭区二十个项目集中开工"),
            LEAD,
            SECOND,
            "重点项目一览表（单位：万元）",
            ROWS,
            "责编 赵一",
        ]
    )
    reading = read_bytes(made, "开工.docx")
    assert reading.text.index(SECOND) < reading.text.index("云岭新材料产业园") < reading.text.index("赵一")
    article = reading.articles[0]
    assert article.headlines == ("云岭区二十个项目集中开工",)
    assert article.reporters == ("李明明",) and article.correspondents == ("王小川",)
    tables = [table for one in reading.articles for table in one.tables]
    assert tables[0].header == tuple(ROWS[0]) and cells(tables[0]) == ROWS[1:] and tables[0].unit == "万元"
    check_spans(reading)


def test_a_workbook_is_one_article_a_sheet() -> None:
    made = xlsx(
        {
            "重点项目": [["云岭区重点项目（单位：万元）"], *ROWS],
            "Sheet2": [["镇", "增速"], ["东河镇", 0.125], ["西山镇", 3.0]],
        }
    )
    reading = read_bytes(made, "项目.xlsx")
    first, second = reading.articles
    assert first.kind == "table" and "云岭区重点项目（单位：万元）" in first.headlines
    assert cells(first.tables[0]) == ROWS[1:] and first.tables[0].unit == "万元"
    assert cells(second.tables[0]) == [["东河镇", "0.125"], ["西山镇", "3"]]
    check_spans(reading)


def test_a_formula_counts_as_what_it_last_gave() -> None:
    reading = read_bytes(xlsx({"表": [["镇", "合计"], ["东河镇", "=1+2"], ["西山镇", 5]]}), "合计.xlsx")
    assert cells(reading.articles[0].tables[0]) == [["东河镇", ""], ["西山镇", "5"]]
    assert any("公式" in warning for warning in reading.warnings)


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_cells_may_hold_separators_and_line_breaks(separator: str) -> None:
    text = f'名称{separator}内容\r\n甲项目{separator}"一{separator}二\n三"\r\n乙项目{separator}四\r\n'
    article = only(read_bytes(text.encode("gb18030"), "a.csv"))
    assert cells(article.tables[0]) == [["甲项目", f"一{separator}二\n三"], ["乙项目", "四"]]


def two_columns() -> Pdf:
    made = Pdf()
    made.text(60, 50, "2024年5月6日 星期一 第03版 责编 王乐", 9)
    made.text(60, 90, "云岭区二十个项目集中开工 总投资五十亿元", 20)
    lines = []
    for paragraph in (LEAD, SECOND, SECOND.replace("其中", "这些项目里")):
        rest = "\u3000\u3000" + paragraph
        while rest:
            lines.append(rest[:20])
            rest = rest[20:]
    half = (len(lines) + 1) // 2
    made.lines(60, 130, lines[:half])
    made.lines(310, 130, lines[half:])
    return made


def test_pdf_columns_are_read_one_after_the_other() -> None:
    reading = read_bytes(two_columns().data(), "版面.pdf")
    article = only(reading)
    assert article.headlines == ("云岭区二十个项目集中开工 总投资五十亿元",)
    assert (article.date, article.page) == ("2024-05-05", "03")
    body = "".join(block.text.text for block in article.blocks if block.role in ("lead", "paragraph"))
    assert body == LEAD + SECOND + SECOND.replace("其中", "这些项目里")
    check_spans(reading)


def test_pdf_tables_cell_by_cell() -> None:
    made = two_columns()
    made.page()
    made.text(60, 60, "重点项目一览表（单位：万元）", 12)
    rows = [ROWS[0], ["1", "云岭新材料\n产业园", "120000", "2024年3月"], *ROWS[2:]]
    made.table(60, 80, rows, [40, 120, 100, 80])
    made.page()
    made.text(60, 60, "以上项目均已开工，由区发展改革局负责调度。")
    reading = read_bytes(made.data(), "表.pdf")
    table = next(table for article in reading.articles for table in article.tables)
    assert (table.header, cells(table)) == (tuple(ROWS[0]), ROWS[1:])
    assert "以上项目均已开工" in reading.text
    check_spans(reading)


def test_archives_are_read_file_by_file() -> None:
    page = f"云岭区开工\n\n{LEAD}\n".encode("gb18030")
    inner = archive({"里面.txt": page.replace("云岭".encode("gb18030"), "石门".encode("gb18030"))})
    made = archive(
        {
            "一/公报.txt": page,
            "坏.pdf": b"%PDF-1.4 cut",
            "套.zip": inner,
            "__MACOSX/x.txt": b"x",
            "a.exe": b"MZ",
        }
    )
    reading = read_bytes(made, "月报.zip")
    assert [article.file for article in reading.articles] == [
        "月报.zip/一/公报.txt",
        "月报.zip/套.zip/里面.txt",
    ]
    assert any("坏.pdf" in w and "PDF" in w for w in reading.warnings)
    assert any("a.exe" in w for w in reading.warnings) and not any("MACOSX" in w for w in reading.warnings)


def test_links_in_archives_are_not_followed() -> None:
    link = ZipInfo("链接.txt")
    link.external_attr = 0o120777 << 16
    made = BytesIO()
    with ZipFile(made, "w") as file:
        file.writestr(link, "/etc/passwd")
        file.writestr("公报.txt", f"云岭区开工\n\n{LEAD}\n")
    reading = read_bytes(made.getvalue(), "月报.zip")
    assert [article.file for article in reading.articles] == ["月报.zip/公报.txt"]
    assert any("链接.txt" in warning and "跳过" in warning for warning in reading.warnings)


def test_an_archive_of_bad_files_gives_a_few_reasons() -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(archive({f"{number}.pdf": b"%PDF-1.4 cut" for number in range(9)}), "坏.zip")
    assert str(error.value).count("PDF 已损坏") == 2 and "另有 7 个" in str(error.value)


def test_lines_of_json_without_a_body_are_left_out() -> None:
    lines = [f'{{"body": "{LEAD}"}}', "不是", "[1]", '{"title": "x"}', '{"body": 5}', '{"body": null}', '{"body": " "}']
    reading = read_bytes("\n".join(lines).encode(), "a.jsonl")
    assert len(reading.articles) == 1
    assert sum("不是有效的文章" in warning for warning in reading.warnings) == 6


def test_scripts_of_a_page_are_neither_run_nor_read() -> None:
    page = (
        "<html><head><title>云岭区开工</title><script>document.write('恶意')</script><style>.a{}</style></head>"
        f"<body onload='evil()'><h1>云岭区开工</h1><p>{LEAD}</p><script src='x.js'>甲</script>"
        f"<noscript>请打开脚本</noscript><p onclick='x()'>{SECOND}</p></body></html>"
    )
    reading = read_bytes(page.encode(), "网页.html")
    assert LEAD in reading.text and SECOND in reading.text
    assert not any(word in reading.text for word in ("恶意", "evil", "onclick", "请打开脚本", "甲", ".a{"))


def test_a_file_that_the_system_refuses_names_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "无权.txt"
    file.write_text(LEAD, encoding="utf-8")

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(ReadError, match=r"^无权\.txt：无法读取（没有权限）"):
        read_file(file)


def test_a_picture_without_text_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.ingest.formats.scans.installed", lambda: True)
    monkeypatch.setattr("index.ingest.formats.scans._engine", lambda: lambda _: None)
    with pytest.raises(ReadError, match=r"^白\.png：图片里没有认出文字"):
        read_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20), "白.png")


def test_names_in_archives_from_windows() -> None:
    page = f"云岭区开工\n\n{LEAD}\n".encode()
    reading = read_bytes(archive({"公报.txt": page}, encoding="gb18030"), "旧.zip")
    assert reading.articles[0].file == "旧.zip/公报.txt"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LEAD, "utf-8"),
        (LEAD, "utf-8-sig"),
        (LEAD, "gb18030"),
        (LEAD, "utf-16"),
        (LEAD, "utf-16-le"),
        ("本報訊 為了發展，這個區的項目開工，總產業投資五億元。", "big5"),
    ],
)
def test_encodings(data: str, encoding: str) -> None:
    assert data in read_bytes(f"云岭\n\n{data}\n".encode(encoding, "ignore"), "a.txt").text.replace(
        "\ufeff", ""
    )


def test_lines_in_different_encodings() -> None:
    reading = read_bytes(LEAD.encode() + b"\n" + SECOND.encode("gb18030"), "混.txt")
    assert LEAD in reading.text and SECOND in reading.text
    assert any("编码" in warning for warning in reading.warnings)


def bad() -> Iterator[tuple[str, bytes, str]]:
    whole = two_columns().data()
    yield "空.txt", b" \n", "空"
    yield "半.pdf", whole[:300], "PDF 已损坏或不完整"
    yield "锁.pdf", two_columns().data(locked=True), "密码保护"
    yield "假.pdf", "不是".encode(), "PDF 已损坏或不完整"
    yield "半.docx", docx([LEAD])[:900], "已损坏或不完整"
    yield "半.xlsx", xlsx({"表": [["a", "b"]]})[:900], "已损坏或不完整"
    yield "旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "docx"
    yield "半.zip", archive({"a.txt": LEAD.encode() * 50})[:60], "压缩包已损坏"
    yield "爬.zip", archive({"../../etc/a.txt": LEAD.encode()}), "路径不安全"
    yield "弹.zip", archive({"a.txt": bytes(30_000_000)}), "没有解开"
    yield "空.pdf", Pdf().data(), "没有文字"
    yield "图.bin", bytes(range(256)) * 40, "这不是文本"
    yield "小.exe", b"MZ\x90\x00\x03\x00\x00\x00\x04", "这不是文本"
    yield "程序.txt", b"MZ" + bytes(range(3, 90)), "这不是文本"
    yield "程序.md", b"\x7fELF\x02\x01\x01\x00" + b"ab\x00c" * 20, "这不是文本"
    yield "压.txt", b"\x1f\x8b\x08\x00" + LEAD.encode(), "这不是文本"
    yield "乱.txt", random.Random(5).randbytes(400), "这不是文本"
    yield "空表.xlsx", xlsx({"表": []}), "没有内容"
    yield "套.zip", archive({"b.zip": archive({"c.zip": archive({"a.txt": LEAD.encode()})})}), "套得太深"


@pytest.mark.parametrize(
    ("name", "data", "reason"), list(bad()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, name)
    assert str(error.value).startswith(name) and reason in str(error.value) and "。" in str(error.value)


def test_limits(tmp_path: Path) -> None:
    file = tmp_path / "大.txt"
    file.write_text(LEAD * 100, encoding="utf-8")
    with pytest.raises(ReadError, match="BULLETIN_MAX_MB"):
        read_file(file, limits=Limits(file_bytes=1000))
    made = Pdf()
    made.page()
    file = tmp_path / "长.pdf"
    file.write_bytes(made.data())
    with pytest.raises(ReadError, match="BULLETIN_MAX_PAGES"):
        read_file(file, limits=Limits(pages=1))
    with pytest.raises(ReadError, match="BULLETIN_MAX_SECONDS"):
        read_file(file, limits=Limits(seconds=-1))


def test_folders_give_files_that_can_be_read(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "x.exe", ".hidden.txt", "~$a.docx", "页_files/logo.png", "子/c.zip"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in expand([tmp_path])] == ["a.PDF", "b.txt", "c.zip"]


@pytest.mark.skipif(importlib.util.find_spec("rapidocr") is not None, reason="the extra is installed")
def test_pictures_need_the_extra() -> None:
    scan = Pdf()
    scan.picture()
    for name, data in (("扫描.pdf", scan.data()), ("照片.png", b"\x89PNG\r\n\x1a\n" + bytes(20))):
        with pytest.raises(ReadError, match=r"bulletin-bot\[ocr\]"):
            read_bytes(data, name)
    mixed = two_columns()
    mixed.page()
    mixed.picture()
    reading = read_bytes(mixed.data(), "混.pdf")
    assert reading.articles and any("第 2 页" in warning for warning in reading.warnings)
