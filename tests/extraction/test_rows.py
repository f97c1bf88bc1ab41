"""Project rows and batches from running text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.records import Batch, ProjectRow
from tests.extraction.pages import article_of, rows_of

SHARED = Path(__file__).parents[3] / "shared"

TWO_KINDS = (
    "5月6日，全市第九期“三个一批”项目建设活动举行，临江县谋划第九期“三个一批”项目5个，总投资31.5亿元。\n"
    "“签约一批”项目2个，投资总额11.5亿元。其中华岳轴承制造项目，拟打造集研发、生产、检测为一体的轴承基地。"
    "项目建成后，将填补县域空白。云河预制菜加工项目，主要建设清洗车间、分拣车间、冷藏车间等功能分区。\n"
    "“开工一批”项目3个，投资总额20亿元。分别是：临江县第三小学、"
    "石桥水库加固及灌区配套工程项目及滨河路改造项目。"
)


def page(body: str = TWO_KINDS) -> tuple[dict[str, ProjectRow], tuple[Batch, ...]]:
    rows = rows_of(
        article_of(
            body,
            headlines=["临江县第九期5个“三个一批”项目 总投资31.5亿元"],
            date="2024-05-06",
            district="临江县",
        )
    )
    return {row.name: row for row in rows.projects}, rows.batches


def batch(batches: tuple[Batch, ...], **wanted: object) -> Batch:
    found = [b for b in batches if all(getattr(b, key) == value for key, value in wanted.items())]
    assert len(found) == 1, (wanted, batches)
    return found[0]


def test_names_of_a_list_open_one_joint_at_a_time() -> None:
    rows, _ = page()
    assert list(rows) == [
        "华岳轴承制造项目", "云河预制菜加工项目", "临江县第三小学", "石桥水库加固及灌区配套工程项目", "滨河路改造项目",
    ]  # fmt: skip


def test_parts_of_a_building_are_content_and_no_projects() -> None:
    rows, _ = page()
    assert rows["云河预制菜加工项目"].content == "清洗车间、分拣车间、冷藏车间等功能分区"
    assert rows["华岳轴承制造项目"].content == "拟打造集研发、生产、检测为一体的轴承基地"
    assert dict(rows["华岳轴承制造项目"].details)["预期效果"] == "项目建成后，将填补县域空白"


def test_every_row_has_stage_period_district_and_day() -> None:
    rows, _ = page()
    assert {row.stage for row in rows.values()} == {"签约", "开工"}
    assert all(
        (r.programme, r.period, r.district, r.event_date) == ("三个一批", 9, "临江县", "2024-05-06")
        for r in rows.values()
    )
    assert [row.ordinal for row in rows.values()] == [1, 2, 1, 2, 3]


def test_a_batch_total_is_never_a_project_s() -> None:
    rows, _ = page()
    assert all(row.investments == () for row in rows.values())


def test_whole_and_parts_agree() -> None:
    _, batches = page()
    whole = batch(batches, stage="合计")
    assert (whole.count, whole.total, whole.count_ok, whole.sum_ok, whole.derived) == (
        5,
        31.5,
        True,
        True,
        False,
    )
    assert batch(batches, stage="开工").names == (
        "临江县第三小学",
        "石桥水库加固及灌区配套工程项目",
        "滨河路改造项目",
    )
    assert batch(batches, stage="签约").count_ok is True
    assert len(batches) == 3


def test_evidence_is_printed_text() -> None:
    article = article_of(TWO_KINDS, district="临江县")
    for row in rows_of(article).projects:
        assert "".join(article.text[a:b] for a, b in row.name_spans) == row.name
        assert row.name in "".join(article.text[a:b] for a, b in row.evidence)


def test_three_claims_about_earlier_periods() -> None:
    _, batches = page(
        "据了解，临江县前四期“三个一批”项目开工率、投产率、达效率均达100%。目前在库第五期“三个一批”项目18个。"
        "其中“签约一批”项目3个，总投资14亿元，已全部开工；“开工一批”项目7个，总投资29.2亿元，"
        "已全部开工，预计投产率100%；"
        "“投产一批”项目8个，总投资63.8亿元，预计达效率100%。"
    )
    assert [(r.name, r.value, r.modality) for r in batch(batches, period="1-4").rates] == [
        ("开工率", 100.0, None), ("投产率", 100.0, None), ("达效率", 100.0, None),
    ]  # fmt: skip
    whole = batch(batches, period=5, stage="合计")
    assert (whole.count, whole.total, whole.derived) == (18, 107.0, True)
    started = batch(batches, period=5, stage="开工")
    assert started.status == "已全部开工" and started.rates[0].modality == "预计"
    assert batch(batches, period=5, stage="投产").status is None


def test_last_year_is_never_mixed_with_this_year() -> None:
    rows = rows_of(article_of(
        "4月16日，澄河区二季度重大项目集中开工活动在城南智造园举行。此次集中开工的34个项目，"
        "总投资118.6亿元，年度计划投资41.3亿元。"
        "其中，产业项目19个，总投资82.5亿元；基础设施项目9个，总投资24.7亿元；民生项目6个，总投资11.4亿元。\n"
        "去年同期，该区集中开工项目28个，总投资96.1亿元。"
    ))  # fmt: skip
    now = batch(rows.batches, category=None, event="澄河区二季度重大项目集中开工活动")
    assert (now.programme, now.period, now.stage, now.count, now.total) == (
        "集中开工",
        "2024年二季度",
        "开工",
        34,
        118.6,
    )
    assert (now.event_date, now.place, now.sum_ok) == ("2024-04-16", "城南智造园", True)
    assert {a.kind for a in now.amounts} == {"总投资", "年度计划投资"}
    before = batch(rows.batches, event="去年同期")
    assert (before.period, before.count, before.total) == ("2023年二季度", 28, 96.1)
    assert [b.category for b in rows.batches if b.category] == ["产业项目", "基础设施项目", "民生项目"]


@pytest.mark.parametrize(
    ("text", "name", "amounts"),
    [
        (
            "记者从区发改局获悉，金桥智能装备产业园项目累计完成投资5.6亿元，1号厂房主体封顶。",
            "金桥智能装备产业园项目",
            [("累计完成投资", 5.6, "亿", "元")],
        ),
        (
            "唯一的外资项目博恩精密部件项目，总投资8600万美元。",
            "博恩精密部件项目",
            [("总投资", 8600, "万", "美元")],
        ),
        (
            "华源新材料项目协议引资3.5亿元，实际到位1.2亿元。",
            "华源新材料项目",
            [("协议引资", 3.5, "亿", "元"), ("实际到位", 1.2, "亿", "元")],
        ),
        (
            "滨河路改造工程总投资、年度计划投资分别为4.8亿元、2亿元。",
            "滨河路改造工程",
            [("总投资", 4.8, "亿", "元"), ("年度计划投资", 2, "亿", "元")],
        ),
        (
            "总投资26亿元的华岳半导体基地，占地180亩，建成后年产值40亿元。",
            "华岳半导体基地",
            [("总投资", 26, "亿", "元")],
        ),
    ],
)
def test_kinds_of_investment_are_kept_apart(text: str, name: str, amounts: list[tuple[object, ...]]) -> None:
    (row,) = rows_of(article_of(text)).projects
    assert row.name == name
    assert [(one.kind, one.value, one.unit, one.currency) for one in row.investments] == amounts


def test_a_project_is_followed_through_its_paragraph() -> None:
    (row,) = rows_of(article_of(
        "4月20日，云舟冷链物流中心项目正式开工建设。该项目位于东港街道，由云舟供应链公司投资建设，"
        "总投资3.2亿元，占地120亩，"
        "建设冷库6万吨。项目建成后，可新增就业500人。计划2025年9月建成投用。"
    )).projects  # fmt: skip
    assert (row.stage, row.event_date, row.place, row.owner) == (
        "开工",
        "2024-04-20",
        "东港街道",
        "云舟供应链公司",
    )
    assert (row.area, row.content, row.end) == ("120亩", "建设冷库6万吨", "2025年9月")
    assert ("新增就业", "500人") in row.details


def test_progress_is_a_status_and_no_stage() -> None:
    (row,) = rows_of(article_of(
        "记者在澄江大道北延工程施工现场看到，工人们正在铺设路面。据项目负责人介绍，该项目全长3.6公里，"
        "总投资4.8亿元，"
        "目前已累计完成投资2.1亿元，占总投资的43.8%，路基工程已完成80%，预计今年年底建成通车。"
    )).projects  # fmt: skip
    assert (row.name, row.length, row.status, row.stage) == (
        "澄江大道北延工程",
        "3.6公里",
        "路基工程已完成80%",
        None,
    )


def test_signing_names_the_investor() -> None:
    (row,) = rows_of(
        article_of("签约仪式上，县政府与恒达科技有限公司签订了高端轴承智能制造项目投资协议，总投资12亿元。")
    ).projects
    assert (row.name, row.stage, row.owner) == ("高端轴承智能制造项目", "签约", "恒达科技有限公司")


@pytest.mark.parametrize(
    "text",
    [
        "一是以产业结构优化升级项目为抓手，在“一区多园”建设上求突破。",
        "全力解决延链补链强链、企业纾困增效、项目落地投产、市场主体培育等重点难点问题。",
        "中原区在稳定经济、项目推进、产业发展等方面取得了较好的成绩。",
        "两场活动标志着全面发出了项目建设动员令、吹响了项目建设冲锋号。",
        "要加快推进重点项目建设，确保上半年完成投资过百亿元。",
        "当好服务企业、服务项目的“店小二”。",
    ],
)
def test_talk_about_projects_is_no_project(text: str) -> None:
    rows = rows_of(article_of(text))
    assert (rows.projects, rows.batches) == ((), ())


def test_the_ceremony_of_a_first_batch_is_no_three_batches() -> None:
    (found,) = rows_of(article_of(
        "1月13日在二砂文化创意产业园举办了第一批项目集中签约仪式，现场签约项目32个，总投资额180亿元，"
        "单批次签约规模创历史新高。",
        date="2023-01-19",
    )).batches  # fmt: skip
    assert (found.event, found.count, found.total, found.stage) == (
        "第一批项目集中签约仪式",
        32,
        180.0,
        "签约",
    )
    assert (found.event_date, found.place, found.programme) == (
        "2023-01-13",
        "二砂文化创意产业园",
        "集中签约",
    )


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared gold is not at hand")
def test_the_gold_page_is_read_exactly() -> None:
    ingest = pytest.importorskip("index.ingest")
    gold = json.loads((SHARED / "gold" / "projects.json").read_text(encoding="utf-8"))
    text = (SHARED / "bulletins" / gold["seed"]).read_text(encoding="utf-8")
    articles = ingest.read_text(text, gold["seed"]).articles
    found = [rows_of(article) for article in articles]
    rows = [row for one in found for row in one.projects]
    assert [(r.name, r.stage, r.period, r.event_date, r.ordinal) for r in rows] == [
        (r["name"], r["stage"], r["period"], r["event_date"], r["ordinal_in_batch"]) for r in gold["rows"]
    ]
    begin = articles[0].file_span[0]
    assert [[[a + begin, b + begin] for a, b in r.name_spans] for r in rows] == [
        r["char_spans"] for r in gold["rows"]
    ]
    batches = [b for one in found for b in one.batches]
    wanted = [*gold["batches"], *gold["other_batches"]]
    key = [(b.count, b.total, b.derived) for b in batches]
    assert sorted(key, key=str) == sorted(
        ((b["count"], b["total_yi"], b.get("derived", False)) for b in wanted), key=str
    )


def test_projects_told_among_those_of_a_stage() -> None:
    rows = rows_of(article_of(
        "冠岭县2023年最后一批重点项目集中签约、开工、投产活动举行，共涉及项目41个。签约项目15个，"
        "总投资52.3亿元；开工项目16个，总投资48.6亿元；"
        "投产项目10个，总投资31.9亿元。\n签约项目中，"
        "投资最大的是绿能集团投资的抽水蓄能电站配套储能项目，计划投资12.6亿元。"
        "开工项目中，由县水务集团负责的白鹭湖水厂工程日供水6万吨，总投资2.9亿元。投产项目中，"
        "康沛生物中药提取项目总投资4.2亿元。",
        district="冠岭县", date="2023-12-18",
    )).projects  # fmt: skip
    assert [(row.name, row.stage, row.investments[0].kind) for row in rows] == [
        ("抽水蓄能电站配套储能项目", "签约", "计划投资"), ("白鹭湖水厂工程", "开工", "总投资"), ("康沛生物中药提取项目", "投产", "总投资"),
    ]  # fmt: skip
    assert [row.owner for row in rows] == ["绿能集团", "县水务集团", None]


def test_own_words_tell_the_stage_where_the_group_does_not() -> None:
    rows = rows_of(article_of(
        "2023年四季度，全市“五个一批”项目攻坚：签约项目31个，总投资156亿元；开工项目26个，"
        "总投资98.5亿元；在建项目74个，完成投资63.2亿元。\n"
        "其中，泓远重工齿轮箱项目总投资18.8亿元，2023年11月26日开工；"
        "禾阳南站广场改造工程总投资131300万元，2023年12月竣工；"
        "科瑞斯医用敷料项目协议引资3600万美元，已于12月18日签约，计划明年3月开工。",
        district="禾阳市", date="2024-01-06",
    ))  # fmt: skip
    assert [(row.name, row.stage) for row in rows.projects] == [
        ("泓远重工齿轮箱项目", "开工"), ("禾阳南站广场改造工程", "竣工"), ("科瑞斯医用敷料项目", "签约"),
    ]  # fmt: skip
    assert [b.stage for b in rows.batches] == ["签约", "开工", "在建"]


def test_a_project_beside_complete_lists_belongs_to_none() -> None:
    rows = rows_of(article_of(
        "第四期“三个一批”投产的2个项目为溪源路小学扩建项目和凌云阀门铸件二期项目。"
        "\n百川储能电池一期项目主体厂房已于1月底封顶。"
    )).projects  # fmt: skip
    assert [(row.name, row.stage, row.period) for row in rows] == [
        ("溪源路小学扩建项目", "投产", 4), ("凌云阀门铸件二期项目", "投产", 4), ("百川储能电池一期项目", None, None),
    ]  # fmt: skip
    assert rows[2].status == "主体厂房已于1月底封顶"


def test_a_padded_mirror() -> None:
    article = article_of(
        "与之相比， 沐河两岸防洪堤（ 三期 ）受征迁影响， 进展滞后 。 该项目全长 11.2 公里，"
        " 总投资 3.95 亿元， "
        "截至 9 月底完成投资 0.94 亿元， 仅为年计划 2.1 亿元的 44.8 % 。"
    )
    (row,) = rows_of(article).projects
    assert (row.name, row.length) == ("沐河两岸防洪堤（三期）", "11.2公里")
    assert "".join(article.text[a:b] for a, b in row.name_spans) == row.name
    assert [(one.kind, one.value) for one in row.investments] == [
        ("总投资", 3.95),
        ("完成投资", 0.94),
        ("年度计划投资", 2.1),
    ]


def test_amounts_in_brackets_are_of_the_kind_of_the_signing() -> None:
    rows = rows_of(article_of(
        "9月6日，北陵县2024年秋季招商项目集中签约仪式举行，集中签约项目17个，签约总额58.6亿元。"
        "签约项目中，10亿元以上项目2个，"
        "分别为：远航锂电隔膜项目（15.2亿元）、盛世铝轮毂项目（11亿元）。", district="北陵县", date="2024-09-13",
    ))  # fmt: skip
    assert [(row.name, row.investments[0].kind, row.investments[0].value) for row in rows.projects] == [
        ("远航锂电隔膜项目", "签约额", 15.2), ("盛世铝轮毂项目", "签约额", 11),
    ]  # fmt: skip
    assert (rows.batches[0].period, rows.batches[0].total) == ("2024年秋季", 58.6)
