"""A log in a real PostgreSQL, under its own names and units: the expressions run there."""

from __future__ import annotations

import datetime as dt

import psycopg
import pytest

from cliffhanger.errors import InputError
from cliffhanger.pipeline.check import checked
from cliffhanger.pipeline.intake import open_log
from cliffhanger.sources.log_mapping import ColumnSource, LogMapping, TableSource
from tests.servers.postgres import postgres  # noqa: F401 - a fixture

pytestmark = pytest.mark.postgres

TABLES = """
CREATE SCHEMA dwh;
CREATE TYPE dwh.tier AS ENUM ('ads', 'standard');
CREATE TABLE dwh.plays (
    household text, title uuid, s bigint, e numeric(6, 0), begun timestamp, seen timestamptz, minutes numeric(8, 2),
    region text, tier text
);
INSERT INTO dwh.plays VALUES
    ('1', '00000000-0000-0000-0000-00000000000a', 1, 1, '2025-01-07 01:30', '2025-01-07 03:00+02', 40.5, 'DE', 'ads'),
    ('1', '00000000-0000-0000-0000-00000000000a', 1, 1, '2025-01-07 01:30', '2025-01-08 03:00+02', 40.5, 'DE', 'ads'),
    (' 2', '00000000-0000-0000-0000-00000000000a', 1, 1, '2025-07-07 01:30', NULL, 40, 'DE', NULL),
    ('two', '00000000-0000-0000-0000-00000000000a', 1, 1, '2025-01-07 01:30', NULL, 40, NULL, NULL),
    ('99999999999999999999', '00000000-0000-0000-0000-00000000000a', 1, 1, '2025-01-07 01:30', NULL, 40, NULL, NULL),
    ('1', '00000000-0000-0000-0000-00000000000a', 70000, 1, '2025-01-07 01:30', NULL, 40, NULL, NULL),
    ('1', '00000000-0000-0000-0000-00000000000a', 1, 9, '2025-01-07 01:30', NULL, 40, NULL, NULL),
    ('3', '00000000-0000-0000-0000-00000000000a', 1, 1, '2025-01-07 01:30', NULL, 40, NULL, NULL),
    ('1', NULL, 1, 1, 'infinity', NULL, 'NaN', NULL, NULL);
CREATE TABLE dwh.episodes (
    title_id uuid, season int, episode smallint, hours double precision, released_at date, territory text
);
INSERT INTO dwh.episodes VALUES ('00000000-0000-0000-0000-00000000000a', 1, 1, 0.75, '2025-01-06', NULL);
CREATE TABLE dwh.accounts (
    account_id int, joined bigint, left_ms bigint, plan dwh.tier, territory text, cents int
);
INSERT INTO dwh.accounts VALUES
    (1, 1700000000, NULL, 'ads', 'DE', 799), (2, 1700000000, 1800000000123, 'ads', 'DE', 799),
    (2, 1700000001, NULL, 'standard', 'DE', 1299);
"""
MAPPING = LogMapping(
    {
        "viewing": TableSource(
            "dwh.plays",
            {
                "account_id": ColumnSource("household"),
                "profile_id": ColumnSource(value=0),
                "title_id": ColumnSource("title"),
                "season": ColumnSource("s"),
                "episode": ColumnSource("e"),
                "started_at": ColumnSource("begun", zone="Europe/Berlin"),
                "arrived_at": ColumnSource("seen"),
                "seconds_viewed": ColumnSource("minutes", unit="minutes"),
                "territory": ColumnSource("region"),
                "plan": ColumnSource("tier"),
            },
        ),
        "episodes": TableSource("dwh.episodes", {"runtime_s": ColumnSource("hours", unit="hours")}),
        "accounts": TableSource(
            "dwh.accounts",
            {
                "signed_up_at": ColumnSource("joined", unit="epoch seconds"),
                "cancelled_at": ColumnSource("left_ms", unit="epoch milliseconds"),
                "monthly_price": ColumnSource("cents", unit="cents"),
            },
        ),
    }
)


@pytest.fixture(scope="module")
def warehouse(postgres):  # noqa: F811 - the fixture above
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS dwh CASCADE")
        connection.execute(TABLES)
    return postgres


