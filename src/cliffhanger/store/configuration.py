"""``cliffhanger.toml``: what a workspace is told about its sources, checked key by key."""

from __future__ import annotations

import difflib
import re
import tomllib
import typing
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from cliffhanger.claims.outlets import Grade
from cliffhanger.errors import InputError

MARKER = "cliffhanger.toml"

DEFAULT_TOML = """\
# This file makes the folder a cliffhanger workspace; `cliffhanger pull netflix` fills it.
# Every line is optional; what is commented out shows the form.

[fetch]
# Sent to publishers with every request, so that they can reach you: a page or a mail address.
# contact = "https://example.org/about"

[sources.netflix]
# The weekly list as TSV. Left out: the address that comes with the package.
# weekly_url = "https://www.netflix.com/tudum/top10/data/all-weeks-global.tsv"

# A half-yearly report that the package does not know, or that has moved: about.netflix.com lists them.
# Figures count from published_on, the day the report came out.
# [sources.netflix.reports.2031H1]
# url = "https://example.org/report.xlsx"
# published_on = 2031-09-18

# A viewing log under names and units of its own. A name alone renames a column. Durations: milliseconds, seconds,
# minutes, hours. Moments are UTC unless a zone is named, or epoch seconds, epoch milliseconds, epoch microseconds.
# Money: currency units, cents. The other tables are episodes, accounts, titles, costs.
# [tables.viewing]
# source = "dwh.play_events"
# [tables.viewing.columns]
# account_id = "household"
# started_at = { from = "started_local", zone = "Europe/Berlin" }
# seconds_viewed = { from = "minutes_played", unit = "minutes" }
# profile_id = { value = 0 }
# arrived_at = { absent = true }

# A log that `cliffhanger measure --engine duckdb` or `--engine spark` measures where it lies, without taking it in: a
# folder, a DuckDB file, an address on shared storage, or "catalogue" for tables of the cluster, named as above.
# [log]
# source = "s3a://viewing/log"

# The cluster of `--engine spark`; without one, Spark runs on this machine alone.
# [engines.spark]
# master = "spark://head:7077"
# settings = { "spark.executor.memory" = "8g" }

# Where the claims of articles are kept. Left out: claims.db in this folder. The password of a PostgreSQL role had better
# lie in ~/.pgpass or in PGPASSWORD than here.
# [claims]
# ledger = "postgresql+psycopg://cliffhanger@db.example.org/claims"

# How outlets are graded, by name or host, before the package's own short table: owner (its word is the owner's), trade,
# outlet (a paper like any other), farm (a rumour at most).
# [claims.grades]
# "The Paper" = "trade"
# "spun.example.org" = "farm"

# The sites from which articles may be fetched by their address, each as it stands in the address; no other is asked. Reading an
# article, page and all, may take so many seconds; one that takes longer is refused, and nothing of it kept.
# [articles]
# hosts = ["www.example.org"]
# seconds_per_article = 60

# A language model that reads articles beside the grammar, behind any OpenAI-compatible address; none is asked unless both lines
# are here. It is sent the text of each article that is read, and nothing else. key_variable names the variable of the
# environment that holds the key. output: tool, schema or text, whichever way of keeping to a form the model knows.
# [extractor]
# base_url = "http://localhost:8080/v1"
# model = "the-model"
# key_variable = "MODEL_KEY"
# output = "tool"
# timeout_s = 120
"""


def _form(pattern: str, must_be: str) -> AfterValidator:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"must be {must_be}")
        return text

    return AfterValidator(check)


WebAddress = Annotated[str, _form(r"https?://[!-~]+", "an address that begins with https:// or http://")]
HalfYear = Annotated[str, _form(r"[0-9]{4}H[12]", 'a half-year such as "2024H1" or "2024H2"')]
HeaderText = Annotated[str, _form(r"[ -~]+", "one line of ASCII, because it travels in a header")]
VariableName = Annotated[str, _form(r"[A-Za-z_][A-Za-z0-9_]*", "the name of a variable of the environment, not the key itself")]
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HostName = Annotated[
    str,
    _form(
        rf"(?=.{{4,253}}\Z)(?:{_LABEL}\.)+(?!\d+\Z){_LABEL}",
        'the name of a public host in small letters, such as "www.example.org", without https:// and without a path',
    ),
]
LedgerAddress = Annotated[
    str,
    _form(
        r"(postgres|postgresql|postgresql\+psycopg)://[!-~]+|sqlite:////[^\0]+|sqlite:///[A-Za-z]:[^\0]+",
        "postgresql+psycopg://USER@HOST/DATABASE, or sqlite:/// with the whole path of a file",
    ),
]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReportAddress(_Section):
    """Where one half-yearly report lies and the day it came out."""

    url: WebAddress
    published_on: date


class NetflixAddresses(_Section):
    """Where Netflix' files lie; null or empty where the package's own addresses hold."""

    weekly_url: WebAddress | None = None
    reports: dict[HalfYear, ReportAddress] = {}


class Sources(_Section):
    """One part per publisher."""

    netflix: NetflixAddresses = NetflixAddresses()


class Fetch(_Section):
    """How requests introduce themselves; ``contact`` is null where the user gave none."""

    contact: HeaderText | None = None


