"""Front pages about projects: parts by kind with an amount each, lists under a sub-heading, quarters in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.records import Claim
from tests.answering.pages import About, Ask, checking

PAGE = """\
茶陵洲时报 头版
2024年11月22日 星期五

茶陵洲县集中签约18个项目

本报讯 11月20日，茶陵洲县第三次招商签约会在县宾馆举行，18个项目现场签字，合同额96亿元。县长俞长庚致辞。

按行业分，新材料7个、38亿元，食品加工5个、21.5亿元，冷链物流6个、36.5亿元。

重点签约项目
（1）蓝湾光学膜基地——东莞蓝湾科技公司，16亿元，落户沙洲园区，年产光学膜900万平方米；
（2）满仓粮油加工——本地企业满仓粮油公司，4.6亿元，落户柳叶镇；
（3）速鲜冷链中心——武汉速鲜物流公司，9.2亿元，落户沙洲园区。

据悉，蓝湾光学膜要等到明年4月才开工。

此前三个季度，全县签约项目数依次为12个、21个和16个，合同额依次为45亿元、82亿元和57亿元。
"""

SHEET = """\
石溪岭县项目专报
2024年5月

石溪岭县重点项目进展一览

一、在建项目（14个）
县项目办5月12日通报：全县在建项目14个，总投资52亿元。进度领先的6个，落后的3个。
进度滞后的：黄泥坝水库（15%）、城东汽车站（8%）、凤鸣岭风电（6%）。

二、新开工项目（3个）
1.顺昌竹材循环产业园。投资方为浙江顺昌集团，总投资5.4亿元，选址石门镇。
2.石溪岭大道改造。县城建公司实施，总投资1.3亿元，全长4.8公里，年底通车。
3.油茶精深加工。石溪岭油茶合作社与省林业集团合办，总投资7600万元，选址黄坑乡。

三、签约待落地项目（9个）
9个项目总投资31亿元。丰禾生物二期已列入明年计划，拟于明年3月开工。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.fixture(scope="module")
def sheet(about: About) -> Ask:
    return about(SHEET)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("新材料投资多少", "38亿元"), ("食品类的几个", "5个"), ("冷链物流项目投资多少", "36.5亿元"),
        ("签了多少钱", "96亿元"),
    ],
)  # fmt: skip
def test_each_kind_of_a_row_has_its_number_and_its_amount(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("沙洲园区有哪些项目", "蓝湾光学膜基地、速鲜冷链中心"), ("哪些项目落在沙洲园区", "蓝湾光学膜基地、速鲜冷链中心"),
        ("9.2亿的是哪个项目", "速鲜冷链中心"), ("光学膜基地谁投资的", "东莞蓝湾科技公司"), ("光学膜基地什么时候开工", "明年4月"),
    ],
)  # fmt: skip
def test_items_with_a_dash_are_projects_of_the_text_above(ask: Ask, question: str, answer: str) -> None:
    told = ask(question)
    assert answer in told.answer
    assert told.sources[0].title.startswith("茶陵洲县集中签约18个项目")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("二季度签约几个", "21个"), ("三季度合同额多少", "57亿元"), ("一季度合同额多少", "45亿元"),
        ("二季度比一季度多签几个", "9个"),
    ],
)  # fmt: skip
def test_values_in_a_row_belong_to_the_quarters_in_order(ask: Ask, question: str, answer: str) -> None:
    assert answer in ask(question).answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("石溪岭大道修多长", "4.8公里"), ("石溪岭大道什么时候通车", "年底"), ("7600万的是什么项目", "油茶精深加工"),
        ("石溪岭大道改造谁实施的", "县城建公司"), ("新开工几个", "3个"),
    ],
)  # fmt: skip
def test_what_follows_the_title_of_an_item_is_told_of_it(sheet: Ask, question: str, answer: str) -> None:
    told = sheet(question)
    assert answer in told.answer
    assert "石溪岭县重点项目进展一览" in told.sources[0].headlines


def test_a_list_of_another_size_does_not_answer_which_they_are(sheet: Ask) -> None:
    told = sheet("是哪几个", turns=("进度落后的有几个",))
    assert "黄泥坝水库" in told.answer
    assert "顺昌" not in told.answer


def test_the_most_of_a_part_is_not_the_most_of_all(about: About) -> None:
    ask = about(
        "东溆区报\n2024年6月4日\n\n东溆区开建11个项目\n\n本报讯 6月3日，东溆区11个项目开工。体量居首的是恒越电池壳项目，"
        "由苏州恒越科技独资兴建，投资12亿元，落在滨江产业园B区，计划2025年国庆前投产。\n\n"
        "文旅项目里，体量最大的是杏花渡度假村，投资3亿元。老街小学明年8月底前交钥匙，加学位600个。城西水厂二期把日供水能力从3万吨抬到7万吨。"
    )
    assert "恒越电池壳" in ask("哪个项目投资最大").answer
    assert "杏花渡" in ask("文旅项目里投资最大的是哪个").answer
    assert ask("电池壳项目是谁家投的").answer == "苏州恒越科技"
    assert "B区" in ask("电池壳项目建在哪").answer
    assert "2025年国庆前" in ask("电池壳项目什么时候投产").answer
    assert "明年8月底前" in ask("老街小学什么时候能建好").answer
    assert "7万吨" in ask("城西水厂扩建后一天能供多少水").answer


