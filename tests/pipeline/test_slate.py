"""A slate from files: amounts, tables, refusals, currencies, replay, and what every format says."""

from __future__ import annotations

import ctypes
import datetime as dt
import io
import json
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from cliffhanger.decision.cost import QUALITIES, graded
from cliffhanger.decision.limits import Demand, Limits, Range
from cliffhanger.decision.options import NAMES
from cliffhanger.decision.risk import Risk, written
from cliffhanger.decision.slate import Search, SlateQuestion
from cliffhanger.errors import InputError, UsageError
from cliffhanger.pipeline.slate import Files, replayed, slate, slate_json
from cliffhanger.pipeline.solver_lines import solver_lines_apart
from cliffhanger.report.slate_html import slate_html
from cliffhanger.report.slate_text import attitudes, certainty, money, money_range, sentence, slate_text
from cliffhanger.report.workbook import slate_workbook
from cliffhanger.sources.hand_tables import amount
from cliffhanger.sources.option_table import read_options, read_overlaps, read_rates

HEAD = "title_id,season,option,value_p10,value_p50,value_p90,cost_p10,cost_p50,cost_p90,currency,episodes,genre"
ROWS = (
    "alpha,2,renew,4M,12M,20M,5M,6M,8M,USD,8,drama",
    "alpha,2,shorter,3M,9M,15M,3M,4M,5M,USD,5,drama",
    "beta,1,renew,2000000,10000000,18000000,4M,5M,7M,USD,10,drama",
    '"gamma, part II",3,renew,1M,6M,11M,2M,3M,4M,USD,6,comedy',
    "delta,1,renew,0,1M,2M,5M,6M,7M,USD,8,comedy",
)
WORDS = {"options": ("renew", "shorter", "final_season", "finale", "wait", "end"), "qualities": ("own_books", "leak")}
QUESTION = SlateQuestion("", (), limits=Limits(12e6), points=6, n_draws=200)


def table(folder: Path, *rows: str, head: str = HEAD, name: str = "options.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def options(tmp_path):
    return table(tmp_path, *ROWS)


@pytest.fixture
def found(options):
    return slate(Files(options), QUESTION)


def read(path: Path):
    return read_options(path, **WORDS)


# Amounts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("120M", 120e6), ("120 M", 120e6), ("1.2bn", 1.2e9), ("350k", 350e3), ("350 thousand", 350e3), ("120 000 000", 120e6),
        ("120,000,000", 120e6), ("120_000_000", 120e6), ("120\u202f000", 120e3), ("-3.5m", -3.5e6), ("2.5e6", 2.5e6), ("0", 0.0),
        ("0.1M", 1e5), ("1.1M", 1_100_000.0), (" 7 million ", 7e6),
    ],
)  # fmt: skip
def test_amounts(text, wanted):
    assert amount(text) == wanted


@pytest.mark.parametrize("text", ["", "M", "12 0", "1,2M", "120X", "USD 120M", "12..5", "nan", "inf", "1e", "12,00", "--5"])
def test_no_amounts(text):
    with pytest.raises(UsageError, match=r"--budget: .*no sum of money.*120M"):
        amount(text, place="--budget")


# Tables


def test_csv_and_parquet_are_read_alike(options, tmp_path):
    rows = read(options).rows
    names = HEAD.split(",")
    cells = [line.replace('"gamma, part II"', "gamma; part II").split(",") for line in ROWS]
    columns = {
        name: [amount(row[k]) if "_p" in name else row[k].replace(";", ",") for row in cells] for k, name in enumerate(names)
    }
    columns["season"] = [int(cell) for cell in columns["season"]]
    path = tmp_path / "options.parquet"
    pq.write_table(pa.table(columns), path)
    assert read(path).rows == rows
    assert (rows[3].title_id, rows[3].season, rows[3].value, rows[3].cost) == (
        "gamma, part II",
        3,
        (1e6, 6e6, 11e6),
        (2e6, 3e6, 4e6),
    )


def test_semicolons_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "o.csv"
    path.write_text("\ufeff" + HEAD.replace(",", ";") + "\n" + ROWS[0].replace(",", ";") + "\n", encoding="utf-8")
    assert read(path).rows[0].title_id == "alpha"


