"""The gate's rules, one row that breaks each; and the same by hand-written SQL."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import pyarrow as pa
import pytest

from cliffhanger.measurements import checks
from cliffhanger.measurements.log_tables import EPISODES, LOG_TABLES, PUBLIC_FIGURES, VIEWING
from cliffhanger.measurements.oddities import ODDITIES, oddities
from tests.sources.small_log import DECLARED, account, arrow, at, cost, episode, session, small_log, title

ROW = {"viewing": session, "episodes": episode, "accounts": account, "titles": title, "costs": cost}
HUGE = dt.datetime(2200, 1, 1)  # noqa: DTZ001 - declared moments are naive UTC

BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("viewing", {"account_id": None}, "account_id is empty"),
    ("viewing", {"profile_id": None}, "profile_id is empty"),
    ("viewing", {"title_id": None}, "title_id is empty"),
    ("viewing", {"title_id": ""}, "title_id is empty"),
    ("viewing", {"season": None}, "season is empty"),
    ("viewing", {"season": -1}, "season is not between 0 and 999"),
    ("viewing", {"season": 1000}, "season is not between 0 and 999"),
    ("viewing", {"episode": 10_000}, "episode is not between 0 and 9,999"),
    ("viewing", {"started_at": None, "arrived_at": None}, "started_at is empty"),
    ("viewing", {"started_at": at(-9999)}, "started_at is not in the years 2000 to 2067"),
    ("viewing", {"started_at": HUGE}, "started_at is not in the years 2000 to 2067"),
    ("viewing", {"arrived_at": HUGE}, "arrived_at is not in the years 2000 to 2067"),
    ("viewing", {"arrived_at": at(0.5)}, "it arrived before it began: arrived_at lies before started_at"),
    ("viewing", {"seconds_viewed": None}, "seconds_viewed is empty"),
    ("viewing", {"seconds_viewed": -1}, "seconds_viewed is not between 0 and 86,400 seconds"),
    ("viewing", {"seconds_viewed": 86_401}, "seconds_viewed is not between 0 and 86,400 seconds"),
    ("viewing", {"account_id": 99}, "no row of accounts has its account_id"),
    ("viewing", {"episode": 3}, "no row of episodes has its title_id, season and episode"),
    ("viewing", {"title_id": "GLOW"}, "no row of episodes has its title_id, season and episode"),
    ("episodes", {"title_id": None}, "title_id is empty"),
    ("episodes", {"runtime_s": 0}, "runtime_s is not between 1 and 86,400 seconds"),
    ("episodes", {"released_at": None}, "released_at is empty"),
    ("episodes", {"released_at": HUGE}, "released_at is not in the years 2000 to 2067"),
    ("accounts", {"account_id": None}, "account_id is empty"),
    ("accounts", {"territory": None}, "territory is empty"),
    ("accounts", {"territory": ""}, "territory is empty"),
    ("accounts", {"plan": None}, "plan is empty"),
    ("accounts", {"cancelled_at": at(-500)}, "it was cancelled before it signed up"),
    ("accounts", {"monthly_price": -0.01}, "monthly_price is not between 0 and 1,000,000 currency units a month"),
    ("accounts", {"monthly_price": float("nan")}, "monthly_price is not between 0 and 1,000,000 currency units a month"),
    ("accounts", {"monthly_price": float("inf")}, "monthly_price is not between 0 and 1,000,000 currency units a month"),
    ("titles", {"series": None}, "series is empty"),
    ("costs", {"kind": "catering"}, "kind is none of: production, marketing, rights, credit"),
    ("costs", {"kind": None}, "kind is empty"),
    ("costs", {"quality": "rumour"}, "quality is none of: filing, leak, trade report, list article, own books"),
    ("costs", {"amount": -1.0}, "amount is not between 0 and 1,000,000,000,000 currency units"),
    ("costs", {"per_episode": None}, "per_episode is empty"),
]
SOUND: list[tuple[str, dict[str, Any]]] = [
    ("viewing", {}),
    ("viewing", {"arrived_at": None, "territory": None, "plan": None}),
    ("viewing", {"arrived_at": at(1)}),  # the same second
    ("viewing", {"seconds_viewed": 0}),
    ("viewing", {"seconds_viewed": 86_400}),
    ("viewing", {"season": 0, "title_id": "specials"}),
    ("accounts", {"cancelled_at": at(-400)}),
    ("accounts", {"monthly_price": 0.0}),
    ("episodes", {"territory": "US"}),
    ("costs", {"kind": "credit"}),
]


@pytest.fixture
def engine():
    connection = ibis.duckdb.connect(threads=1)
    yield connection
    connection.disconnect()


def references(engine):
    known = [episode(), episode(territory="US"), episode(title_id="specials", season=0)]
    return {
        "episodes": engine.create_table("known_episodes", arrow("episodes", known)),
        "accounts": engine.create_table("known_accounts", arrow("accounts", [account(), account(account_id=2)])),
    }


def reasons(engine, name, rows):
    table = engine.create_table(f"given_{name}", arrow(name, rows))
    judged = checks.judged(DECLARED[name], table, references(engine) if name == "viewing" else {})
    return judged.to_pyarrow().column("reason").to_pylist()


@pytest.mark.parametrize(("name", "changed", "reason"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_row_that_breaks_one_rule_is_set_aside_for_it(engine, name, changed, reason):
    assert reasons(engine, name, [ROW[name](**changed)]) == [reason]


@pytest.mark.parametrize(("name", "changed"), SOUND)
def test_a_row_at_the_limits_is_accepted(engine, name, changed):
    assert reasons(engine, name, [ROW[name](**changed)]) == [checks.FINE]


def test_every_column_that_is_declared_never_null_is_refused_null(engine):
    for declared in LOG_TABLES:
        for column in declared.columns:
            broken = {column.name: None, "arrived_at": None} if declared is VIEWING else {column.name: None}
            wanted = f"{column.name} is empty" if column.type.startswith("!") else checks.FINE
            with_nulls = reasons(engine, declared.name, [ROW[declared.name](**broken)])
            assert with_nulls == [wanted], column.name
            for table in (f"given_{declared.name}", "known_episodes", "known_accounts"):
                engine.drop_table(table, force=True)


def test_all_tables_have_their_rules_also_those_that_are_not_a_log():
    # The period's order is the last rule but one; a missing territory is equal to a missing one.
    rules = checks.rules(PUBLIC_FIGURES, ibis.table(PUBLIC_FIGURES.schema, name="public_figures"), {})
    assert [rule.name for rule in rules][-2:] == [
        "period_start+period_end order",
        "title_id+season+period+territory repeated",
    ]
    assert "hours range" in [rule.name for rule in rules]


class TestRepeatedKeys:
    def test_of_rows_with_one_key_the_first_by_all_columns_stands(self, engine):
        rows = [episode(runtime_s=2800), episode(), episode(territory="US"), episode(runtime_s=2600, released_at=at(1))]
        table = engine.create_table("episodes", arrow("episodes", rows))
        judged = checks.judged(EPISODES, table, {}).order_by("territory", "runtime_s").to_pyarrow().to_pylist()
        stands = "another row with the same title_id, season, episode and territory stands"
        # By runtime first: 2,600 s stands. The territory US is another key; a null is equal to a null.
        assert [(row["territory"], row["runtime_s"], row["reason"]) for row in judged] == [
            ("US", 2700, ""),
            (None, 2600, ""),
            (None, 2700, stands),
            (None, 2800, stands),
        ]

    def test_a_row_that_is_wrong_in_itself_does_not_displace_a_sound_one(self, engine):
        rows = [account(monthly_price=-1.0), account(monthly_price=5.0)]
        assert sorted(reasons(engine, "accounts", rows)) == [
            "",
            "monthly_price is not between 0 and 1,000,000 currency units a month",
        ]

    def test_equal_rows_leave_one(self, engine):
        assert sorted(map(bool, reasons(engine, "costs", [cost(), cost(), cost()]))) == [False, True, True]

    def test_repeated_sessions_are_counted_and_stay(self, engine):
        rows = [session(), session(), session(arrived_at=at(9)), session(seconds_viewed=-1), session(profile_id=1)]
        table = engine.create_table("viewing", arrow("viewing", rows))
        (row,) = checks.counts(VIEWING, table, references(engine)).to_pyarrow().to_pylist()
        # Four are accepted, with two keys; the one that is set aside is no repetition.
        assert (row["rows"], row["accepted"], row["repeated"]) == (5, 4, 2)


class TestCounts:
    def test_a_row_counts_in_every_rule_it_breaks_and_once_among_the_quarantined(self, engine):
        rows = [session(), session(season=-1, seconds_viewed=-1), session(account_id=50), session(account_id=None, episode=7)]
        table = engine.create_table("viewing", arrow("viewing", rows))
        known = references(engine)
        (row,) = checks.counts(VIEWING, table, known).to_pyarrow().to_pylist()
        named = {rule.name: row[f"rule_{n}"] for n, rule in enumerate(checks.rules(VIEWING, table, known))}
        assert (row["rows"], row["accepted"]) == (4, 1)
        # The season that cannot be and episode 7 are in no schedule; a null account is empty, not an orphan.
        assert {name: count for name, count in named.items() if count} == {
            "account_id empty": 1,
            "season range": 1,
            "seconds_viewed range": 1,
            "title_id+season+episode orphan": 2,
            "account_id orphan": 1,
        }

    def test_an_empty_table_counts_nothing(self, engine):
        for declared in LOG_TABLES:
            table = engine.create_table(declared.name, arrow(declared.name, []))
            (row,) = checks.counts(declared, table, {}).to_pyarrow().to_pylist()
            assert set(row.values()) == {0}

    def test_sql_written_by_hand_agrees(self, engine):
        rows = [session(account_id=n % 5, seconds_viewed=(n * 7919) % 90_000 - 2000, episode=n % 3) for n in range(200)]
        rows += [session(title_id=None), session(arrived_at=at(-3)), session(started_at=at(30_000), arrived_at=None)]
        table = engine.create_table("viewing", arrow("viewing", rows))
        known = references(engine)
        (row,) = checks.counts(VIEWING, table, known).to_pyarrow().to_pylist()
        by_hand = engine.con.execute("""
            SELECT count(*), count(*) FILTER (WHERE sound), count(*) FILTER (WHERE sound)
                 - count(DISTINCT (account_id, profile_id, title_id, season, episode, started_at)) FILTER (WHERE sound)
            FROM (SELECT *, account_id IN (1, 2) AND title_id IS NOT NULL AND season = 1 AND episode = 1
                         AND seconds_viewed BETWEEN 0 AND 86400 AND year(started_at) BETWEEN 2000 AND 2067
                         AND (arrived_at IS NULL OR (arrived_at >= started_at AND year(arrived_at) BETWEEN 2000 AND 2067))
                         AS sound FROM viewing)
        """).fetchone()
        assert (row["rows"], row["accepted"], row["repeated"]) == by_hand
        assert by_hand[1] > 10

    def test_it_is_one_query_and_keeps_no_copy_of_the_table(self, engine):
        """DuckDB writes out a part of a query that is used twice; of a log that is the whole log."""
        table = engine.create_table("viewing", arrow("viewing", []))
        sql = ibis.to_sql(checks.counts(VIEWING, table, references(engine)), dialect="duckdb")
        plan = engine.con.execute(f"EXPLAIN {sql}").fetchall()[0][1]
        kept = [line for line in plan.splitlines() if "rule_1 " in line and "CTE" in line]
        assert kept == []


class TestAcceptedAndQuarantined:
    def test_they_part_the_rows_and_have_the_declared_shape(self, engine):
        rows = [session(), session(episode=None), session(account_id=7), session(account_id=2)]
        table = engine.create_table("viewing", arrow("viewing", rows))
        known = references(engine)
        accepted = checks.accepted(VIEWING, table, known)
        assert accepted.columns == VIEWING.schema.names
        assert accepted.to_pyarrow().schema.types == VIEWING.schema.to_pyarrow().types
        aside = checks.quarantined(VIEWING, table, known).to_pyarrow()
        assert accepted.to_pyarrow().column("account_id").to_pylist() == [1, 2]
        assert sorted(aside.column("reason").to_pylist()) == ["episode is empty", "no row of accounts has its account_id"]

    def test_cells_that_could_not_be_read_come_first_among_the_reasons(self, engine):
        found = arrow("episodes", [episode(), episode(runtime_s=None), episode(season=None)])
        found = found.append_column(checks.as_found("runtime_s"), pa.array([None, "45 min", None], pa.string()))
        table = engine.create_table("episodes", found)
        aside = checks.quarantined(EPISODES, table, {}).to_pyarrow()
        assert aside.column_names == [*EPISODES.schema.names, "reason"]
        assert sorted(aside.column("reason").to_pylist()) == [
            "runtime_s cannot be read as a whole number that fits",
            "season is empty",
        ]
        (rule, *_) = checks.rules(EPISODES, table, {})
        assert checks.sample_keys(EPISODES, table, {}, rule).to_pyarrow().to_pylist() == [
            {"title_id": "spinning-out", "season": 1, "episode": 1, "territory": None, "runtime_s__as_found": "45 min"}
        ]


class TestSampleKeys:
    def test_they_are_the_first_twenty_keys_and_nothing_else_of_the_row(self, engine):
        rows = [session(profile_id=n, seconds_viewed=-1) for n in range(30, 0, -1)]
        table = engine.create_table("viewing", arrow("viewing", rows))
        (rule,) = [rule for rule in checks.rules(VIEWING, table, {}) if rule.name == "seconds_viewed range"]
        keys = checks.sample_keys(VIEWING, table, {}, rule).to_pyarrow()
        assert keys.column_names == list(VIEWING.key)
        assert keys.column("profile_id").to_pylist() == list(range(1, 21))
        assert keys.column("started_at").to_pylist()[0] == "2025-01-07 00:00:00"

    def test_of_orphans_they_are_what_is_missing_each_once(self, engine):
        rows = [session(account_id=n % 3 + 100, profile_id=n) for n in range(9)]
        table = engine.create_table("viewing", arrow("viewing", rows))
        known = references(engine)
        (rule,) = [rule for rule in checks.rules(VIEWING, table, known) if rule.name == "account_id orphan"]
        assert checks.sample_keys(VIEWING, table, known, rule).to_pyarrow().to_pylist() == [
            {"account_id": 100},
            {"account_id": 101},
            {"account_id": 102},
        ]

    def test_an_infinite_moment_can_be_shown(self, engine):
        engine.con.execute("CREATE TABLE viewing AS SELECT 1 account_id, TIMESTAMP 'infinity' started_at")
        table = engine.table("viewing").mutate(
            **{c.name: ibis.null(c.type.removeprefix("!")) for c in VIEWING.columns if c.name not in {"account_id", "started_at"}}
        )
        (rule,) = [rule for rule in checks.rules(VIEWING, table, {}) if rule.name == "started_at range"]
        assert checks.sample_keys(VIEWING, table, {}, rule).to_pyarrow().column("started_at").to_pylist() == ["infinity"]


class TestOddities:
    def test_each_is_counted_among_accepted_sessions(self, engine):
        tables = small_log()
        tables["accounts"] = arrow(
            "accounts", [account(), account(account_id=2, territory="US"), account(account_id=3, cancelled_at=at(2))]
        )
        tables["episodes"] = arrow(
            "episodes", [episode(), episode(episode=2, territory="US", released_at=at(7)), episode(episode=3, territory="CA")]
        )
        tables["viewing"] = arrow(
            "viewing",
            [
                session(),
                session(seconds_viewed=2700),  # as long as the episode
                session(seconds_viewed=2701),  # longer
                session(started_at=at(-1)),  # before the release everywhere
                session(account_id=2, episode=2, started_at=at(6)),  # before the release in the US
                session(account_id=2, episode=2, started_at=at(7)),
                session(episode=2, seconds_viewed=9999),  # not released in Canada: how long it is there is not known
                session(started_at=at(-401)),  # before the sign-up, and before the release
                session(account_id=3, started_at=at(2)),  # the very second of the cancellation
                session(account_id=3, started_at=at(3)),
            ],
        )
        given = {name: engine.create_table(name, tables[name]) for name in ("viewing", "episodes", "accounts")}
        (row,) = oddities(given["viewing"], given["episodes"], given["accounts"]).to_pyarrow().to_pylist()
        assert row == {
            "sessions": 10,
            "longer_than_episode": 1,
            "before_release": 3,
            "not_released_at_home": 1,
            "before_sign_up": 1,
            "after_cancellation": 1,
        }
        assert list(row)[1:] == [odd.name for odd in ODDITIES]

    def test_no_sessions_count_as_nothing(self, engine):
        given = {name: engine.create_table(name, table.slice(0, 0)) for name, table in small_log().items()}
        (row,) = oddities(given["viewing"], given["episodes"], given["accounts"]).to_pyarrow().to_pylist()
        assert set(row.values()) == {0}
