"""Feature prose: who somebody is, what a firm makes, what goes on without a subject, who lost, why by the text itself."""

from __future__ import annotations

import pytest

from tests.answering.pages import About, Ask

PAGE = """\
澄湾区融媒体中心
2024年10月11日 星期五 第4版

老渡口的守船人

本报讯（记者 卫青）今年68岁的邬长河，是澄湾区石矶渡口的第四代摆渡人。渡口始建于清道光十二年。2022年，区里拨款96万元对渡船大修，更换木板130块，工期5个月。徒弟——24岁的邬小帆，去年接过船桨。邬长河的启蒙师傅是邻村的贺老七。做伞匠的谢满仓常来坐船，如今在景区当了讲解员。

一根鱼线出海记

澄湾区的翰澜渔具有限公司去年搬进新厂房。公司创办于2011年，主营碳素鱼竿和编织鱼线，产品出口到日本、荷兰等26个国家和地区。公司拥有专利88项，其中发明专利21项。去年实现产值4.6亿元，其中出口2.3亿元。下一步将建设二期厂房，明年6月投产后，年产能翻一番。第二代智能鱼竿重160克，能感应鱼的咬钩。目前已售出3400根，每根售价880元。

红橙单管住占道摊

城管中队试行“红橙单”：首次占道发橙单，只劝导不处罚；再犯发红单，停摆三天。半年共发橙单86张、红单4张。商户议事会由社区书记主持，每月一次。

健身赛收官

在全省农民运动会上，澄湾区代表队获得6金5银4铜，奖牌总数比上届多4枚。由区二中组成的女子排球队在决赛中1比3不敌溪口区队，获得亚军。稻田音乐节期间，其中10月2日单日客流最大，达3.2万人次。

厨房用火提醒

演练结束后，消防员提醒居民，油锅起火切勿用水浇，应盖上锅盖。

澄湾的藕为何更脆

为什么澄湾的藕更脆？农技员苗春解释，湖底淤泥深，引的又是山泉水，生长期长了二十天。全区学生近视率降了3个百分点。近视率下降的原因，校医归纳为两条：一是每天户外活动两小时，二是教室换了灯。
"""