BAD = [
    ("alpha,x,renew,1,2,3,1,2,3,USD,8,d", 'season "x" is no whole number'),
    (",1,renew,1,2,3,1,2,3,USD,8,d", "title_id is empty"),
    ("alpha,1,reboot,1,2,3,1,2,3,USD,8,d", '"reboot" is no option; use one of renew'),
    ("alpha,1,renew,3,2,1,1,2,3,USD,8,d", "value_p10, value_p50, value_p90 are not in rising order"),
    ("alpha,1,renew,1,2,,1,2,3,USD,8,d", "value_p90 is empty"),
    ("alpha,1,renew,1,2,3,-1,2,3,USD,8,d", "the cost is negative"),
    ("alpha,1,renew,1,2,nan,1,2,3,USD,8,d", 'value_p90 "nan" is no number'),
    ("alpha,1,renew,1,2,3,1,2,3,DOLLAR,8,d", '"DOLLAR" is no currency'),
    ("alpha,1,renew,1,2,3,1,2,3,USD,8", "more or fewer cells"),
    ("alpha,1,renew,1,2,3,1,2,3,USD,-8,d", 'episodes "-8" is no whole number'),
]


@pytest.mark.parametrize(("row", "reason"), BAD)
def test_a_bad_row_is_set_aside_with_its_reason(tmp_path, row, reason):
    found = read(table(tmp_path, ROWS[0], row, ROWS[2]))
    (aside,) = found.set_aside
    assert (aside.line, reason in aside.reason) == (3, True)
    assert (len(found.rows), found.total) == (2, 3)


def test_taken_and_set_aside_add_up(tmp_path):
    found = read(table(tmp_path, *ROWS, *(row for row, _ in BAD)))
    assert (found.total, len(found.rows), len(found.set_aside)) == (15, 5, 10)


def test_repeats(tmp_path):
    """The same row again counts once; rows that differ are all set aside, whichever came first."""
    again = ROWS[2].replace("10000000", "11000000")
    found = read(table(tmp_path, ROWS[0], ROWS[0], ROWS[2], again))
    assert [row.title_id for row in found.rows] == ["alpha"]
    assert [(one.line, one.reason) for one in found.set_aside] == [
        (3, "the same row again"),
        (4, "given more than once, with different numbers"),
        (5, "given more than once, with different numbers"),
    ]
    with pytest.raises(InputError, match="given more than once"):
        read(table(tmp_path, ROWS[2], again))


def test_a_pair_again_the_other_way_round(tmp_path):
    head = "title_id,season,title_id_b,season_b,share"
    (one,) = read_overlaps(table(tmp_path, "a,1,b,2,0.5", "b,2,a,1,0.5", "a,1,c,1,0.1", "c,1,a,1,0.2", head=head)).rows
    assert (one.title_id, one.title_id_b, one.share) == ("a", "b", 0.5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        (HEAD + "\n", "no row below its head"),
        (HEAD.replace("value_p50", "value_50") + "\n" + ROWS[0] + "\n", r'value_p50 \(is it "value_50"'),
        (HEAD.replace("cost_p50", "price") + "\n" + ROWS[0] + "\n", "no column tells the cost.*cost_p10, cost_p50, cost_p90"),
        (HEAD.replace("genre", "season") + "\n" + ROWS[0] + "\n", "a column is there twice"),
        (HEAD + '\n"alpha,1\n', "line 2.*no CSV"),
        (HEAD + "\n" + BAD[0][0] + "\n", "line 2: season"),
    ],
)
def test_wrong_shapes_are_refused(tmp_path, text, said):
    path = tmp_path / "o.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as error:
        read(path)
    assert "o.csv" in str(error.value)
    assert error.value.remedy


@pytest.mark.parametrize(("name", "content"), [("o.parquet", b"PAR1 no"), ("o.csv", b"title\xff\xfe"), ("o.parquet", b"")])
def test_damaged_files_are_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError):
        read(tmp_path / name)
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "absent.csv")


