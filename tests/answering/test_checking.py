"""A draft is held against the bulletins claim by claim: right, wrong with the bulletin's words, or not mentioned."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from index.records import Claim
from tests.answering.pages import About, Ask, checking

PAGE = """\
云沛县报
2024年11月6日 星期三

云沛县“四季擂台”秋季项目34个 总投资88.6亿元

本报讯 11月4日，云沛县召开秋季项目推进会。县委书记温同舟作动员讲话，县委副书记、县长骆青川主持，副县长江一苇宣读方案。秋季项目共34个，总投资88.6亿元，其中新建项目15个，总投资41.2亿元；续建项目12个，总投资36.8亿元；收官项目7个，总投资10.6亿元。

其中，澄心轴承智能产线项目由宁波澄心公司投资6.4亿元，选址城东工业园，占地96亩，计划2025年6月投产，达产后年产值9亿元。桃溪大桥全长412米，8月28日合龙。

夏季擂台赛中，芦湾镇以94.5分获第一名，柳塘镇以92.1分获第二名，县交通局以90.8分获第三名。

前三季度经济运行情况公布

本报讯 前三季度，云沛县地区生产总值168.3亿元，同比增长6.1%。规模以上工业增加值增长8.2%，居全市第四位；固定资产投资增长7.5%，其中房地产开发投资下降11.3%；一般公共预算收入12.4亿元，增长4.0%，其中税收收入9.6亿元。年末城镇登记失业率3.2%，较年初下降0.3个百分点。

柳塘水库扩容后，总库容由840万立方米增至1200万立方米。

全县粮食喜获丰收

本报讯 今年全县投入收割机520台，其中跨区作业机械180台。水稻总产9.4万吨，比上年减少0.3万吨，油菜籽总产1.7万吨。

城区停水通知

因管网改造，11月9日22:00至11月10日6:00，文昌路、学府路沿线停水，育才路水压偏低，但不停水。恢复供水初期可能出现黄水。

人事任免

任命鲁望舒为县文旅局局长；
免去庄牧之的县文旅局局长职务。
"""


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., tuple[Claim, ...]]]:
    with checking(tmp_path_factory.mktemp("check"), PAGE) as made:
        yield made


def verdicts(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.verdict for claim in claims]


@pytest.mark.parametrize(
    "draft",
    [
        "秋季项目共34个，总投资88.6亿元", "新建项目15个、总投资41.2亿元，收官项目7个、总投资10.6亿元",
        "前三季度全县地区生产总值1683000万元", "云沛县前三季度房地产开发投资下降11.3%",
        "规上工业增加值增长8.2%", "柳塘镇以92.1分获得第二名", "水稻总产94000吨",
        "柳塘水库总库容从840万立方米增加到1200万立方米", "桃溪大桥8月28日合龙",
        "文昌路11月9日22时至11月10日6时停水", "秋季项目推进会由县长骆青川主持", "鲁望舒任县文旅局局长",
    ],
)  # fmt: skip
def test_what_is_printed_in_other_words_and_figures_is_confirmed(
    check: Callable[..., tuple[Claim, ...]], draft: str
) -> None:
    assert set(verdicts(check(draft))) == {"confirmed"}


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        ("续建项目12个，总投资41.2亿元", "36.8亿元"), ("新建项目12个", "新建项目15个"),
        ("前三季度房地产开发投资增长11.3%", "下降11.3%"), ("芦湾镇以92.1分获第一名", "94.5分"),
        ("柳塘镇以92.1分获第三名", "第二名"), ("水稻总产9.4万公斤", "9.4万吨"), ("水稻总产1.7万吨", "9.4万吨"),
        ("全县投入收割机180台", "520台"), ("桃溪大桥9月28日合龙", "8月28日"),
        ("柳塘水库总库容增至840万立方米", "1200万立方米"), ("澄心轴承智能产线项目占地69亩", "96亩"),
        ("秋季项目推进会由县委书记温同舟主持", "骆青川主持"), ("县委书记骆青川在会上讲话", "县长骆青川"),
        ("庄牧之任县文旅局局长", "免去"), ("育才路停水", "不停水"),
    ],
)  # fmt: skip
def test_a_value_that_belongs_elsewhere_is_contradicted_in_the_bulletins_words(
    check: Callable[..., tuple[Claim, ...]], draft: str, says: str
) -> None:
    wrong = [claim for claim in check(draft) if claim.verdict == "contradicted"]
    assert wrong
    assert all(claim.sources for claim in wrong)
    assert any(says in (claim.says or "") for claim in wrong)


@pytest.mark.parametrize(
    "draft",
    [
        "桃溪大桥总投资2.3亿元", "澄心轴承智能产线项目由中建三局承建", "骆青川毕业于南开大学",
        "前三季度全县居民人均可支配收入2.1万元", "芦湾镇秋季项目共5个", "冬季项目总投资60亿元",
    ],
)  # fmt: skip
def test_what_no_bulletin_speaks_of_is_not_mentioned(check: Callable[..., tuple[Claim, ...]], draft: str) -> None:
    assert set(verdicts(check(draft))) == {"not_mentioned"}


@pytest.mark.parametrize(
    "draft",
    [
        "夏季擂台赛前三名一共得277.4分", "去年云沛县地区生产总值168.3亿元",
        "文昌路11月9日22:00至11月9日22:00停水", "夏季项目总投资88.6亿元", "芦湾镇、柳塘镇平均得93.3分",
    ],
)  # fmt: skip
def test_what_is_computed_or_of_another_time_is_not_told_by_a_figure_beside_it(
    check: Callable[..., tuple[Claim, ...]], draft: str
) -> None:
    assert "confirmed" not in verdicts(check(draft))


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [("秋季新建项目比续建项目多3个", "confirmed"), ("秋季新建项目比续建项目多5个", "contradicted")],
)
def test_a_difference_is_held_against_the_two_printed_figures(
    check: Callable[..., tuple[Claim, ...]], draft: str, verdict: str
) -> None:
    assert verdicts(check(draft)) == [verdict]


def test_a_bulletins_own_sentences_are_never_contradicted(check: Callable[..., tuple[Claim, ...]]) -> None:
    found = [verdict for line in PAGE.splitlines()[3:] for verdict in verdicts(check(line))]
    assert "contradicted" not in found
    assert found.count("confirmed") > 0.8 * len(found)


BOARD = """\
云沛民声
2024年11月8日

