"""The tables of public figures as every later step may trust them: names, types, units.

``weekly`` has one row per week, list and rank of every published version of the weekly list; ``halfyear`` one row per
sheet row of every half-yearly report. Both hold season rows only: what names no season was refused, with its reason, when the
file was read.
"""

from __future__ import annotations

import ibis

WEEKLY = ibis.schema(
    {
        "version": "!string",  # of the file: first 12 digits of its SHA-256
        "version_day": "!date",  # first day on which this version of the row was seen: its label counts from then
        "week": "!date",  # the Sunday that ends it
        "published_on": "!date",  # the Tuesday after: its figures count from then
        "category": "!string",  # TV (English), TV (Non-English)
        "rank": "!int16",
        "series": "!string",
        "series_key": "!string",
        "season": "!int16",
        "part": "int16",
        "label": "!string",  # season, limited, part, alias, unnumbered
        "hours": "!int64",
        "runtime_min": "int32",  # not printed before 2023-06-18
        "views": "int64",  # not printed before 2023-06-18
        "weeks_in_list": "!int16",
    }
)

HALFYEAR = ibis.schema(
    {
        "version": "!string",
        "published_on": "!date",
        "period_start": "!date",
        "period_end": "!date",
        "row": "!int32",  # of the sheet, as a spreadsheet counts
        "films_mixed": "!boolean",  # the sheet holds films too (2023 H1)
        "series": "!string",
        "series_key": "!string",
        "season": "!int16",
        "part": "int16",
        "label": "!string",
        "local_title": "!string",
        "available_globally": "!boolean",
        "release_date": "date",  # null: licensed, or not stated
        "hours": "!int64",
        "runtime_min": "int32",  # not printed in 2023 H1
        "views": "int64",  # not printed in 2023 H1
    }
)

REFUSED = ibis.schema(
    {
        "place": "!string",  # sheet and row, or line
        "title": "!string",
        "reason": "!string",
        # The place in the list that a television row took, null for every other row: see figures.known_weekly.
        "version": "string",
        "version_day": "date",
        "week": "date",
        "category": "string",
        "rank": "int16",
    }
)
