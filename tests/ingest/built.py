"""Pages in binary formats with what a reader should find in them."""

from __future__ import annotations

from typing import Any

from tests.ingest.makers import Pdf, archive, docx, xlsx


def built() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """Name of a file: (its bytes, the expected reading)."""
    return {
        "qiulan.docx": _word_news(), "chixi.docx": _word_notice(), "moling.xlsx": _workbook(),
        "fuyao.pdf": _two_columns(), "haitang.pdf": _three_columns(), "xuanwu-li.pdf": _report(),
        "jiangli.zip": _archive(),
    }  # fmt: skip


def _article(kind: str, headlines: list[str], start: str, end: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "headlines": headlines, "reporters": [], "correspondents": [], "date": None,
            "start": start, "end": end, **more}  # fmt: skip


def _word_news() -> tuple[bytes, dict[str, Any]]:
    rows = [["片区", "征收户数", "签约率"], ["东门片区", "312", "98.4%"], ["柳巷片区", "", "95%"]]
    made = docx([
        ("Title", "秋岚区城中村改造签约过半"),
        "本报讯（记者 宓子期 通讯员 凌波）2024年11月4日，秋岚区通报城中村改造进展，五个片区已签约1268户。",
        "各片区签约情况如下。", rows, "区住建局局长表示，年底前完成全部签约。",
        ("Title", "秋岚图书馆延长开放时间"),
        "11月3日起，秋岚图书馆每晚开放至22时，周末不休。",
    ])  # fmt: skip
    return made, {"articles": [
        _article("news", ["秋岚区城中村改造签约过半"], "秋岚区城中村", "全部签约。", reporters=["宓子期"],
                 correspondents=["凌波"], date="2024-11-04",
                 tables=[{"unit": None, "header": rows[0], "rows": rows[1:]}]),
        _article("news", ["秋岚图书馆延长开放时间"], "秋岚图书馆延长", "周末不休。", date="2024-11-03"),
    ]}  # fmt: skip


def _word_notice() -> tuple[bytes, dict[str, Any]]:
    made = docx([
        "赤溪镇人民政府关于集中整治占道经营的通告", "",
        "为维护市容秩序，自2023年4月1日起，对府前街、和平路占道经营行为进行集中整治。",
        "一、整治范围：府前街、和平路全段。", "二、整治时间：2023年4月1日至6月30日。",
        "特此通告。", "赤溪镇人民政府", "2023年3月27日",
    ])  # fmt: skip
    return made, {
        "articles": [
            _article(
                "notice",
                ["赤溪镇人民政府关于集中整治占道经营的通告"],
                "赤溪镇人民政府关于",
                "3月27日",
                date="2023-03-27",
            )
        ]
    }


def _workbook() -> tuple[bytes, dict[str, Any]]:
    first = [
        ["序号", "项目名称", "总投资（万元）", "完成率"],
        ["1", "墨陵大道改造", "35000", "62.5%"],
        ["2", "第三中学迁建", "18600", ""],
    ]
    second = [["乡镇", "粮食产量（吨）"], ["墨池乡", "12680.5"], ["陵前镇", "9840"]]
    made = xlsx({
        "重点项目": [["墨陵县2023年重点项目进度表"], *first],
        "Sheet2": [second[0], ["墨池乡", 12680.5], ["陵前镇", 9840.0]],
    })  # fmt: skip
    return made, {"articles": [
        _article("table", ["重点项目", "墨陵县2023年重点项目进度表"], "重点项目", "18600",
                 tables=[{"unit": None, "header": first[0], "rows": first[1:]}]),
        _article("table", ["moling"], "乡镇", "9840", tables=[{"unit": None, "header": second[0], "rows": second[1:]}]),
    ]}  # fmt: skip


LONG = (
    "本报讯（记者 归有年 通讯员 纪淑云）6月18日，扶摇区科技成果转化大会召开，发布技术需求136项，现场签约23项，合同金额4.7亿元。\n"
    "扶摇区近三年累计引进创新团队58个，建成省级以上研发平台41家，技术合同成交额年均增长26.3%。\n"
    "大会期间，还举行了高校院所专场对接活动，12家单位与区内企业达成合作意向。"
)


def _two_columns() -> tuple[bytes, dict[str, Any]]:
    made = Pdf()
    made.text(60, 40, "2023年6月19日 星期一 第02版 要闻 责编 花时", 9)
    made.text(60, 80, "扶摇区科技成果转化大会签约二十三项", 20)
    _columns(made, LONG, 110, [60, 320], 22)
    made.text(60, 330, "长宁路小学新校区下月启用", 18)
    _columns(
        made,
        "本报讯（记者 池鱼）6月17日，长宁路小学新校区通过竣工验收，设36个班，可容纳学生1620人。\n新校区位于长宁路与文苑街交会处，占地45亩，总投资1.6亿元，将于7月启用。",
        355,
        [60, 320],
        22,
    )
    return made.data(), {"articles": [
        _article("news", ["扶摇区科技成果转化大会签约二十三项"], "扶摇区科技", "合作意向。", reporters=["归有年"], correspondents=["纪淑云"], date="2023-06-18"),
        _article("news", ["长宁路小学新校区下月启用"], "长宁路小学", "7月启用。", reporters=["池鱼"], date="2023-06-17"),
    ]}  # fmt: skip