def test_one_cost_with_a_quality(tmp_path):
    """A leaked 10 M lies between 9 and 12 M."""
    head = HEAD.replace("cost_p10,cost_p50,cost_p90", "cost,cost_quality")
    path = table(tmp_path, "a,1,renew,20M,30M,40M,10M,leak,USD,8,d", "b,1,renew,20M,30M,40M,10M,,USD,8,d", head=head)
    costs = {e.title_id: e.cost for e in slate(Files(path), QUESTION).question.estimates}
    assert costs == {"a": (9e6, 10e6, 12e6), "b": (pytest.approx(9.7e6), 10e6, pytest.approx(10.5e6))}


def test_the_page_of_the_docs_is_so(tmp_path):
    """Its example is read whole, and its intervals are the assumptions."""
    page = (Path(__file__).parents[2] / "docs" / "slate.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.+?)```", page, flags=re.DOTALL)
    path = tmp_path / "estimates.csv"
    path.write_text(example, encoding="utf-8")
    table_read = read_options(path, options=NAMES, qualities=QUALITIES)
    assert (len(table_read.rows), table_read.set_aside, table_read.ignored) == (3, (), ())
    rows = re.findall(r"^\| `(\w+)` \| ([\d.]+) to ([\d.]+) \|$", page, flags=re.MULTILINE)
    told = {name: (float(low), float(high)) for name, low, high in rows}
    assert told == {quality: (graded(1.0, quality)[0], graded(1.0, quality)[2]) for quality in QUALITIES}


# Currencies


def test_mixed_currencies_without_rates(tmp_path):
    path = table(tmp_path, ROWS[0], ROWS[2].replace("USD", "EUR"))
    with pytest.raises(InputError, match=r"amounts are in EUR and USD.*--currency.*--rates"):
        slate(Files(path), QUESTION)
    with pytest.raises(InputError, match="no rate from EUR to USD"):
        slate(Files(path, currency="USD"), QUESTION)


def test_another_currency_decides_the_same(options, found, tmp_path):
    """All sums and the budget in another money, by a rate known on the day."""
    rates = table(tmp_path, "2025-01-01,USD,XXA,4", "2025-07-01,USD,XXA,9", head="day,currency,into,rate", name="rates.csv")
    asked = replace(QUESTION, limits=Limits(48e6), step=4e6)
    abroad = slate(Files(options, rates=rates, currency="XXA", as_of=dt.date(2025, 6, 30)), asked)
    assert [(p.title_id, p.option) for p in abroad.answer.picks] == [(p.title_id, p.option) for p in found.answer.picks]
    assert abroad.answer.net.mean == pytest.approx(4 * found.answer.net.mean)
    assert abroad.answer.pays_back == found.answer.pays_back
    assert abroad.answer.currency == "XXA"


# Shared viewers


def test_shares_and_shared_values(options, tmp_path):
    """3 M counted twice of the smaller middle value, beta's 10 M, is a share of 0.3; a pair without options is set aside."""
    head = "title_id,season,title_id_b,season_b,"
    pairs = ("alpha,2,beta,1,{}", "alpha,2,omega,1,{}", "beta,1,alpha,2,{}")
    by_value = table(tmp_path, *(p.format("3M") for p in pairs), head=head + "shared_value", name="v.csv")
    by_share = table(tmp_path, *(p.format("0.3") for p in pairs), head=head + "share", name="s.csv")
    one, other = (slate(Files(options, overlaps=path), QUESTION) for path in (by_value, by_share))
    assert one.question.overlaps == other.question.overlaps
    (overlap,) = one.question.overlaps
    assert (overlap.first, overlap.second, overlap.share) == (("alpha", 2), ("beta", 1), 0.3)
    note = one.notes[1]
    assert (note.total, note.taken) == (3, 1)
    told = [(one.line, one.reason) for one in note.set_aside]
    assert told == [(3, "omega:1 has no options"), (4, "the same row again")]


def test_rates_of_one_day_that_contradict_each_other_are_set_aside(tmp_path):
    rows = ("2025-01-01,USD,XXA,4", "2025-01-01,USD,XXA,5", "2024-01-01,USD,XXA,3", "2024-01-01,USD,XXA,3")
    read = read_rates(table(tmp_path, *rows, head="day,currency,into,rate", name="rates.csv"))
    assert [row.rate for row in read.rows] == [3.0]
    assert [one.line for one in read.set_aside] == [2, 3, 5]


