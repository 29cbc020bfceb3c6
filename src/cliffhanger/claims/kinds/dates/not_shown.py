"""Dates that are of nothing shown on television: of the page, of a chart, of a week of figures, of somebody's work or remark."""

from __future__ import annotations

from cliffhanger.claims.dates import Dated, dates, each
from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import regex, search

_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,14})?"
_EDITED = r"(?:(?:last|first) )?(?:published|updated|posted|edited|modified|reviewed|revised|checked)"
_PAGE_DAY = regex(
    rf"(?i)(?:[^.?!]{{0,70}}?[|·•,;–—(-] ?)?{_EDITED}:?(?: on)?:? (?:\w+day,? )?{_DAY}{_CLOCK}(?: by [\w .’-]{{2,40}})?\.?\)?"
    rf"|(?:by|words|text|story|posted by|written by|reporting by)\b:? [^.?!]{{2,70}}?[|·•,;–—-]? ?(?:on )?(?:\w+day,? "
    rf")?{_DAY}{_CLOCK}"
    rf"(?: ?[|·•] ?.{{0,40}})?\.?"
    rf"|[^.?!]{{2,40}}? staff,? (?:\w+day,? )?{_DAY}(?:,? {_EDITED} .{{3,30}})?{_CLOCK}\.?"
)
_OUTLET_DAY = regex(rf"(?i)(?P<name>[^.?!|·•]{{2,40}}?) ?[|·•,–—-] ?(?:\w+day,? )?{_DAY}{_CLOCK}\.?")
_LONGEST_LINE = 140


def is_line_of_the_page(place: Place) -> bool:
    """Say whether a line only dates the page: a byline, "Last updated March 17, 2025", the outlet and a day."""
    if not search(r"\d", place.text):
        return False
    text = place.text.strip()
    if len(text) > _LONGEST_LINE or not text[-12:].strip(" .)").rstrip("apm")[-1:].isalnum():
        return False
    if _PAGE_DAY.fullmatch(text) or _ISSUE.fullmatch(text) or _is_dateline(place, text):
        return True
    named = _OUTLET_DAY.fullmatch(text)
    outlet = place.context.article.outlet
    return bool(named and outlet and named["name"].strip().lower() == outlet.lower())


_ISSUE = regex(rf"(?i)(?:issue|no\.|edition|vol(?:ume|\.)|newsletter|episode)[ #]*\d+,? ?[|·•,–—-]? ?(?:\w+day,? )?{_DAY}\.?")
_PLACE_AND_DAY = regex(
    r"(?:[A-Z][\w.’-]*,? (?:(?:and|upon|on|of|de) )?){1,4}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})(?:,? \d{4})?\.?"
)
_DAYS_OF_A_DATELINE = 3  # between it and the day of the article


def _is_dateline(place: Place, text: str) -> bool:
    """A place and the day of the article, as a release begins: "Leeds, Monday 20 May 2024."."""
    pattern, published = place.context.series_pattern, place.context.published
    if published is None or not _PLACE_AND_DAY.fullmatch(text) or (pattern and pattern.search(text)):
        return False
    said = [window for _, window in each(text, published, past=True) if window.precision == "day" and window.start]
    return any(window.start and abs((window.start - published).days) <= _DAYS_OF_A_DATELINE for window in said)