def _columns(made: Pdf, text: str, y: float, lefts: list[float], width: int) -> None:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        rest = "\u3000\u3000" + paragraph
        while rest:
            lines.append(rest[:width])
            rest = rest[width:]
    share = -(-len(lines) // len(lefts))
    for number, left in enumerate(lefts):
        made.lines(left, y, lines[number * share : (number + 1) * share])


def _three_columns() -> tuple[bytes, dict[str, Any]]:
    rows = [["镇街", "完成投资\n（亿元）", "排名"], ["海棠镇", "12.6", "1"], ["渔湾街道", "10.3", "2"]]
    made = Pdf()
    made.text(60, 40, "海棠区观察 2022年12月30日 星期五 第04版", 9)
    made.text(60, 80, "海棠区重大项目年度考核揭晓", 22)
    made.text(60, 105, "海棠镇居首 渔湾街道次之", 14)
    text = (
        "本报讯（记者 蔚蓝）12月29日，海棠区公布重大项目年度考核结果，全年完成投资96.8亿元，超年度计划7.6个百分点，海棠镇、渔湾街道分列前两位。\n"
        "考核涵盖项目开工、投资进度、要素保障三个方面，对排名靠前的镇街给予用地指标奖励。\n"
        "区发展改革局负责人表示，2023年将谋划重大项目110个，年度计划投资102亿元，继续实行月调度、季通报。"
    )
    _columns(made, text, 130, [60, 225, 390], 14)
    made.text(60, 330, "海棠区镇街投资排名表", 12)
    made.table(60, 345, rows, [120, 120, 80])
    return made.data(), {"articles": [
        _article("news", ["海棠区重大项目年度考核揭晓", "海棠镇居首 渔湾街道次之"], "海棠区重大项目", "季通报。", reporters=["蔚蓝"], date="2022-12-29"),
        _article("table", ["海棠区镇街投资排名表"], "海棠区镇街", "2", date="2022-12-30",
                 tables=[{"unit": None, "header": ["镇街", "完成投资（亿元）", "排名"], "rows": rows[1:]}]),
    ]}  # fmt: skip


def _report() -> tuple[bytes, dict[str, Any]]:
    made = Pdf()
    made.text(150, 80, "玄武里街道2021年工作报告", 20)
    body = (
        "2021年，玄武里街道完成一般公共预算收入5.4亿元，增长9.1%，引进企业63家，实际到位内资7.2亿元。\n"
        "一、项目建设提速。全年实施项目28个，完成投资16.5亿元，其中玄武文创园总投资6亿元，已于9月投产。\n"
    )
    y = made.column(80, 120, body.strip(), 42)
    made.text(80, y, "\u3000\u3000二、民生保障有力。新建口袋公园5处，改造老旧小区12个，惠及居民"[2:], 10)
    made.text(290, 820, "— 1 —", 9)
    made.page()
    made.text(80, 80, "3860户，新增停车泊位420个。", 10)
    made.column(80, 95, "三、社会治理创新。建成网格化服务站21个，办结群众诉求9800余件，满意率98.7%。", 42)
    made.text(290, 820, "— 2 —", 9)
    return made.data(), {"articles": [
        _article("news", ["玄武里街道2021年工作报告"], "玄武里街道2021年", "98.7%。", date=None),
    ], "joined": ["惠及居民3860户，新增停车泊位"]}  # fmt: skip


def _archive() -> tuple[bytes, dict[str, Any]]:
    page = "江离区开通夜间公交\n\n本报讯（记者 司空见）2024年7月8日，江离区开通夜间公交线路6条，末班车延至23时30分。\n"
    sheet = "线路,里程（公里）\n夜1路,14.2\n夜2路,11.8\n"
    made = archive({"七月/夜间公交.txt": page.encode("gb18030"), "七月/线路.csv": sheet.encode()})
    return made, {"articles": [
        _article("news", ["江离区开通夜间公交"], "江离区开通", "23时30分。", reporters=["司空见"], date="2024-07-08"),
        _article("table", ["jiangli.zip/七月/线路"], "线路,", "11.8", tables=[{"unit": None, "header": ["线路", "里程（公里）"], "rows": [["夜1路", "14.2"], ["夜2路", "11.8"]]}]),
    ]}  # fmt: skip