@pytest.mark.parametrize("row", ["a,1,a,1,0.5", "a,1,b,1,1.5", "a,1,b,1,-1", "a,1,b,,0.5"])
def test_wrong_pairs_are_set_aside(tmp_path, row):
    path = table(tmp_path, "a,1,b,2,0.5", row, head="title_id,season,title_id_b,season_b,share")
    assert len(read_overlaps(path).set_aside) == 1


def test_pairs_need_one_measure(tmp_path):
    for columns in ("", ",share,shared_value"):
        path = table(tmp_path, "a,1,b,2", head=f"title_id,season,title_id_b,season_b{columns}")
        with pytest.raises(InputError, match="one column of share and shared_value"):
            read_overlaps(path)


# Replay


@pytest.mark.parametrize(
    "asked",
    [
        QUESTION,
        replace(QUESTION, risk=Risk("cvar", 0.2), points=0),
        replace(
            QUESTION,
            points=3,
            limits=Limits(
                14e6, Risk("cvar", 0.3), (Range("genre", "drama", 1.0, None),), (Demand("beta", 1, "renew", must=True),)
            ),
        ),
    ],
)
def test_replay_is_the_same_to_the_bit(options, tmp_path, asked):
    first = slate(Files(options), asked)
    path = tmp_path / "slate.json"
    text = slate_json(first, sentence=sentence(first.answer))
    path.write_text(text, encoding="utf-8")
    again, held = replayed(path)
    assert again == first
    assert held.other_fields == ()
    assert slate_json(again, sentence=sentence(again.answer)) == text


def test_a_changed_file_is_told(found, tmp_path):
    content = json.loads(slate_json(found, sentence=""))
    path = tmp_path / "slate.json"
    content["question"]["estimates"][0]["value"] = [9e6, 20e6, 30e6]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=r"not the one in the file: the file was changed"):
        replayed(path)
    content["versions"]["scipy"] = "1.0"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=r"scipy 1\.0 then"):
        replayed(path)


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("risk", {"kind": "chance", "share": 0.9}, "no slate can be searched for by chance"),
        ("limits", {"budget": -1.0}, "a budget of -1.0 is none"),
    ],
)
def test_a_question_of_a_file_that_has_no_answer_is_the_file_s_fault(found, tmp_path, part, value, said):
    content = json.loads(slate_json(found, sentence=""))
    path = tmp_path / "slate.json"
    content["question"][part] |= value
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=said) as error:
        replayed(path)
    assert error.value.place == str(path)


def test_a_slate_of_an_earlier_version_is_compared_in_what_both_have(found, tmp_path):
    content = json.loads(slate_json(found, sentence=""))
    path = tmp_path / "slate.json"
    for pick in content["answer"]["picks"]:
        del pick["worth_in_slate"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert replayed(path)[1].lacks == ("answer.picks.worth_in_slate",)
    content["answer"]["tail"] += 1.0
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=r"it differs in 1 place, first answer\.tail: "):
        replayed(path)


@pytest.mark.parametrize("content", ["", "[]", '{"kind": "dossier"}', '{"kind": "slate"}', '{"kind": "slate", "question": {}}'])
def test_no_slate_to_repeat(tmp_path, content):
    path = tmp_path / "slate.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"this is no slate.*slate --json"):
        replayed(path)
    with pytest.raises(InputError, match="this file cannot be read: no such file or directory"):
        replayed(tmp_path / "another.json")


def test_contradicting_limits_are_explained(options):
    limits = Limits(4e6, ranges=(Range("genre", "comedy", 1, None),), demands=(Demand("alpha", 2, "renew", must=True),))
    with pytest.raises(UsageError) as error:
        slate(Files(options), replace(QUESTION, limits=limits))
    told = str(error.value)
    assert "contradict each other" in told
    assert "budget at most 4,000,000; alpha:2 must be renew." in told
    assert "comedy" not in told
    (needed,) = re.findall(r"need a budget of ([\d,]+)", told)
    assert 6e6 < float(needed.replace(",", "")) < 6.6e6  # the mean of 5, 6, 8 M: 6 + (8 + 5 - 12) / 3.21