class ColumnSection(_Section):
    """Where a declared column comes from: another name (alone, or as ``from``), a constant, or nowhere.

    ``unit`` and ``zone`` are those of the user's values; null as declared. What they can be depends on the column and is
    checked where the table is opened.
    """

    from_: str | None = Field(default=None, alias="from")
    unit: str | None = None
    zone: str | None = None
    value: bool | int | float | str | None = None
    absent: bool = False

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, given: Any) -> Any:
        return {"from": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _says_one_thing(self) -> typing.Self:
        if (self.value is not None) + self.absent + bool(self.from_ or self.unit or self.zone) != 1:
            raise ValueError("must say one of: from (with unit or zone), value, or absent = true")
        return self


class TableSection(_Section):
    """Where a declared table comes from; ``source`` is its own name, null the declared one. Columns by declared name."""

    source: str | None = None
    columns: dict[str, ColumnSection] = {}


class Tables(_Section):
    """One part per declared table of a viewing log."""

    viewing: TableSection = TableSection()
    episodes: TableSection = TableSection()
    accounts: TableSection = TableSection()
    titles: TableSection = TableSection()
    costs: TableSection = TableSection()


class LogPlace(_Section):
    """Where a log lies that is measured in place; null where there is none."""

    source: str | None = None


def _flat(given: Any, above: str = "") -> Any:
    """Settings by their full names: TOML reads an unquoted ``spark.executor.memory`` as tables within tables."""
    if not isinstance(given, dict):
        return given
    flat: dict[str, Any] = {}
    for name, value in given.items():
        flat |= _flat(value, f"{above}{name}.") if isinstance(value, dict) else {f"{above}{name}": _setting(value)}
    return flat


def _setting(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else value


class SparkSection(_Section):
    """The cluster that runs what is asked of Spark: its master, and further settings of Spark by name."""

    master: str = "local[*]"
    settings: Annotated[dict[str, str], BeforeValidator(_flat)] = {}


class Engines(_Section):
    """One part per engine that has something to set."""

    spark: SparkSection = SparkSection()


class ClaimsSection(_Section):
    """Where the claims ledger lies, null for ``claims.db`` in the workspace; and how outlets are graded."""

    ledger: LedgerAddress | None = None
    grades: dict[str, Grade] = {}


class ArticlesSection(_Section):
    """The hosts from which articles may be fetched, none where none is named; the time that reading one may take, seconds."""

    hosts: tuple[HostName, ...] = ()
    seconds_per_article: Annotated[float, Field(gt=0, le=3_600)] = 60.0


class ExtractorSection(_Section):
    """The language model that reads beside the grammar; ``base_url`` and ``model`` are null where none does."""

    base_url: WebAddress | None = None
    model: HeaderText | None = None
    key_variable: VariableName | None = None
    output: typing.Literal["tool", "schema", "text"] = "tool"
    timeout_s: Annotated[float, Field(gt=0, le=3_600)] = 120.0

    @model_validator(mode="after")
    def _whole(self) -> typing.Self:
        if (self.base_url is None) != (self.model is None):
            raise ValueError("needs base_url and model, both or neither")
        return self


class Configuration(_Section):
    """The whole of ``cliffhanger.toml``."""

    fetch: Fetch = Fetch()
    sources: Sources = Sources()
    tables: Tables = Tables()
    log: LogPlace = LogPlace()
    engines: Engines = Engines()
    claims: ClaimsSection = ClaimsSection()
    articles: ArticlesSection = ArticlesSection()
    extractor: ExtractorSection = ExtractorSection()


def read_configuration(path: Path) -> Configuration:
    """Read and check ``cliffhanger.toml``.

    Raises
    ------
    InputError
        When it is not TOML, or a key or value cannot be; names the key and what is allowed there.
    """
    try:
        # Windows editors put a byte-order mark at the start, which tomllib refuses.
        tables = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"no valid TOML: {error}", place=str(path), remedy="Mend that line") from error
    try:
        configuration = Configuration.model_validate(tables)
    except ValidationError as error:
        raise _bad_key(path, error.errors()[0]) from error
    if any(part.columns for _, part in configuration.tables):
        _check_columns(path, configuration.tables)
    return configuration


def _check_columns(path: Path, tables: Tables) -> None:
    from cliffhanger.measurements.log_tables import LOG_TABLES  # here: it loads Ibis, which a reader of articles can do without

    for table in LOG_TABLES:
        for column in getattr(tables, table.name).columns:
            if column not in table.schema.names:
                raise _no_key(path, ["tables", table.name, "columns", column], table.schema.names)


def _bad_key(path: Path, found: ErrorDetails) -> InputError:
    place = [str(part) for part in found["loc"] if part != "[key]"]
    key = ".".join(place)
    if found["type"] == "extra_forbidden":
        return _no_key(path, place, _keys_at(place[:-1]))
    problem = f"{key}: {found['msg'].removeprefix('Value error, ')}"
    return InputError(problem, place=str(path), remedy=f"A new workspace's {MARKER} shows the form")


def _no_key(path: Path, place: Sequence[str], allowed: Sequence[str]) -> InputError:
    close = difflib.get_close_matches(place[-1], allowed, n=1)
    hint = f'Did you mean "{close[0]}"? ' if close else ""
    remedy = f"{hint}Allowed there: {', '.join(allowed)}"
    return InputError(f"there is no key {'.'.join(place)}", place=str(path), remedy=remedy)


def _keys_at(place: Sequence[str]) -> list[str]:
    section: Any = Configuration
    for key in place:
        tables = typing.get_args(section)  # of a table of tables, whose keys are the user's
        section = tables[-1] if tables else section.model_fields[key].annotation
    section = (typing.get_args(section) or (section,))[-1]
    return sorted(field.alias or name for name, field in section.model_fields.items())