def test_jobs_are_no_number_of_projects(about: About) -> None:
    ask = about(
        "西浒区报\n2024年9月30日\n\n西浒区项目竣工\n\n本报讯 9月28日，西浒区项目竣工。工厂类项目达产后年产值80亿元，提供岗位5200个。"
    )
    assert "5200" not in ask("工厂类项目几个").answer


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., tuple[Claim, ...]]]:
    folder: Path = tmp_path_factory.mktemp("sheet")
    with checking(folder, PAGE + "\n" + SHEET) as checked:
        yield checked


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("新材料项目7个，投资38亿元", {"confirmed"}), ("速鲜冷链中心投资9.2亿元，落户沙洲园区", {"confirmed"}),
        ("城东汽车站进度落后", {"confirmed"}), ("丰禾生物二期已于今年4月开工", {"contradicted"}),
    ],
)  # fmt: skip
def test_claims_about_projects(check: Callable[..., tuple[Claim, ...]], claim: str, verdict: set[str]) -> None:
    assert {one.verdict for one in check(claim)} == verdict


def test_a_table_called_an_annex_stays_with_its_text(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "北沚新区报\n2024年9月30日\n\n第三批“百日工程”竣工\n\n本报讯 9月28日，北沚新区12个项目竣工。\n\n附表 第三批竣工项目选登\n\n"
        "序号 项目 业主 实际投资（亿元） 竣工时间\n1 云海硅片一期 云海硅业 21.3 2024年7月\n2 顺达冷链枢纽 顺达物流 7.8 2024年8月\n\n"
        "据介绍，云海硅片二期已列入第四批，计划投资30亿元，拟于今年12月开工。\n",
        encoding="utf-8",
    )
    with Library.open(tmp_path / "page.db", create=True) as library:
        library.add([file])
        assert len(library.articles()) == 1
        assert library.ask("冷链枢纽谁投的").sources[0].title.startswith("第三批")


PAPER = """\
青螺县报
2024年7月2日

青螺县第九批重点项目集中开竣工

本报讯（记者 江帆）7月1日，青螺县第九批重点项目集中开竣工活动举行。县委书记段长风宣布开工，县长何若水讲话，常务副县长梅远山主持。

这批项目一共27个，总投资98.4亿元。其中新开工16个，总投资61.2亿元，当年计划投资22.5亿元；竣工11个，总投资37.2亿元。

永兴大桥全长0.9公里，比原计划早两个月通车。恒瑞合金基地总投资12.6亿元，2026年3月投产。

去年同期举行的第六批集中开竣工共有21个项目，总投资80.5亿元。

县发改局通报，2023年全县谋划一批90个，储备一批64个，签约一批41个，开工一批35个，投产一批22个，五项合计252个，总投资806亿元。签约一批41个项目投资198亿元，较2022年增加7个、36亿元；开工一批35个项目投资160亿元，增加4个、18亿元。今年目标是：签约50个、开工40个、投产30个。

开工数量最多的是石桥镇（12个），其次是柳湾镇（9个）；投产数量最多的是东关镇（7个）。没有一个项目投产的是水磨乡和高庙乡。

曙光光学项目去年6月签约，至今没有动工，原因是资金没到位；南郊的万象彩印项目停工三个月，要求8月底前复工。
"""


@pytest.fixture(scope="module")
def paper(about: About) -> Ask:
    return about(PAPER)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("开工的今年打算投多少", "22.5亿元"),
        ("投产数量最多的是哪个镇", "东关镇"), ("曙光光学为什么没动工", "资金没到位"),
    ],
)  # fmt: skip
def test_of_both_stages_together_and_of_each(paper: Ask, question: str, answer: str) -> None:
    assert answer in paper(question).answer


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("储备一批总投资多少", "806"), ("投产的有几个", "30"), ("万象彩印为什么停工", "资金"),
        ("这次集中开竣工的项目有多少个", "21"),
    ],
)  # fmt: skip
def test_what_is_told_of_all_or_aimed_at_or_of_another_is_no_answer(paper: Ask, question: str, wrong: str) -> None:
    assert wrong not in paper(question).answer


def test_a_deputy_is_not_the_head(paper: Ask) -> None:
    told = paper("活动是县长主持的吗")
    assert told.answer.startswith("不是")
    assert "梅远山" in told.answer


@pytest.fixture(scope="module")
def holds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., tuple[Claim, ...]]]:
    with checking(tmp_path_factory.mktemp("paper"), PAPER) as checked:
        yield checked


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("永兴大桥比原计划晚两个月通车", "not_mentioned"), ("恒瑞合金基地已经投产", "not_mentioned"),
        ("投产数量最多的是石桥镇", "contradicted"), ("水磨乡没有项目投产", "confirmed"),
        ("2023年签约一批41个项目投资198亿元", "confirmed"),
    ],
)  # fmt: skip
def test_claims_of_time_order_and_place(
    holds: Callable[..., tuple[Claim, ...]], claim: str, verdict: str
) -> None:
    assert {one.verdict for one in holds(claim)} == {verdict}


def test_bracketed_labels_part_one_text(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "兰陵区周报\n2023年5月12日\n\n兰陵招商“春季战报”\n\n1—4月，全区洽谈项目103个，签约34个，签约金额118亿元。\n\n【重点项目】\n"
        "●古镇夜游：古镇与杭州光影公司合作，投资2.8亿元，年底前对外营业。\n●蜀香食品：由成都蜀香公司投资6.5亿元建设，提供岗位1100个。\n\n"
        "【下月安排】\n6月8日，兰陵区将在上海办专场推介会，拟签约项目12个。\n\n【曝光台】\n南湖的锐光项目去年6月签约，至今没有动工。\n",
        encoding="utf-8",
    )
    with Library.open(tmp_path / "page.db", create=True) as library:
        library.add([file])
        assert [one.title for one in library.articles()] == ["兰陵招商“春季战报”"]