# What ends right before a date.
_BEFORE = regex(
    r"(?i)\b(?:new|what(?: has)? (?:moved|changed|happened)) $|"
    r"(?:\bback (?:at|in|to) (?:work|the (?:office|studio|chair|desk|ring|saddle))|\breturn(?:s|ed|ing)? to (?:work|"
    r"training|school)|"
    r"\bback (?:on set|filming|shooting)) (?:\w+ ){0,2}$|"
    r"\b(?:charts?|rankings?|top (?:10|ten)|figures|ratings|list|table)(?: [a-z-]+){0,2} (?:for|of|dated|published|covering) "
    r"(?:the )?"
    r"(?:(?:seven days|week) (?:to|ending|of|from) )?(?:\w+day,? )?$|"
    r"\b(?:(?<!\ba )(?<!\bone )week|seven days|period|month|year|quarter)(?:[- ](?:ending|ended|to)|"
    r",? which ended)(?: on)?,? (?:\w+day,? "
    r")?(?:the )?$|"
    r"\b(?:down|up|off|rose|fell|rise|drop(?:ped)?|gain(?:ed)?|increase|decline)\b[^.;?!]{0,40} (?:from|against|"
    r"versus) (?:the )?$|"
    r"\b(?:biggest|best|highest|strongest|lowest|worst|largest|first)\b[^.;,]{2,60}\bsince (?:\w+ in )?$|"
    r"\b(?:rough|bad|good|quiet|busy|strong|weak|poor|big|tough|difficult|long|slow|dismal|terrible|great|wet|rainy) $|"
    r"\b(?:moved|moves|pushed|delayed|shifted|slipped|bumped|brought forward|put back|switched|postponed|rescheduled)\b"
    r"[^.;?!]{0,30} from (?:the )?(?:\w+day,? )?$"
)
# "contrary to what you read here last week"
_READ_THEN = regex(r"(?i)\b(?:read|heard|wrote|written|printed|warned you|told you|ran a story)\b[^.;?!,]{0,40} $")
_WORK_OF_THEN = regex(
    r"(?i)^[’']s (?:\w+ )?(?:film|shoot|recording|rehears|match|fixture|vote|meeting|storm|fire|strike|hearing)"
)
_PLANNED_AWAY = regex(r"(?i)^ (?:to|until|till) ")
# What follows a date: "next week off", "on Tuesday night, when a post claimed".
_AFTER = regex(
    r"(?i)^(?: off\b(?! the air)| (?:nights|evenings|mornings|afternoons)\b(?! (?:from|starting))|(?: night| morning| evening|"
    r" afternoon)?,? (?:when|with|after) (?:an?|the|one|some) (?:[\w’-]+ ){0,3}?"
    r"(?:post|tweet|rumou?r|thread|account|message|report|clip|claim|letter|hashtag|blog|user|fan|listing|screenshot|photo)\b)"
)
_ASK_THEN = regex(
    r"(?i)\b(?:ask|call|ring|phone|tell|see) (?:me|us|him|her|them) (?:again )?(?:(?:at|after|in|on|"
    r"by) )?(?:the )?$"
)
_READY = regex(
    r"(?i)\b(?:would|[’']d|could|might),? (?:\w+, )?[“\"]?(?:come back|do it|do more|go back|return|be back|"
    r"start|sign) (?:\w+ ){0,2}$"
)
_FROM = regex(r"(?i)\bfrom (?:the )?(?:\w+day,? )?$")


def is_of_no_show(place: Place, dated: Dated) -> bool:
    """Say whether the words right beside a date tell that it is of no broadcast."""
    text = place.text
    lead, after = text[max(0, dated.start - 110) : dated.start], text[dated.end : dated.end + 70]
    if dated.groups.get("w") is None and dated.form != "today" and lead.endswith(("rough ", "bad ", "good ", "big ", "first ")):
        return False
    if _ASK_THEN.search(lead):
        return True  # "Ask me at Easter."
    if dated.form == "today" and _READY.search(lead):
        return True  # "she would come back tomorrow"
    if dated.form == "holiday" and lead.endswith(" for ") and any(one.end == dated.start - 5 for one in dates(text)):
        return True  # "October 2026, for Halloween" is that October
    if (dated.form in {"rel_unit", "part_rel"} and _READ_THEN.search(lead)) or _WORK_OF_THEN.match(after):
        return True
    found = _BEFORE.search(lead)
    if found and not (_FROM.search(found[0]) and not _PLANNED_AWAY.match(after)):
        return True
    return _AFTER.match(after) is not None