@pytest.fixture(scope="module")
def ask(about: About) -> Ask:
    return about(PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("邬长河是干什么的", "石矶渡口的第四代摆渡人"),
        ("邬小帆是谁", "徒弟"),
        ("贺老七是谁", "邬长河的启蒙师傅"),
        ("谢满仓现在做什么", "讲解员"),
        ("翰澜渔具是做什么的", "碳素鱼竿和编织鱼线"),
        ("翰澜渔具发明专利有几项", "21项"),
        ("翰澜渔具去年出口了多少", "2.3亿元"),
        ("二期什么时候能投产", "明年6月"),
        ("智能鱼竿多少钱一根", "880元"),
        ("大修修了多久", "5个月"),
        ("红单发了几张", "4张"),
        ("商户议事会谁来主持", "社区书记"),
        ("女排输给谁了", "溪口区队"),
        ("上届农民运动会一共几块奖牌", "11枚"),
        ("音乐节哪天人最多", "10月2日"),
        ("澄湾的藕为啥更脆", "湖底淤泥深"),
        ("近视率为什么降了", "每天户外活动两小时"),
    ],
)
def test_the_text_says_it(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


@pytest.mark.parametrize("question", ["油锅着火能用水泼吗", "首次占道要罚吗"])
def test_what_must_not_be_done_is_a_no(ask: Ask, question: str) -> None:
    assert ask(question).answer.startswith("否")


@pytest.mark.parametrize("question", ["女排赢了谁", "方铁柱是干什么的", "智能鱼竿多少钱一箱"])
def test_nothing_of_others(ask: Ask, question: str) -> None:
    assert ask(question).status == "not_found"


MORE = """\
苇塘县融媒体中心
2025年4月18日 星期五 第3版

老秤巷的手艺人

苇塘县老秤巷不长，却很有名。清光绪年间，秤匠顾元昌从徽州搬来，在巷里做秤，徒弟越带越多，巷名由此而来。最鼎盛时巷里有秤铺37家。
走进顾家秤铺，51岁的顾守诚正在刻秤星。他是顾元昌的第六代孙，14岁随父学艺。以前一杆秤卖30元，如今卖到260元。负责网店的是他的儿子顾青，原先在苏州做软件测试。顾守诚最看重的是校秤。目前他带着4个徒弟，最小的才20岁。

村里的“兔银行”

柳河村共有196户人家，养兔户128户。村里办起了“兔银行”：低收入户从合作社领6只种兔，不交钱，两年后还6只，多生的归自己。去年一只种兔卖90元，今年涨到125元。种出的苜蓿由合作社按保底价收购。15分换一块肥皂，60分换一袋大米。

少年棋手

苇塘中学高二学生季知秋在省围棋赛上获得金牌。季知秋小学二年级开始学棋，指导老师是苇塘中学体育教师马文轩。他已被东岳大学录取。巡诊车上配有心电图机、彩超机。民间路长30名，都是住在路边的退休工人。
"""


@pytest.fixture(scope="module")
def more(about: About) -> Ask:
    return about(MORE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("老秤巷这名字怎么来的", "秤匠顾元昌从徽州搬来"),
        ("顾守诚几岁开始学做秤", "14岁"),
        ("网店是谁在管", "顾青"),
        ("顾青以前做什么", "在苏州做软件测试"),
        ("顾守诚收了几个徒弟", "4个"),
        ("最红火的时候有几家秤铺", "37家"),
        ("村里有几户不养兔", "68户"),
        ("兔银行是怎么回事", "领6只种兔"),
        ("种兔涨了多少钱", "35元"),
        ("攒够60分能换什么", "一袋大米"),
        ("种的苜蓿卖给谁", "合作社"),
        ("季知秋的老师是谁", "马文轩"),
        ("巡诊车上有哪些设备", "彩超机"),
        ("民间路长是些什么人", "住在路边的退休工人"),
    ],
)
def test_people_trades_and_how_it_works(more: Ask, question: str, told: str) -> None:
    answer = more(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


def test_another_number_buys_something_else(more: Ask) -> None:
    assert more("30分能换什么").status == "not_found"


def test_a_middle_school_is_no_university(more: Ask) -> None:
    assert "中学" not in more("季知秋要去哪个大学").answer


THIRD = """\
梧岭区融媒体中心
2025年6月20日 星期五 第3版

齿轮里的功夫

减速器齿轮长期依赖进口。梧岭区企业衡锋传动用四年时间攻下这道关：2024年8月，首套大型齿轮下线，重5.6吨，设计寿命20年。公司现有员工520人，研发人员占18%，获得授权发明专利46件，国内市场占有率15%，排名第四。竹纤维布料由毛竹和棉纱混织而成。

举手的人

去年12月起，梧岭区在96家企业推行安全“举手”制度：工人发现隐患可直接报告管委会，不必经过车间。县教育局为农村小学提供免费早餐，每人每天5元，由区财政承担3元，爱心企业承担2元。今年花椒因春旱比去年减产一成，但收购价由每公斤8元涨到11元，采摘成本从每斤4元降到1.5元。暑期学堂课程有书法、编程和游泳。

急救站的人

30岁的公交司机谈志勇是稀有血型，他三次获得无偿献血奉献奖金奖。急救站站长毕文海原是外科医生。地震局专家讲解：住高楼的不要坐电梯，应先躲到小开间。
"""


@pytest.fixture(scope="module")
def third(about: About) -> Ask:
    return about(THIRD)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("衡锋传动国内排第几", "第四"),
        ("衡锋传动有多少员工", "520人"),
        ("齿轮能用多少年", "20年"),
        ("竹纤维布料是用什么做的", "毛竹和棉纱"),
        ("举手制度是怎么回事", "直接报告管委会"),
        ("早餐的钱谁出", "爱心企业承担2元"),
        ("收购价涨了多少", "3元"),
        ("现在采一斤花椒要多少成本", "1.5元"),
        ("暑期学堂都教什么", "书法、编程和游泳"),
        ("谈志勇是做什么工作的", "公交司机"),
        ("毕文海以前做什么", "外科医生"),
    ],
)
def test_firms_and_how_things_are_made(third: Ask, question: str, told: str) -> None:
    answer = third(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer


def test_those_who_must_not_are_told_no(third: Ask) -> None:
    assert third("地震时能坐电梯吗").answer.startswith("否")


@pytest.mark.parametrize(("question", "never"), [("研发人员大概多少个", "46件"), ("冠军是谁拿的", "他三次")])
def test_nothing_that_counts_or_names_others(third: Ask, question: str, never: str) -> None:
    assert never not in third(question).answer


FOURTH = """\
汀洲区融媒体中心
2025年4月11日 星期五 第2版

老粮库变成书屋

汀洲区把老粮库改成了“河畔书屋”，藏书1.2万册，每天早8点开到晚9点，免费借阅。在无锡开面馆的戚大年返乡，办起了米糕坊。

台账管住小区

社区把物业和居民的事写成“三张台账”：物业服务台账28项，楼栋巡查台账6项，居民自治台账9项，贴在门口。卫生站给慢病患者分了颜色：血压平稳的为绿色，每季度随访一次；波动大的为黄色，每月一次。救援队提醒：发现有人落水，不要手拉手下水救，要先呼救。
"""


@pytest.fixture(scope="module")
def fourth(about: About) -> Ask:
    return about(FOURTH)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("戚大年以前干什么", "在无锡开面馆"),
        ("三张台账是哪三张", "物业服务台账、楼栋巡查台账、居民自治台账"),
        ("绿色是什么样的病人", "血压平稳"),
        ("在河畔书屋借书要钱吗", "免费借阅"),
    ],
)
def test_lists_colours_and_who_came_home(fourth: Ask, question: str, told: str) -> None:
    assert told in fourth(question).answer


def test_what_is_free_parks_no_car(fourth: Ask) -> None:
    assert fourth("书屋停车免费吗").status == "not_found"


def test_nobody_goes_in_by_hand(fourth: Ask) -> None:
    assert fourth("看见有人掉水里能手拉手去救吗").answer.startswith("否")
