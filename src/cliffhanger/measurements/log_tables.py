"""The tables that a service brings: its viewing log and what explains it. Names, types, units, keys.

They are checked at the edge (``checks``) and trusted from there on. Moments are UTC without a zone, known to the second;
money is in the account's or line's own currency.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.schema as sch

EARLIEST_YEAR = 2000
LATEST_YEAR = 2067  # the clustered store counts seconds from 2000 in 32 bits


@dataclass(frozen=True, slots=True)
class Column:
    """One declared column.

    Attributes
    ----------
    name, type
        The type in Ibis' notation; a leading ``!`` means never null.
    unit
        Unit of the values, empty where there is none.
    meaning
        One phrase; for a column that may be null it says what null means.
    low, high
        Smallest and largest value that can be; null where there is no limit. Of moments: the year.
    allowed
        The words that can stand there; empty where any can.
    """

    name: str
    type: str
    meaning: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values must stand in another table."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """A table's contract.

    Attributes
    ----------
    grain
        What one row is.
    key
        Columns that tell rows apart. Of rows with an equal key the first stands; the others are duplicates.
    required
        Whether a log without this table is refused.
    """

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    required: bool = False

    @property
    def schema(self) -> sch.Schema:
        """Names and types, in order."""
        return ibis.schema({column.name: column.type for column in self.columns})

    def column(self, name: str) -> Column:
        """The declared column of a name."""
        return next(column for column in self.columns if column.name == name)


_TITLE = Column("title_id", "!string", "the service's own name for a title")
_SEASON = Column("season", "!int16", "number of the season; 0 for specials", low=0, high=999)
_EPISODE = Column("episode", "!int16", "number of the episode in its season", low=0, high=9999)

TITLES = DeclaredTable(
    name="titles",
    grain="title",
    key=("title_id",),
    columns=(
        _TITLE,
        Column("series", "!string", "the name that viewers see"),
        Column("aliases", "string", "other names, parted by |; null: none"),
        Column("service", "string", "where it runs; null: the log's own service"),
        Column("owner", "string", "who holds the rights; null: not said"),
        Column("genre", "string", "null: not said"),
        Column("language", "string", "of the original; null: not said"),
        Column("country", "string", "of the production; null: not said"),
    ),
)

VIEWING = DeclaredTable(
    name="viewing",
    grain="play session",
    key=("account_id", "profile_id", "title_id", "season", "episode", "started_at"),
    references=(Reference(("title_id", "season", "episode"), "episodes"), Reference(("account_id",), "accounts")),
    required=True,
    columns=(
        Column("account_id", "!int64", "the household that pays"),
        Column("profile_id", "!int64", "the viewer within it; 0 where profiles are not told apart"),
        _TITLE,
        _SEASON,
        _EPISODE,
        Column("started_at", "!timestamp", "when the session began", unit="UTC", low=EARLIEST_YEAR, high=LATEST_YEAR),
        Column(
            "arrived_at",
            "timestamp",
            "when the row reached the log; null: when it began",
            unit="UTC",
            low=EARLIEST_YEAR,
            high=LATEST_YEAR,
        ),
        Column("seconds_viewed", "!int32", "played, not elapsed", unit="seconds", low=0, high=86_400),
        Column("territory", "string", "where it was played; null: not said"),
        Column("plan", "string", "the account's plan then; null: not said"),
    ),
)

EPISODES = DeclaredTable(
    name="episodes",
    grain="title, season, episode, territory",
    key=("title_id", "season", "episode", "territory"),
    required=True,
    columns=(
        _TITLE,
        _SEASON,
        _EPISODE,
        Column("runtime_s", "!int32", "length of the episode", unit="seconds", low=1, high=86_400),
        Column(
            "released_at",
            "!timestamp",
            "when it could first be played; a schedule, so it may lie ahead",
            unit="UTC",
            low=EARLIEST_YEAR,
            high=LATEST_YEAR,
        ),
        Column("territory", "string", "where that holds; null: wherever no row of its own says otherwise"),
    ),
)

ACCOUNTS = DeclaredTable(
    name="accounts",
    grain="account",
    key=("account_id",),
    required=True,
    columns=(
        Column("account_id", "!int64", "the household that pays"),
        Column("signed_up_at", "!timestamp", "when it joined", unit="UTC", low=EARLIEST_YEAR, high=LATEST_YEAR),
        Column("cancelled_at", "timestamp", "when it left; null: it has not", unit="UTC", low=EARLIEST_YEAR, high=LATEST_YEAR),
        Column("plan", "!string", "such as ads, standard, premium"),
        Column("territory", "!string", "where it is billed: its home"),
        Column("monthly_price", "!float64", "what it pays", unit="currency units a month", low=0, high=1e6),
    ),
)

COSTS = DeclaredTable(
    name="costs",
    grain="title, season, cost line",
    key=("title_id", "season", "kind", "source"),
    columns=(
        _TITLE,
        _SEASON,
        Column(
            "kind",
            "!string",
            "what it was paid for; a credit lowers the cost",
            allowed=("production", "marketing", "rights", "credit"),
        ),
        Column("amount", "!float64", "", unit="currency units", low=0, high=1e12),
        Column("currency", "!string", "ISO 4217, such as USD"),
        Column("per_episode", "!boolean", "whether the amount is for one episode"),
        Column(
            "quality", "!string", "how well it is known", allowed=("filing", "leak", "trade report", "list article", "own books")
        ),
        Column("source", "!string", "where it stands"),
    ),
)

PUBLIC_FIGURES = DeclaredTable(
    name="public_figures",
    grain="title, season, period, territory",
    key=("title_id", "season", "period", "territory"),
    columns=(
        _TITLE,
        _SEASON,
        Column("period", "!string", "such as 2024H1"),
        Column("period_start", "!date", "first day"),
        Column("period_end", "!date", "last day"),
        Column("published_on", "!date", "the day from which it counts as known"),
        Column("territory", "string", "null: the whole world"),
        Column("hours", "!float64", "hours viewed", unit="hours", low=0),
        Column("views", "float64", "null: not printed", low=0),
        Column("runtime_h", "float64", "of the season; null: not printed", unit="hours", low=0),
        Column("rank", "int16", "null: not ranked", low=1),
        Column("source", "!string", "where it stands"),
    ),
)

SIGNALS = DeclaredTable(
    name="signals",
    grain="title, day, channel",
    key=("title_id", "day", "channel", "metric"),
    columns=(
        _TITLE,
        Column("day", "!date", ""),
        Column("channel", "!string", "such as change.org"),
        Column("metric", "!string", "what is counted", allowed=("signatures", "mentions", "pageviews")),
        Column("value", "!float64", "", low=0),
        Column("source", "!string", "where it stands"),
    ),
)

ARTICLES = DeclaredTable(
    name="articles",
    grain="document",
    key=("sha256",),
    columns=(
        Column("url", "string", "null: a file"),
        Column("file", "string", "null: read from its address"),
        Column("outlet", "string", "null: not known"),
        Column("published_at", "timestamp", "null: not known", unit="UTC"),
        Column("seen_at", "!timestamp", "", unit="UTC"),
        Column("language", "string", "null: not known"),
        Column("sha256", "!string", "of the text"),
    ),
)

TABLES = (TITLES, VIEWING, EPISODES, ACCOUNTS, COSTS, PUBLIC_FIGURES, SIGNALS, ARTICLES)
LOG_TABLES = (VIEWING, EPISODES, ACCOUNTS, TITLES, COSTS)