云沛县1—10月乡镇指标

乡镇	工业产值（亿元）	同比增长（%）	财政收入（万元）
芦湾镇	31.5	4.6	15820
柳塘镇	7.3	13.8	2380
注：增速按可比口径计算。

桃溪大桥建设提速

本报讯 11月6日，记者从县交通局获悉，桃溪大桥计划12月建成通车。县交通局要求，柳塘闸2号闸门须在11月底前完成检修。今年10月份当月，全县工业产值25.3亿元；前10个月，全县工业产值185.5亿元。

项目分两类公布：“破土”类项目7个，总投资24.9亿元；“结果”类项目6个，总投资18.2亿元。芦湾镇产值下降，主要受两家水泥厂停窑影响。

招聘笔试11月20日举行，面试时间另行通知。接驳线免费乘坐，配车4台。
"""


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., tuple[Claim, ...]]]:
    with checking(tmp_path_factory.mktemp("board"), BOARD) as made:
        yield made


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("柳塘镇工业产值7.3亿元，同比增长13.8%", "confirmed"), ("柳塘镇财政收入2380万元", "confirmed"),
        ("柳塘镇工业产值31.5亿元", "contradicted"), ("芦湾镇财政收入2380万元", "contradicted"),
    ],
)  # fmt: skip
def test_the_cell_of_a_table_where_row_and_column_meet_settles_a_claim(
    judge: Callable[..., tuple[Claim, ...]], draft: str, verdict: str
) -> None:
    assert set(verdicts(judge(draft))) == {verdict}


@pytest.mark.parametrize(
    "draft",
    [
        "桃溪大桥已建成通车", "柳塘闸2号闸门已经完成检修", "“结果”类项目总投资24.9亿元", "面试11月20日举行",
        "柳塘镇产值下降，主要受两家水泥厂停窑影响",
    ],
)  # fmt: skip
def test_what_is_planned_or_of_its_like_confirms_nothing(
    judge: Callable[..., tuple[Claim, ...]], draft: str
) -> None:
    assert "confirmed" not in verdicts(judge(draft))


@pytest.mark.parametrize("draft", ["1至10月，全县工业产值185.5亿元", "接驳线不收费", "接驳线配车4台"])
def test_what_is_true_is_not_contradicted_by_other_months_or_words(
    judge: Callable[..., tuple[Claim, ...]], draft: str
) -> None:
    assert "contradicted" not in verdicts(judge(draft))


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("续建项目12个，总投资36.8亿元，对吗？", "answered", "是，"), ("是不是桃溪大桥8月28日合龙", "answered", "是，"),
        ("续建项目12个，总投资41.2亿元，对吗？", "corrected", "36.8亿元"), ("是不是桃溪大桥9月28日合龙", "corrected", "8月28日"),
        ("这句话对不对：前三季度房地产开发投资增长11.3%", "corrected", "下降11.3%"),
        ("庄牧之任县文旅局局长，对吧", "corrected", "免去"), ("帮我核对一下：柳塘镇以92.1分获第三名", "corrected", "第二名"),
        ("桃溪大桥总投资2.3亿元，对吗", "not_found", ""), ("骆青川毕业于南开大学，是不是", "not_found", ""),
    ],
)  # fmt: skip
def test_the_bot_is_asked_whether_a_statement_is_right(ask: Ask, question: str, status: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == status
    assert told in answer.answer


def test_each_claim_of_a_sentence_has_its_own_verdict(check: Callable[..., tuple[Claim, ...]]) -> None:
    claims = check("澄心轴承智能产线项目由宁波澄心公司投资6.4亿元，占地69亩，年用电量3亿度。")
    assert [(claim.claim[:4], claim.verdict) for claim in claims] == [
        ("澄心轴承", "confirmed"), ("占地69", "contradicted"), ("年用电量", "not_mentioned"),
    ]  # fmt: skip