def test_what_the_solver_prints_goes_to_standard_error_but_for_what_says_nothing(capfd):
    """Compiled code writes past Python, and may keep its words back until the end."""
    library = ctypes.CDLL(None)
    with solver_lines_apart():
        library.puts(b"a line of the solver")
        library.puts(b"HighsMipSolverData::transformNewIntegerFeasibleSolution tmpSolver.run();")
        library.puts(b"another one")
    sys.stdout.write("the answer\n")
    sys.stdout.flush()
    library.fflush(None)
    out, err = capfd.readouterr()
    assert (out, err) == ("the answer\n", "a line of the solver\nanother one\n")


# Formats


def test_what_each_attitude_would_choose_stands_in_every_format_where_it_is_asked_for(options, tmp_path):
    asked = slate(Files(options), replace(QUESTION, limits=Limits(20e6), attitudes=True))
    bare = slate(Files(options), replace(QUESTION, limits=Limits(20e6)))
    assert (asked.answer.picks, bare.answer.attitudes) == (bare.answer.picks, ())
    (tmp_path / "slate.json").write_text(slate_json(asked, sentence=""), encoding="utf-8")
    assert replayed(tmp_path / "slate.json")[0].answer == asked.answer
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(asked.answer, asked.question, notes=[])))
    rows = book.get_sheet_by_name("Risk").to_python()
    assert [row[0] for row in rows[1:]] == [written(one.risk) for one in asked.answer.attitudes]
    assert [row[8] for row in rows[1:]] == [len(one.changed) for one in asked.answer.attitudes]
    other = next(one for one in asked.answer.attitudes if one.changed)
    for told in (slate_text(asked.answer, notes=[], width=200), slate_html(asked.answer, notes=[])):
        assert "What each attitude to risk would choose" in told
        assert f"The slate of {written(other.found_by)} would decide otherwise: " in " ".join(told.split())
    table = attitudes(asked.answer)
    assert table is not None
    orders = [sum(count for name, count in one.counts if name not in ("wait", "end")) for one in asked.answer.attitudes]
    assert [row[[column.head for column in table.columns].index("Ordered")] for row in table.rows] == list(map(str, orders))
    assert "Ordered" in slate_text(asked.answer, notes=[], width=80)
    for told in (slate_text(bare.answer, notes=[]), slate_html(bare.answer, notes=[])):
        assert "What each attitude" not in told


def test_a_gap_that_is_left_is_never_told_as_none(found):
    told = [certainty(replace(found.answer, search=replace(found.answer.search, gap=gap))) for gap in (0.0, 1e-7, 0.02)]
    assert "has a larger one." in told[0]
    assert "by more than 0.01 %." in told[1]
    assert "by more than 2.00 %." in told[2]
    none = [Search(0.0, bound, None, 1, "limit") for bound in (3e6, 0.2)]
    assert [
        certainty(replace(found.answer, search=one)).count(f"by more than {left}.")
        for one, left in zip(none, ("3.0 M", "1"), strict=True)
    ] == [1, 1]


def test_money():
    shown = [money(v) for v in (118_240_000, 1.25e9, 350_400, 1_874.6, 9_999.6, 0, -2_500_000, 999_960_000, None)]
    assert shown == ["118.2 M", "1.25 bn", "350 k", "1,875", "10 k", "0", "-2.5 M", "1.00 bn", "—"]
    assert [money(v, signed=True) for v in (41e6, -0.2, 0)] == ["+41.0 M", "0", "0"]


def test_sentence_and_text(found):
    answer = found.answer
    said = sentence(answer)
    renewed = dict(answer.counts)["renew"]
    assert said.startswith(f"Renew {renewed} of 4 ")
    assert f"for {money(answer.cost.mean)} USD: {money(answer.net.mean, signed=True)} expected" in said
    assert f"(80 %: {money_range(answer.net, signed=True)})" in said
    assert "that the slate pays back; the next million buys " in said
    text = slate_text(answer, notes=["A note."], width=80)
    assert all(pick.title_id in text for pick in answer.picks)
    assert max(map(len, text.splitlines())) <= 80
    assert text.endswith("A note.\n")
    assert "M would change: " in text
    idle = replace(answer, next_money=replace(answer.next_money, changed=()))
    assert "M no decision would change." in slate_text(idle, notes=[])


