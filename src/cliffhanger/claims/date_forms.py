"""What each form of a date means: from its parts, the day of the article and the tense to a window of days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from cliffhanger.claims import windows
from cliffhanger.claims.numbers import ordinal
from cliffhanger.claims.windows import HOLIDAYS, MONTHS, PARTS_OF_YEAR, WEEKDAYS, Window

Past = bool


def _part(text: str) -> str:
    return re.sub(r"^the |[ -]*of$", "", text.lower().strip()).strip()


def _year(text: str | None, published: dt.date | None) -> int | None:
    if text is None:
        return None
    if text.isdigit():
        return int(text)
    if published is None:
        return None
    word = text.lower().split(" ")[0] if not text.lower().startswith("the") else text.lower()
    return published.year + {"next": 1, "last": -1, "the following year": 1}.get(word, 0)


def _number(text: str) -> int | None:
    return ordinal(text) or (int(text) if text.isdigit() else None)


def _month_number(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _resolved(groups: dict[str, str], published: dt.date | None, month: int, day: int, *, past: bool) -> int | None:
    """Return the year said, or the nearest that fits the tense."""
    if "y" in groups:
        return int(groups["y"])
    if published is None:
        return None
    if "rel" in groups:
        return published.year + {"next": 1, "last": -1}.get(groups["rel"].lower(), 0)
    return windows.nearest_year(published, month, day, past=past)


def _day_range(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    month, first, last = _month_number(g["m"]), _number(g["d"]), _number(g["d2"])
    if first is None or last is None:
        return None
    year = _resolved(g, published, month, last, past=past)
    one, two = (windows.day(year, month, number) if year else None for number in (first, last))
    return one.span(two) if one and two else None


def _dmy(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    month = int(g["mm"]) if "mm" in g else _month_number(g["m"])
    number = _number(g["d"])
    if number is None or not 1 <= month <= 12:
        return None
    year = _year_of_weekday(g, published, month, number) or _resolved(g, published, month, number, past=past)
    return windows.day(year, month, number) if year else None


def _year_of_weekday(g: dict[str, str], published: dt.date | None, month: int, number: int) -> int | None:
    """Return the year of "Friday 8 October" where none is said: of those beside the article the one whose weekday fits."""
    if published is None or "wd" not in g or "y" in g or "rel" in g:
        return None
    wanted = WEEKDAYS.get(g["wd"].lower().rstrip("."))
    found = [windows.day(published.year + step, month, number) for step in (-1, 0, 1)]
    fits = [one.start for one in found if one and one.start and one.start.weekday() == wanted]
    return min(fits, key=lambda day: abs((day - published).days)).year if fits else None


def _days_apart(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """From a day to a day, the year said at the end: "from November 30 to January 4, 2025" begins in the year before."""
    month, first = _month_number(g.get("m") or g["n"]), int(g.get("d") or g["e"])
    month_2, last = _month_number(g.get("m2") or g["n2"]), int(g.get("d2") or g["e2"])
    year = _resolved(g, published, month_2, last, past=past)
    if year is None:
        return None
    one = windows.day(year - (month_2 < month), month, first)
    two = windows.day(year, month_2, last)
    return one.span(two) if one and two else None


def _months_apart(g: dict[str, str], _: dt.date | None, __: Past) -> Window | None:
    one = windows.month(int(g["y"]), _month_number(g["m"]))
    two = windows.month(int(g["y2"]), _month_number(g["m2"]))
    return one.span(two) if one and two else None


def _new_year(_: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """The first months after the turn of the year that is nearest."""
    if published is None:
        return None
    return windows.part_of_year("early", published.year + (0 if past else 1))


def _year_end(_: dict[str, str], published: dt.date | None, __: Past) -> Window | None:
    """The last months of the year of the article."""
    return windows.part_of_year("late", published.year) if published else None


def _week_from(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """Return the seven days from a day on: "the week of 16 March"."""
    first = _dmy(g, published, past)
    return Window(first.start, first.start + dt.timedelta(days=6), "interval") if first and first.start else None


def _day_alone(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """Return "on the 19th": the day of that number next to the day of the article."""
    number = _number(g["d"])
    if published is None or number is None:
        return None
    ahead = 0 if (number <= published.day if past else number >= published.day) else (-1 if past else 1)
    months = published.year * 12 + published.month - 1 + ahead
    return windows.day(months // 12, months % 12 + 1, number)


def _unit_end(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    """From the day of the article to the end of its week or month: "before the month is out"."""
    if published is None:
        return None
    whole = windows.week_of(published, 0) if "week" in g.values() else windows.month(published.year, published.month)
    return Window(published, whole.end, "interval") if whole else None


def _midseason(_: dict[str, str], published: dt.date | None, __: Past) -> Window | None:
    """The second half of an American television season: January to May, of the next year once the spring is over."""
    if published is None:
        return None
    return windows.months(published.year + (published.month >= _SEASON_SETTLED), 1, 5)


_SEASON_SETTLED = 4  # from April on the networks speak of the season that begins in the autumn


def _month_range(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    first, last = _month_number(g["m"]), _month_number(g["m2"])
    year = _resolved(g, published, last, 28, past=past)
    if year is None:
        return None
    if "y" not in g and not past and published and first < last and "rel" not in g:
        year = windows.nearest_year(published, last, 28, past=False)
    if last < first and ("y" in g or past or "rel" in g or (published and first < published.month)):
        year -= 1 if "y" in g or past else 0
    if last < first and "y" not in g and not past and published:
        year = windows.nearest_year(published, first, 28, past=False)
    return windows.months(year, first, last + (12 if last < first else 0), "interval")


def _parts(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    last_year = _year(g["ry2"], published)
    first_year = _year(g.get("ry"), published) or last_year
    if first_year is None or last_year is None:
        return None
    one, two = windows.part_of_year(_part(g["p"]), first_year), windows.part_of_year(_part(g["p2"]), last_year)
    return one.span(two) if one and two else None


def _part_month(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    month = _month_number(g["m"])
    year = _resolved(g, published, month, 1 if past else 28, past=past)
    return windows.part_of_month(_part(g["p"]), year, month) if year else None


def _part_season(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """The third of a season of the year: "the end of the summer" is its last month and the one after, which it runs into."""
    first, last = PARTS_OF_YEAR[g["s"].lower()]
    year = _year(g.get("ry"), published)
    if year is None and published:
        year = windows.nearest_year(published, min(last, 12), 28, past=past)
    if year is None:
        return None
    part = _part(g["p"])
    spans = {
        "early": (first, first),
        "beginning": (first, first),
        "start": (first, first),
        "mid": (first + 1, first + 1),
        "middle": (first + 1, first + 1),
        "late": (last, last),
        "end": (last, last + 1),
    }
    return windows.months(year, *spans[part], "interval")


def _part_year(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    year = _year(g["ry"], published)
    return windows.part_of_year(_part(g["p"]), year) if year else None


def _week(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    month = _month_number(g["m"])
    year = _resolved(g, published, month, 1 if past else 28, past=past)
    if year is None:
        return None
    whole = windows.month(year, month)
    if whole is None or whole.start is None or whole.end is None:
        return None
    nth = {"first": 0, "second": 1, "third": 2}.get(g["n"].lower())
    first = whole.start + dt.timedelta(days=7 * nth) if nth is not None else whole.end - dt.timedelta(days=6)
    return Window(first, first + dt.timedelta(days=6), "interval")


def _nth_weekday(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """Return "the third Sunday in January"; where no year is said, the one that lies on the side of the tense."""
    month, wanted = _month_number(g["m"]), WEEKDAYS[g["w"].lower().rstrip(".")]
    year = _resolved(g, published, month, 1 if past else 28, past=past)
    whole = windows.month(year, month) if year else None
    if whole is None or whole.start is None or whole.end is None:
        return None
    nth = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(g["n"].lower())
    if nth is None:
        found = whole.end - dt.timedelta(days=(whole.end.weekday() - wanted) % 7)
    else:
        found = whole.start + dt.timedelta(days=(wanted - whole.start.weekday()) % 7 + 7 * nth)
    return Window(found, found, "day")


def _month_year(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    year = _year(g["ry"], published)
    return windows.month(year, _month_number(g["m"])) if year else None


def _month(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    if published is None:
        return None
    month = _month_number(g["m"])
    rel = g.get("rel", "").lower()
    if rel == "next":  # the next one to come, and not this month
        return windows.month(published.year + (month <= published.month), month)
    if rel in {"last", "this past"}:
        return windows.month(published.year - (month >= published.month), month)
    return windows.month(windows.nearest_year(published, month, 1 if past else 28, past=past), month)


def _season(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    if published is None:
        return None
    word, rel = (g.get("s") or g["s2"]).lower(), g.get("rel", "").lower()
    first, last = PARTS_OF_YEAR[word]
    past = (past and rel != "next") or rel in {"last", "this past"}
    began = windows.months(published.year, first, last)
    year = published.year
    if began and began.start and began.end:
        if rel == "last" or (past and rel != "this"):
            year -= began.end >= published
        elif rel == "next":
            year += began.start <= published  # said in the autumn, "next autumn" is not the one that has begun
        elif rel in {"", "this coming"}:
            year += began.end < published
    return windows.part_of_year(word, year)


def _movable(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    """The long weekend of Easter or Thanksgiving; "around Easter" is a week more on either side."""
    if published is None and "y" not in g:
        return None
    name = g["h"].lower()
    years = [int(g["y"])] if "y" in g else [published.year + step for step in (-1, 0, 1)] if published else []
    if published and g.get("rel"):
        years = [published.year + {"next": 1, "last": -1}.get(g["rel"].lower(), 0)]
    days = [day for year in years if (day := windows.movable(name, year))]
    if published and len(days) > 1:
        days = [day for day in days if (day <= published if past else day >= published)][-1 if past else 0 :][:1]
    if not days:
        return None
    before, after = (7, 7) if "around" in g else (2, 1) if name == "easter" else (0, 3)
    return Window(days[0] - dt.timedelta(days=before), days[0] + dt.timedelta(days=after), "interval")


def _holiday(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    month, number = HOLIDAYS[g["h"].lower()]
    year = _resolved(g, published, month, number, past=past)
    found = windows.day(year, month, number) if year else None
    if found and found.start and "eve" in g:
        eve = found.start - dt.timedelta(days=1)
        return Window(eve, eve, "day")
    return found


def _unit(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    if published is None:
        return None
    rel, unit = g["rel"].lower(), g["u"]
    step = {"next": 1, "last": -1, "the following": 1}.get(rel, 0)
    if unit == "week":
        return windows.week_of(published, step)
    if unit == "month":
        return windows.months_later(published, step)
    whole = windows.whole_year(published.year + step)
    return _rest_of(whole, published, later=rel.startswith("later"))


def _part_rel(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    if published is None:
        return None
    later = g["p"].lower() == "later"
    if g["u"] == "year":
        return _rest_of(windows.whole_year(published.year), published, later=later)
    return windows.months_later(published, 0) if g["u"] == "month" else windows.week_of(published, 0)


def _rest_of(whole: Window | None, published: dt.date, *, later: bool) -> Window | None:
    """Leave the months that have passed out of "later in the year"; at the start of a year it is from May on."""
    if not later or whole is None or whole.end is None:
        return whole
    first = max(5, published.month + 1)
    return windows.months(published.year, first, 12, "interval") if first <= 12 else whole


def _ago(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    if published is None:
        return None
    words = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
    count = words.get(g["n"].lower()) or (int(g["n"]) if g["n"].isdigit() else None)
    unit = g["u"].lower().rstrip("s")
    if count is None:  # "just days ago", "several months ago": the month it must lie in, or not to be told
        return windows.months_later(published - dt.timedelta(days=5), 0) if unit in {"day", "week"} else None
    if unit == "month":
        return windows.months_later(published, -count)
    if unit == "year":
        return windows.whole_year(published.year - count)
    back = published - dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return Window(back, back, "day") if unit == "day" else windows.months_later(back, 0)


def _weekday(g: dict[str, str], published: dt.date | None, past: Past) -> Window | None:
    if published is None:
        return None
    rel = g.get("rel", "").strip().lower()
    if rel == "next" and published.weekday() == WEEKDAYS[g["w"].lower().rstrip(".")]:
        published += dt.timedelta(days=1)  # said on a Tuesday, "next Tuesday" is not today
    if rel == "last" and published.weekday() == WEEKDAYS[g["w"].lower().rstrip(".")]:
        published -= dt.timedelta(days=1)  # nor is "last Tuesday"
    return windows.weekday(WEEKDAYS[g["w"].lower().rstrip(".")], published, past=rel == "last" or (past and rel != "next"))


def _today(g: dict[str, str], published: dt.date | None, _: Past) -> Window | None:
    if published is None:
        return None
    away = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(g["t"].lower(), 0)
    found = published + dt.timedelta(days=away)
    return Window(found, found, "day")


def _whole_year(g: dict[str, str], _: dt.date | None, __: Past) -> Window | None:
    return windows.whole_year(int(g["y"]))


READERS: dict[str, Callable[[dict[str, str], dt.date | None, Past], Window | None]] = {
    "iso": _dmy,
    "day_range": _day_range,
    "days_apart": _days_apart,
    "months_apart": _months_apart,
    "midseason": _midseason,
    "new_year": _new_year,
    "day_alone": _day_alone,
    "unit_end": _unit_end,
    "year_end": _year_end,
    "dmy": _dmy,
    "mdy": _dmy,
    "numeric": _dmy,
    "month_range": _month_range,
    "parts": _parts,
    "part_month": _part_month,
    "part_season": _part_season,
    "part_year": _part_year,
    "week_of": _week,
    "week_from": _week_from,
    "nth_weekday": _nth_weekday,
    "month_year": _month_year,
    "rel_month": _month,
    "rel_season": _season,
    "holiday": _holiday,
    "movable": _movable,
    "month": _month,
    "rel_unit": _unit,
    "part_rel": _part_rel,
    "ago": _ago,
    "weekday": _weekday,
    "today": _today,
    "season_word": _season,
    "year_noun": _whole_year,
    "year_slate": _whole_year,
    "year": _whole_year,
}
