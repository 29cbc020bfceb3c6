"""The phrases for codes: columns of the model that move a chance, and gaps in what is known."""

from __future__ import annotations

import datetime as dt

from cliffhanger.dossier.record import Gap
from cliffhanger.dossier.returning import Driver
from cliffhanger.report.notation import day, signed

# Column of the model -> what to say where the season has it, and where it does not. Flags name a kind of season, of which is
# then said whether it returns more or less often; measured columns say on which side of the average the season lies.
FLAGS = {
    "first season": ("first seasons", "second and later seasons"),
    "later seasons": ("fourth and later seasons", "first to third seasons"),
    "English": ("English-language originals", "originals not in English"),
    "Korean": ("Korean originals", "originals that are not Korean"),
    "Japanese": ("Japanese originals", "originals that are not Japanese"),
    "Spanish or Portuguese": ("Spanish and Portuguese originals", "originals in neither Spanish nor Portuguese"),
    "limited": ("limited series", "seasons not labelled as limited"),
    "limited, label late": ("older seasons labelled as limited", "seasons without a late limited label"),
    "part label": ("seasons released in parts or volumes", "seasons not released in parts"),
    "kids": ("children's series", "series not for children"),
    "anime": ("anime series", "series that are not anime"),
    "reality": ("reality series", "series that are not reality"),
    "docu": ("documentary series", "series that are not documentaries"),
    "comedy": ("comedies", "series that are not comedies"),
    "fast previous gap": (
        "series whose last season came within eight months", "series whose last season did not come within eight months",
    ),
    "available globally": ("series released worldwide", "series not released worldwide"),
    "first season, listed": ("first seasons that charted at launch", "later seasons and first ones that did not chart"),
    "not in the list": ("seasons that did not chart at launch", "seasons that charted at launch or are older"),
    "before the lists": ("seasons from before the weekly lists", "seasons since the weekly lists began"),
}  # fmt: skip
MEASURED = {
    "relative views": ("launched above the year's median", "launched below the year's median"),
    "relative views, first season": (
        "as a first season, launched above the year's median", "as a first season, launched below the year's median",
    ),
    "weeks in the first four": ("stayed in the list longer than most", "stayed in the list shorter than most"),
    "second to first week": ("held its viewers in the second week", "lost viewers in the second week"),
    "best rank": ("peaked lower in the list than most", "peaked higher in the list than most"),
    "log season": ("more seasons behind it than most", "fewer seasons behind it than most"),
    "log runtime": ("longer than most seasons", "shorter than most seasons"),
    "log previous gap": ("came after a long gap", "came after a short gap or none"),
    "era": ("premiered later than the average season", "premiered earlier than the average season"),
}  # fmt: skip

# Code of a gap -> what is not known, and what would settle it. ``{detail}`` is the gap's own.
GAPS = {
    "no_log": (
        "No viewing log or cost is on file: what another season would add cannot be measured, and no cost is held against it.",
        "A viewing log, the price of a subscription and the cost of an episode.",
    ),
    "no_claims": (
        "No articles have been read: what is known, and who says so, is empty.",
        "Articles, press releases or catalogue pages about the series.",
    ),
    "never_listed": (
        "Never in the weekly list: there are no public launch figures, so no audience forecast for the next season is possible.",
        "The service's own launch figures.",
    ),
    "before_lists": (
        "It premiered before the weekly lists began on 28 June 2021: its launch was not published.",
        "The service's own launch figures.",
    ),
    "no_report": (
        "It is in no half-yearly report yet; the premiere is taken from the weekly list.",
        "The next half-yearly report.",
    ),
    "undetected": (
        "The reports on file end on {detail}; after that a return is seen only if it charts.",
        "The next half-yearly report, or an article about the premiere.",
    ),
    "old_season": (
        "The season is older than 36 months: nearly no season returns after that.",
        "An announcement by the owner.",
    ),
    "open_first_season": (
        "It is an open-ended first season: the hardest case, about which public figures say little.",
        "An announcement by the owner, or a viewing log with the share of viewers who finished the season.",
    ),
    "no_label": (
        "No label had been seen by the as-of day: whether it was meant as a limited series is not known.",
        "A list or report that shows the season with its label.",
    ),
    "runtime_unknown": (
        "The runtime is not known: hours cannot be turned into views.",
        "A half-yearly report, or the runtime from the service.",
    ),
    "announced_end": (
        "Whether the season was announced as the last is not in the figures.",
        "The announcement, or an article that quotes it.",
    ),
}  # fmt: skip


def driver_phrase(driver: Driver) -> str:
    """Say what moves the chance, without the number; a column without words is named as it is."""
    at = 0 if driver.present else 1
    if driver.name in MEASURED:
        return MEASURED[driver.name][at]
    subject = FLAGS[driver.name][at] if driver.name in FLAGS else f"{driver.name}: {'yes' if driver.present else 'no'}"
    return f"{subject} return {'less' if driver.log_odds < 0 else 'more'} often"


def driver_sentence(driver: Driver) -> str:
    """Say what moves the chance and by how much, such as ``Korean originals return less often: -0.9``."""
    return f"{driver_phrase(driver)}: {signed(driver.log_odds)}"


def gap_sentence(gap: Gap) -> str:
    """Say what is not known; an unknown code is shown as it is, not dropped."""
    if gap.code not in GAPS:
        return f"Not known: {gap.code.replace('_', ' ')} {gap.detail}".rstrip() + "."
    return GAPS[gap.code][0].replace("{detail}", _detail(gap.detail))


def gap_remedy(gap: Gap) -> str:
    """Say what would settle it; empty for an unknown code."""
    return GAPS[gap.code][1] if gap.code in GAPS else ""


def _detail(text: str) -> str:
    try:
        return day(dt.date.fromisoformat(text))
    except ValueError:
        return text or "a day that is not on file"
