"""A digest in PDF with a table of contents, and a press release with an attachment, with what to find in them."""

from __future__ import annotations

from typing import Any

from tests.ingest.built import _article as article
from tests.ingest.makers import Pdf, docx


def built_digests() -> dict[str, tuple[bytes, dict[str, Any]]]:
    """Name of a file: (its bytes, the expected reading)."""
    made = Pdf()
    made.text(60, 40, "鸣皋区政务简报", 18)
    made.text(60, 60, "第24期（总第311期） 2023年7月31日", 9)
    made.text(60, 100, "目  录", 12)
    made.text(60, 120, "一、鸣皋区上半年经济形势分析 ……………… 1", 10)
    made.text(60, 137, "二、防汛工作情况通报 ……………… 2", 10)
    made.page()
    made.text(150, 80, "鸣皋区上半年经济形势分析", 16)
    y = made.column(
        60,
        110,
        "上半年，鸣皋区实现地区生产总值213.6亿元，同比增长6.1%。\n固定资产投资增长10.3%，其中工业投资增长18.5%。",
        46,
    )
    made.table(
        60,
        y + 10,
        [
            ["指标", "绝对值（亿元）", "增速（%）"],
            ["地区生产总值", "213.6", "6.1"],
            ["固定资产投资", "96.4", "10.3"],
            ["一般公共预算收入", "11.75", "8.9"],
        ],
        [140, 110, 100],
    )
    made.text(300, 820, "1", 9)
    made.page()
    made.text(190, 80, "防汛工作情况通报", 16)
    made.column(
        60,
        110,
        "7月25日以来，鸣皋区累计降雨186毫米，转移群众1260人，无人员伤亡。\n区应急管理局要求各镇加强值班值守。",
        46,
    )
    made.text(380, 200, "鸣皋区防汛抗旱指挥部", 10)
    made.text(410, 217, "2023年7月29日", 10)
    made.text(300, 820, "2", 9)
    pdf = (
        made.data(),
        {
            "articles": [
                article(
                    "news",
                    ["鸣皋区上半年经济形势分析"],
                    "鸣皋区上半年经济",
                    "8.9",
                    date="2023-07-31",
                    tables=[
                        {
                            "unit": None,
                            "header": ["指标", "绝对值（亿元）", "增速（%）"],
                            "rows": [
                                ["地区生产总值", "213.6", "6.1"],
                                ["固定资产投资", "96.4", "10.3"],
                                ["一般公共预算收入", "11.75", "8.9"],
                            ],
                        }
                    ],
                ),
                article("notice", ["防汛工作情况通报"], "防汛工作情况通报7月", "7月29日", date="2023-07-29"),
            ]
        },
    )
    d = docx(
        [
            "念奴区融媒体中心新闻通稿",
            "",
            "念奴区冬季供暖“访民问暖”",
            "走访居民2.3万户",
            "（念奴融媒记者 周邦彦）12月5日起，念奴区开展“访民问暖”活动，走访居民2.3万户，解决问题418件。",
            "区住建局副局长贺铸介绍，供暖达标率99.1%。",
            "",
            "附件",
            "念奴区供暖服务电话",
            [
                ["片区", "单位", "电话"],
                ["东片", "念奴热力公司", "6012345"],
                ["西片", "暖阳能源公司", "6023456"],
            ],
        ]
    )
    dd = (
        d,
        {
            "articles": [
                article(
                    "news",
                    ["念奴区融媒体中心新闻通稿", "念奴区冬季供暖“访民问暖”", "走访居民2.3万户"],
                    "念奴区融媒体中心",
                    "6023456",
                    reporters=["周邦彦"],
                    tables=[
                        {
                            "unit": None,
                            "header": ["片区", "单位", "电话"],
                            "rows": [
                                ["东片", "念奴热力公司", "6012345"],
                                ["西片", "暖阳能源公司", "6023456"],
                            ],
                        }
                    ],
                )
            ]
        },
    )
    return {"minggao.pdf": pdf, "niannu.docx": dd}
