"""Yes or no by what is printed: a level against a figure, words that rule each other out, nobody hurt, no demand."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

COUNTY = """\
临泽日报
2024年9月6日 星期五 第2210期

临泽县1至8月主要指标出炉
建筑业产值下降 出口回升

本报讯（记者 谷雨）9月4日，临泽县统计局发布1至8月经济运行情况。1至8月，全县规上工业增加值增长7.9%，固定资产投资完成63.4亿元，占年度计划的71.2%；社会消费品零售总额48.6亿元，增长6.1%。建筑业总产值下降3.4%。城镇、农村居民人均可支配收入分别为27460元和13820元，增长4.6%和7.3%。

会议要求，12月底前高标准农田建设率要达到98%以上，目前为86.5%。全县15个民生项目实行领导包抓，10月底前全部开工。

临泽县秋季惠民服务安排

凡具有临泽户籍、年满65周岁的老人，凭身份证可到乡镇卫生院免费体检一次。体检须空腹，不要求预约。参加骨密度筛查的妇女，请带身份证，空腹不作要求。残疾人申请助行器不需要提供收入证明。
临泽县卫生健康局
2024年9月3日

北关五金城凌晨起火 未造成人员伤亡

本报讯 8月30日3时10分，临泽县消防救援大队接到报警：北关五金城B区一仓库着火。大队派出6辆消防车、32名指战员。现场疏散群众28人，未造成人员伤亡。

临泽半程马拉松鸣枪

本报讯 9月1日，临泽半程马拉松在人民广场鸣枪，5000名选手参赛。男子组冠军由本地选手、县二中教师霍青山获得，女子组冠军由来自甘肃张掖的选手白露获得。代县长卫长风为选手颁奖。这是白露首次参加临泽半马。

附：临泽县重点项目进展表
序号 项目名称 建设单位 建设性质 建设规模 总投资（亿元） 完成率
1 临泽铁路货场 县交投公司 续建 货场120亩 4.6 93.5%
2 临泽绿色食品园 县农投公司 新建 厂房6万平方米 2.8 100%
3 临泽城北水厂 县水务公司 改扩建 日供水3万吨 1.9 62%
"""

DISTRICT = """\
东平区报
2023年11月17日 星期五 第873期

东平区污水处理提质 四季度冲刺全年目标

本报讯 11月14日，东平区召开重点工作推进会。截至10月底，全区城镇污水集中处理率91.2%，12月底前要提高到95%；已建成充电桩1260个，全年目标1500个；招引外资到账8600万美元，突破8000万美元大关。全区23个老旧小区改造项目已全部完工，8个地下停车场项目年底前全部建成。1至10月，全区财政收入28.4亿元，为年度预算的83.5%。区级机关食堂实行公办民营，面粉厂地块由民营企业东岳集团开发。

石门水库除险加固工程位于石门镇，9月28日完工。因连日强降雨，石门镇12间民房受损，2人轻伤，无人员死亡。

东平区少儿美术大赛揭晓

11月12日，东平区少儿美术大赛在区文化馆举行，6至12周岁少儿均可免费参加，共收到作品436件。白河小学五年级学生许念获一等奖，东湖小学学生季冬获二等奖。大赛实行线上投票，评选不设报名门槛。获奖作品将在区文化馆展出，观展不要求提前预约，入馆须存包。
"""


@pytest.fixture(scope="module")
def county(about: About) -> Ask:
    return about(COUNTY)


@pytest.fixture(scope="module")
def district(about: About) -> Ask:
    return about(DISTRICT)


@pytest.mark.parametrize(
    ("question", "starts", "holds"),
    [
        ("固定资产投资超过60亿了吗", "是", "63.4亿元"),
        ("固定资产投资达到70亿了没", "没有", "63.4亿元"),
        ("固定资产投资达到年度计划的80%了吗", "没有", "71.2%"),
        ("高标准农田建设率到98%了吗", "没有", "86.5%"),
        ("高标准农田建设率达到80%了吗", "是", "86.5%"),
        ("铁路货场总投资超过5亿了吗", "没有", "4.6亿元"),
        ("城北水厂完成计划了吗", "没有", "62%"),
        ("食品园计划完成了没", "是", "100%"),
        ("建筑业产值还是增长的吧", "不是", "下降3.4%"),
        ("那15个民生项目都开工了吗", "没有", "10月底前"),
    ],
)
def test_a_level_or_a_plan_is_held_against_what_is_asked(county: Ask, question: str, starts: str, holds: str) -> None:
    said = county(question)
    assert said.answer.startswith(starts) and holds in said.answer


@pytest.mark.parametrize(
    ("question", "starts", "holds"),
    [
        ("男子组冠军是外地人吗", "不是", "霍青山"),
        ("女子组冠军是本地选手吗", "不是", "白露"),
        ("男子冠军是本地的吗", "是", "霍青山"),
        ("卫长风已经是正式县长了吗", "不是", "代县长"),
        ("铁路货场是新建项目吗", "不是", "续建"),
        ("绿色食品园是新建的吗", "是", "新建"),
    ],
)
def test_words_that_rule_each_other_out(county: Ask, question: str, starts: str, holds: str) -> None:
    said = county(question)
    assert said.answer.startswith(starts) and holds in said.answer


@pytest.mark.parametrize(
    ("question", "starts", "holds"),
    [
        ("骨密度筛查需要空腹吗", "否", "不作要求"),
        ("体检要空腹吗", "是", "须空腹"),
        ("体检要预约吗", "否", "不要求预约"),
        ("我62岁临泽户口能免费体检吗", "不能", "年满65周岁"),
        ("我爸70岁能免费体检吗", "是", "免费"),
        ("北关五金城着火有人受伤吗", "没有", "未造成人员伤亡"),
    ],
)
def test_demands_ages_and_accidents(county: Ask, question: str, starts: str, holds: str) -> None:
    said = county(question)
    assert said.answer.startswith(starts) and holds in said.answer


@pytest.mark.parametrize(
    ("question", "starts", "holds"),
    [
        ("污水集中处理率到95%了吗", "没有", "91.2%"),
        ("外资到账超过8000万美元了吗", "是", "8600万美元"),
        ("地下停车场项目都建成了吗", "没有", "年底前"),
        ("老旧小区改造都完工了吗", "是", "已全部完工"),
        ("石门镇强降雨死人了吗", "没有", "无人员死亡"),
        ("石门镇强降雨有人受伤吗", "有", "2人轻伤"),
        ("美术大赛是线下投票吗", "不是", "线上投票"),
        ("季冬是一等奖吗", "不是", "季冬获二等奖"),
        ("我家孩子14岁能免费参加少儿美术大赛吗", "不能", "12周岁"),
    ],
)
def test_on_another_page(district: Ask, question: str, starts: str, holds: str) -> None:
    said = district(question)
    assert said.answer.startswith(starts) and holds in said.answer


@pytest.mark.parametrize(
    "question",
    [
        "充电桩达到全年目标了吗",
        "财政收入完成年度预算了吗",
        "招引内资超过10亿了吗",
        "许念是男的吗",
    ],
)
def test_what_is_told_of_something_else_is_no_yes(district: Ask, question: str) -> None:
    assert district(question).status == "not_found"