def test_every_row_is_accepted_or_quarantined_and_the_reasons_are_right(warehouse):
    report = checked(warehouse, MAPPING, None, None, lambda _: None)
    assert report.refused == ()
    assert report.absent == ("titles", "costs")
    viewing, episodes, accounts = report.tables
    assert (viewing.rows, viewing.accepted, viewing.quarantined, viewing.repeated) == (9, 3, 6, 1)
    assert {rule.rule: rule.rows for rule in viewing.rules if rule.rows} == {
        "account_id unreadable": 2,
        "season unreadable": 1,
        "seconds_viewed unreadable": 1,
        "title_id empty": 1,
        "started_at unreadable": 1,
        "title_id+season+episode orphan": 1,
        "account_id orphan": 1,
    }
    found = {rule.rule: rule.sample_keys for rule in viewing.rules if rule.rows}
    assert [key["account_id__as_found"] for key in found["account_id unreadable"]] == ["99999999999999999999", "two"]
    assert found["account_id orphan"] == ({"account_id": 3},)
    assert (episodes.rows, episodes.accepted) == (1, 1)
    assert (accounts.rows, accounts.accepted, accounts.quarantined) == (3, 2, 1)
    assert {rule.rule: rule.rows for rule in accounts.rules if rule.rows} == {"account_id repeated": 1}


def test_units_zones_and_ids_become_the_declared_ones(warehouse):
    with open_log(warehouse, MAPPING) as log:
        log.require()
        rows = log.accepted("viewing").order_by("account_id", "arrived_at").to_pyarrow().to_pylist()
        assert [(row["account_id"], row["seconds_viewed"]) for row in rows] == [(1, 2430), (1, 2430), (2, 2400)]
        # Berlin is one hour ahead of UTC in January and two in July.
        assert rows[0]["started_at"] == dt.datetime(2025, 1, 7, 0, 30)  # noqa: DTZ001 - declared moments are naive UTC
        assert rows[2]["started_at"] == dt.datetime(2025, 7, 6, 23, 30)  # noqa: DTZ001
        assert rows[0]["arrived_at"] == dt.datetime(2025, 1, 7, 1, 0)  # noqa: DTZ001
        assert rows[0]["title_id"] == "00000000-0000-0000-0000-00000000000a"
        (episode,) = log.accepted("episodes").to_pyarrow().to_pylist()
        assert (episode["runtime_s"], episode["released_at"]) == (2700, dt.datetime(2025, 1, 6))  # noqa: DTZ001
        account = log.accepted("accounts").order_by("account_id").to_pyarrow().to_pylist()[1]
        assert account["signed_up_at"] == dt.datetime(2023, 11, 14, 22, 13, 20)  # noqa: DTZ001
        assert account["cancelled_at"] == dt.datetime(2027, 1, 15, 8, 0, 0)  # noqa: DTZ001 - cut to the second
        assert account["monthly_price"] == 7.99


def test_accepted_and_quarantined_part_the_rows(warehouse):
    with open_log(warehouse, MAPPING) as log:
        for name in log.brought:
            found = log.count(name)
            assert log.accepted(name).count().execute() == found.accepted
            assert log.quarantined(name).count().execute() == found.quarantined


def test_nothing_can_be_written_through_the_connection(warehouse):
    with open_log(warehouse, MAPPING) as log, pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        log.connection.raw_sql("CREATE TABLE dwh.ours (a int)")


def test_a_missing_table_is_refused_with_the_near_name(warehouse):
    misspelt = LogMapping({"viewing": TableSource("dwh.playz")})
    with open_log(warehouse, misspelt) as log:
        message = str(log.opened.refused["viewing"])
        assert "there is no dwh.playz (for viewing)" in message
        with pytest.raises(InputError, match=r"there is no dwh\.playz"):
            log.require()


def test_a_server_that_is_not_there_is_an_error_without_the_password():
    with pytest.raises(InputError, match="no connection") as caught, open_log("postgres://me:hunter2@127.0.0.1:9/none"):
        pass
    assert "hunter2" not in str(caught.value)
    assert "me:***@127.0.0.1" in str(caught.value)