HOSTILE = (
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "http://x.example",
)


@pytest.fixture
def hostile(tmp_path):
    quoted = ['"' + title.replace('"', '""') + '"' for title in HOSTILE]
    return slate(Files(table(tmp_path, *(f"{q},1,renew,4M,9M,12M,1M,2M,3M,USD,8,{q}" for q in quoted))), QUESTION)


def test_workbook_holds_no_formula(hostile):
    """Read back: every title stands as text, and no sheet has a formula or a link."""
    content = slate_workbook(hostile.answer, hostile.question, notes=["=1+1"])
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Slate", "Decisions", "Limits", "Frontier", "Changes", "Estimates", "Options"]
    decisions = book.get_sheet_by_name("Decisions").to_python()
    assert {row[0] for row in decisions[1:]} == {title.strip() for title in HOSTILE}
    assert "=1+1" in [row[0] for row in book.get_sheet_by_name("Slate").to_python()]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == len(book.sheet_names)
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_a_workbook_has_no_tab_without_rows(tmp_path):
    bare = slate(Files(table(tmp_path, *ROWS)), replace(QUESTION, limits=Limits()))
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(bare.answer, bare.question, notes=[])))
    assert book.sheet_names == ["Slate", "Decisions", "Estimates", "Options"], "no budget, no limits, no shared viewers"


def test_the_first_tab_says_what_was_asked_and_in_which_currency(found):
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(found.answer, found.question, notes=[])))
    told = {row[0]: row[1] for row in book.get_sheet_by_name("Slate").to_python()}
    asked = ("USD", "mean", found.question.limits.budget)
    assert (told["currency of all sums"], told["attitude to risk"], told["budget"]) == asked


def test_long_texts_of_a_workbook_are_wrapped_and_pages_have_heads(found):
    content = slate_workbook(found.answer, found.question, notes=["a long note " * 20])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert 'fitToHeight="0"' in sheet
        assert 'orientation="landscape"' in sheet
        assert "Print_Titles" in archive.read("xl/workbook.xml").decode()
    (styled,) = {cell.split('"')[3] for cell in sheet.split("<c r=")[1:] if cell.startswith('"A2"')}
    assert styled != "0"


def test_workbook_holds_the_numbers(found):
    book = CalamineWorkbook.from_filelike(io.BytesIO(slate_workbook(found.answer, found.question, notes=[])))
    head, *rows = book.get_sheet_by_name("Decisions").to_python()
    shown = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    for pick in found.answer.picks:
        row = shown[pick.title_id]
        assert (row["season"], row["net, mean"], row["cost, p90"]) == (pick.season, pick.net.mean, pick.cost.p90)
    assert (shown["delta"]["decision"], shown["delta"]["genre"]) == ("end", "comedy"), "a season that ends has its genre"
    _, *frontier = book.get_sheet_by_name("Frontier").to_python()
    assert [row[0] for row in frontier] == [point.budget for point in found.answer.frontier]
    again = slate_workbook(found.answer, found.question, notes=[])
    assert again == slate_workbook(found.answer, found.question, notes=[])


def test_page_is_whole_and_escapes(hostile, found):
    page = slate_html(hostile.answer, notes=[])
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(src|href)=\"http", page)
    page = slate_html(found.answer, notes=["What became of the files."])
    assert sentence(found.answer).replace("'", "&#39;") in page
    assert page.count("<svg") == 2
    assert "What became of the files." in page
    assert all(pick.title_id in page for pick in found.answer.picks)
    assert slate_html(found.answer, notes=[]) == slate_html(found.answer, notes=[])


def test_page_without_a_budget(options):
    answer = slate(Files(options), replace(QUESTION, limits=Limits())).answer
    page = slate_html(answer, notes=[])
    assert "<svg" not in page
    assert "next million" not in page
