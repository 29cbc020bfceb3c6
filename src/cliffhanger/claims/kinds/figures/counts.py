"""Counts: episodes, minutes, viewers, money, signatures, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.count_contrasts import bare_contrasts, contrasts
from cliffhanger.claims.kinds.figures.counts_in_passing import counts_in_passing
from cliffhanger.claims.kinds.figures.counts_told import counts_told, per_season
from cliffhanger.claims.kinds.figures.lengths import lengths
from cliffhanger.claims.kinds.figures.money_told import money_told
from cliffhanger.claims.kinds.figures.order_sizes import order_sizes
from cliffhanger.claims.kinds.figures.petitions import petitions
from cliffhanger.claims.kinds.figures.viewed import compared, overlaps
from cliffhanger.claims.numbers import NUMBER, SMALL_NUMBER, number
from cliffhanger.claims.patterns import fullmatch, may, regex, search

_EPISODE = r"(?:episodes?|parts?|instal?lments?|chapters?|hours?|half-hours?|eps?|parters?|parter)"
_EPISODES = regex(
    rf"(?i)(?<![\d.,£$€-])\b(?P<n>{SMALL_NUMBER})[ -](?:(?:new|more|further|additional|all-new|brand-new|hour-long|half-hour|"
    rf"feature-length|fresh|[a-z]+-minute|\d+-minute|extra|standalone|self-contained|"
    rf"hour-and-a-half)[ -])*(?:[“\"‘][^”\"’]{{2,40}}[”\"’] )?"
    rf"(?P<what>{_EPISODE})\b(?! (?:ago|later|of (?:footage|television|content|material|sleep|viewing)|a (?:week|day)|before|"
    rf"after|per|in the(?! (?:spring|summer|autumn|fall|winter|new year|can|works|pipeline))|mark|chart|drama a))"
)
_SEASON_HAD = regex(
    rf"(?i)\b(?:seasons?|series|run|it|first|second|third) (?:{SMALL_NUMBER} )?(?:had|has|ran to|stopped at|"
    rf"runs to|consists? of|consisted of|comprised|comprises) (?P<n>{SMALL_NUMBER})(?=[.;,]|$)"
)
_NOT_EPISODES = regex(
    r"(?i)\b(?:first|last|next|only|for|every|other|opening|final|to|in|wrote|direct\w*|appear\w*|cast in \w+,? but only for|"
    r"within|of|under|over|lasts?|runs?) $"
)
_FROM = regex(
    rf"(?i)\b(?:up|down|cut|trimmed|reduced|instead|extended|expanded|"
    rf"rather)(?: \w+)? from (?P<n>{SMALL_NUMBER})\b(?![.,]\d| (?:percent|per cent|million|%|viewers|thousand|bn|crore))"
)
_CELL = regex(
    rf"(?i)^(?:(?:number|no\.) of |total )?(?:episodes?|eps\.?)(?:,? ?(?:in|of|for|\(|–|-)? ?(?:the )?(?:season|series|s) ?"
    rf"(?:{SMALL_NUMBER})\)?)?(?: count)?\s*(?:\t|:|\|)\s*(?P<n>{SMALL_NUMBER})\b"
)
_FEWER = regex(
    rf"(?i),? (?P<k>{SMALL_NUMBER}) (?P<sign>fewer|less|more) than (?:was |were |had been |originally |first |"
    rf"the )?(?:ordered|planned|announced|expected|order|original)"
)
_NTH_AND_LAST = regex(
    r"(?i)\b(?P<o>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth) and (?:last|final) episode\b"
)

_UNITS = dict.fromkeys(("chapter", "instalment", "installment", "half-hour", "part", "pop"), "episode") | {"series": "season"}
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "¥": "JPY",
    "₩": "KRW",
    "a$": "AUD",
    "c$": "CAD",
    "dollars": "USD",
    "dollar": "USD",
    "pounds": "GBP",
    "euros": "EUR",
    "euro": "EUR",
    "rupees": "INR",
    "yen": "JPY",
    "won": "KRW",
    "kroner": "DKK",
    "danish kroner": "DKK",
    "norwegian kroner": "NOK",
    "kronor": "SEK",
    "swedish kronor": "SEK",
    "rs": "INR",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "zloty": "PLN",
    "złoty": "PLN",
    "reais": "BRL",
    "r$": "BRL",
    "australian dollars": "AUD",
    "canadian dollars": "CAD",
    "quid": "GBP",
    "crowns": "CZK",
    "czech crowns": "CZK",
    "koruna": "CZK",
    "swiss francs": "CHF",
    "francs": "CHF",
    "rand": "ZAR",
    "forints": "HUF",
    "shekels": "ILS",
    "dirhams": "AED",
    "lei": "RON",
    "lira": "TRY",
    "liras": "TRY",
}
_SIGN = r"(?:US\$|A\$|C\$|R\$|[$£€₹¥₩]|Rs\.? ?|USD ?|EUR ?|GBP ?)"
_NAMED = (
    r"(?:(?:Danish|Norwegian|Swedish|Australian|Canadian|US|Czech|Swiss) )?(?:crowns|koruna|"
    r"francs|rand|forints|shekels|dirhams|lei|liras?|pesos|dollars?|pounds|euros?|rupees|yen|won\b(?! (?:the|a|"
    r"an|two|three|best))|kroner|kronor|zloty|złoty|reais|quid|EUR|USD|SEK|NOK|DKK)"
)
_MONEY = regex(
    rf"(?P<sign>{_SIGN})(?P<n>{NUMBER})(?!\d)|\b(?P<m>(?i:{NUMBER})) (?P<named>{_NAMED})|\b(?P<bare>(?i:{NUMBER})) (?=an "
    rf"episode|"
    rf"per episode|an hour|a chapter)"
)
_BUDGET = regex(
    r"(?i)\b(?:budget|cost(?:s|ing|ed)?|price(?:y|d)?|priciest|spent|spend|spending|an? (?:episode|hour|chapter|season|"
    r"instal|pop\b|go\b)|apiece|bill\b|"
    r"per (?:episode|hour|chapter|season)|each|paid|shortfall|produced for|made for|expensive|fee|salary|fortune|licen[cs]e|"
    r"tax credits?|incentives?|rebate|funds?|grants?|subsid\w+|financ\w+|backed|put in|invest(?:ed|ing|ment)|bankroll\w*|"
    r"ask(?:ed|ing) (?:for|price)|demand(?:ed|ing|s)?|charg(?:ed|es|ing)|earn(?:ed|s|ing)?|takes? home|paying|pocket(?:ed|"
    r"s|ing)?|quoted|remuneration|"
    r"commit(?:s|ted|ting)?|(?:season|series|production|show|episodes?|run|drama|shoot|hour|it)\b[^.;?!]{0,30}? (?:c[ao]mes? "
    r"(?:in|out) at|"
    r"ran to|runs to|works? out at|comes to|came to|clocks? in at|has been put at|was put at)|"
    r"(?:have|has|had) put it at|pay ?cheques?|paychecks?|wages?|to make|(?:shell|splash|fork)(?:s|ed|ing)? out|"
    r"splurg(?:ed|ing)|lavish(?:ed|ing)|plough(?:ed|ing)|plow(?:ed|ing)|sank|pour(?:ed|ing)|doing the rounds|overspen[dt]\w*|"
    r"overr[au]ns?|(?:go|goes|gone|going|went|ran)(?= [$£€][\d.,]+(?: ?\w+)? over\b)|for (?:the|each|every|a|its) (?:whole |"
    r"full |entire "
    r"|new |first |second |third )?(?:season|run)(?=[.,;!?]|$)|per-(?:episode|hour))\b"
)
# "a €14 million harbour drama".
_A_DRAMA = regex(
    r"(?:[ -](?!(?:and|for|of|in|to|by|from|on|at|viewers|people)\b)[\w’']+){0,6}?[ -](?:drama|series|show|"
    r"thriller|production|comedy|saga|epic|adaptation|project|"
    r"mini-?series|remake|reboot|spin-?off|prequel|sequel|romance|mystery|sitcom|fantasy|western|biopic|co-production|"
    r"shoot)s?\b"
)
_PER = regex(
    r"(?i)\b(?:per|an?|each|for each|every|for every) (?P<unit>episode|hour|chapter|season|series|instal?lment|"
    r"half-hour|part|pop)\b|\b(?P<apiece>apiece|each)\b"
)
_PER_BEFORE = regex(
    r"(?i)\b(?:(?:each|every|per|an) (?P<unit>episode|hour|chapter|instal?lment)\b|per-(?P<by>episode|hour)\b|each of (?:the|"
    r"its)"
    r" (?:\w+ )?(?P<of>episode|hour|chapter|instal?lment|part)s\b)[^.;]{0,45}$"
)
# Without one of these no number of episodes is told; the last are told without a number.
_A_COUNT = regex(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|twelfth)|eleven|twelve|teen|"
    r"twent|thirt|fort[yi]|fift|sixt|same|as many|\blike\b|short|trunc|curtail|length|\bepisodes\b|\b(?:one|a|"
    r"single)[- ](?:part|episode|chapter|off)"
)
_HASHTAG = regex(r"(?<![\w&/])#(?P<tag>[^\W\d]\w*)")


_WISHED = regex(  # what somebody would like to have is no order
    r"(?i)\b(?:all|what|everything) (?:we|I|they|fans|viewers|people)(?:[’'](?:d|re)| would| really| are| just)*(?: (?:ask|"
    r"asking|want|"
    r"need|beg|begging|wish|long|demand|like|call))\b[^.;?!]{0,20}? (?:is|are|was|for is)\b|^[“\"]?I(?:[’']d)?(?: just| really|"
    r" only| still)? "
    r"(?:want|need|wish|love|like)\b[^.;?!]{0,30}? (?:episodes|parts|chapters)\b|^(?:[“\"])?(?:Please|Just) "
    r"(?:give|make|do|let) (?:us|them|it)\b"
)


def counts(place: Place) -> Iterator[Found]:
    """Find every count that a sentence gives."""
    text = place.text
    if "#" in text:
        for tag in _HASHTAG.finditer(text):
            negated = bool(search(r"(?i)\bnot (?:use )?$", text[: tag.start()]))
            yield Found("hashtag", tag.start(), tag.end(), {"tag": f"#{tag['tag']}"}, "-" if negated else "+")
    taken: list[tuple[int, int]] = []
    numbered = may(_A_COUNT, text) and _WISHED.search(text) is None
    for size in _sizes(place, taken) if numbered else ():
        taken.append((size.start, size.end))
        yield from per_season(place, size)
    yield from lengths(place)
    sums = list(_money(place))
    yield from sums
    yield from money_told(place, sums)
    yield from petitions(place)


def _sizes(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    yield from _episodes(place)
    yield from order_sizes(place, taken)
    yield from counts_told(place, taken)
    yield from counts_in_passing(place, taken)


def _int(text: str) -> int | None:
    value = number(text)
    return int(value) if value is not None and value == int(value) else None


def _episodes(place: Place) -> Iterator[Found]:
    text = place.text
    season = season_of(text)
    if not search(
        r"episod|part|instal|chapter|hour|\bep\b|eps\b|one fewer|previous|half-hour|\bhad\b|\border|trimmed|shortened|"
        r"reduced|ran to|runs to|consist|compris|stopped at|\bfrom\b|"
        r"\bnot\b",
        place.lower,
    ):
        return
    against = next(contrasts(place), None)
    if against:
        yield against
        return
    told = list(bare_contrasts(place))
    yield from told
    used = [(one.start, one.end) for one in told]
    for found in _SEASON_HAD.finditer(text):
        named = search(r"(?i)^(?:seasons?|series)", found[0]) or _episodic_near(place)
        if named and (n := _int(found["n"])) and 2 < n < 400:
            yield Found("episode_count", found.start(), found.end(), {"n": n}, season=season)
    for found in _EPISODES.finditer(text):
        n = _int(found["n"])
        if n is None or not 0 < n < 400 or (n == 1 and "part" not in found["what"]) or _not_count(text, found):
            continue
        if overlaps(found.span(), used):
            continue
        start, end = place.sentence.clause(found.start(), found.end())
        changed_by = _FEWER.match(text[found.end() :])
        change = {}
        if changed_by:
            step = _int(changed_by["k"]) or 0
            change = {"was": n + step if changed_by["sign"].lower() in {"fewer", "less"} else n - step}
        yield Found(
            "episode_count",
            max(start, found.start() - 30, text.rfind(", ", 0, found.start()) + 1),
            found.end(),
            {"n": n} | change,
            season=season_of(text[start:end]) or season,
        )
    before = _FROM.search(text)
    of_a_run = search(r"(?i)episode|order|run|part|\beps?\b", text) is not None
    if before and of_a_run and not overlaps(before.span(), used) and (n := _int(before["n"])):
        yield Found("episode_count", before.start(), before.end(), {"n": n}, season=season_of(text[before.start() :]), past=True)
    cell = _CELL.match(text)
    if cell and (n := _int(cell["n"])):
        yield Found("episode_count", cell.start("n"), cell.end("n"), {"n": n})
    last = _NTH_AND_LAST.search(text)
    if last:
        from cliffhanger.claims.numbers import ordinal

        yield Found("episode_count", last.start(), last.end(), {"n": ordinal(last["o"])}, season=season, past=True)


def _episodic_near(place: Place) -> bool:
    near = (place.text, *(sentence.text for sentence in place.before[-2:]))
    return any(search(r"(?i)episod|instal|chapter|\bseasons?\b|\bseries\b", text) for text in near)


_PAID_FOR = regex(  # "6.8 million euros for eight instalments"
    rf"(?i)(?:{_SIGN}[\d.,]+(?: ?(?:million|m|crore|billion|bn|k|thousand))?|\b(?:million|crore|thousand|billion)(?: "
    rf"{_NAMED})?|"
    rf"\d {_NAMED}) (?:for|to|on|over|across|spread over) (?:the |all |a total of )?$"
)
_RUNS = regex(r"(?i)\b(?:runs?|ran) (?:just |only |about )?$")
_ARE_PLANNED = regex(
    r"(?i)(?: of [^.;?!,]{2,40}?)? (?:are|were|have been|had been|will be|would be|is|was)(?: now| only| to be| being)* "
    r"(?:planned|ordered|made|filmed|"
    r"shot|commissioned|scheduled|left|coming|expected|produced|greenlit|in the works)\b"
)


def _not_count(text: str, found: re.Match[str]) -> bool:
    """A span of time or a part of a run is no order: "the first eight episodes", "lasts six minutes", "two hours"."""
    what, before, after = found["what"].lower(), text[: found.start()], text[found.end() : found.end() + 30]
    if (
        _RUNS.search(before)
        and not what.startswith(("hour", "half"))
        and not search(r"(?i)\b(?:arcs?|stor\w+|stint|plot)\b", before)
    ):
        return False  # "the third season will run seven episodes"
    if what.startswith("hour") and not search(
        r"(?i)\ball $|order\w* [^.]{0,30}$|direct [^.]{0,10}$|(?:season|series|run) of $", before
    ):
        return True
    if what.startswith("part") and search(r"(?i)\b(?:in|of) $", before) and not search(r"(?i)(?:season|series|run) of $", before):
        return True
    if search(
        r"(?i)\b(?:signed|booked|contracted|hired|on board|confirmed|cast|stays?|joins?|stick\w*) (?:up |on )?for (?:\w+ "
        r"){0,3}$",
        before,
    ):
        return True  # what a player is to be seen in
    if search(r"(?i)^ (?:premiere|finale|arc|opener|stint|guest|appearance|debut|launch|block|special|drop|event)\b", after):
        return True
    if search(
        r"(?i)\b(?:appear\w*|pops? up|pop up|guest\w*|cameo\w*|seen|turns? up|shows? up|features?|wrote|directed|"
        r"helmed)\b[^.;]{0,30}\bin "
        r"(?:just |only |about |up to |at least )?$",
        before,
    ):
        return True
    if search(r"(?i)(?:\bnot|n[’']t)\b[^.;]{0,25}\bto (?:make|do) $", before):
        return True
    if search(
        r"(?i)\b(?:he|she|who|they)(?:[’']s| is| was| will be| are| were)? (?:off|out|gone|leaves?|left|dies?|exits?|quits?|"
        r"departs?|departed|written out|killed off)(?: [\w’]+){0,2} (?:after|within|in) $",
        before,
    ):
        return True
    if search(
        r"(?i)^(?:,? then (?:weekly|one)| weekly)\b|\b(?:penultimate|halfway|week|weeks|days?|shorter|longer)\b", after[:14]
    ):
        return True
    if search(
        r"(?i)\b(?:he|she) (?:was|is|had been|has been) (?:only |just )?(?:offered|given|promised|paid for|booked for) "
        r"$",
        before,
    ):
        return True
    if _PAID_FOR.search(before) or (search(r"(?i)\bonly $", before) and _ARE_PLANNED.match(text[found.end() :])):
        return False
    return bool(_NOT_EPISODES.search(before)) and not search(
        (
            r"(?i)(?:order(?:ed)?|season|series|run|picked up|total|runs?|ran|consist\w*|compris\w*|made up|renew\w*|return\w*|"
            r"comprising|was|were|will be|look\w* forward|"
            r"stretch\w*(?: \w+){0,2}|amount\w*|grow\w*|grew|swell\w*|expand\w*|up)(?: \w+)?,? (?:of|for|to|in|over) $"
        ),
        before,
    )


_COSTS = regex(r"(?i)\bcosts?\b|\bbudgets?\b")


def _goes_on(place: Place) -> bool:
    """Say whether a sentence goes on about a cost of which the one or two before it speak: "It was under two million pounds"."""
    last = place.before[-1].text if place.before else ""
    if last.endswith("?") and len(last) < 60 and search(r"(?i)\b(?:costs?|bill|budget|price(?: tag)?)\b", last):
        return True
    return search(r"^(?:[A-Z][\w.’ -]{1,25}: )?[“\"]?(?:It|It[’']s|That|They|We)\b", place.text) is not None and any(
        _COSTS.search(one.text) for one in place.before[-2:]
    )


def _money(place: Place) -> Iterator[Found]:
    text = place.text
    if not search(
        (
            r"[$£€₹¥₩]|quid|crowns|koruna|francs|\brand\b|forint|shekel|dirham|dollar|pound|euro|rupee|kron|yen|\bwon\b|\ban "
            r"episode|per episode|an hour|zlot|złot|reais|\brs\b|"
            r"usd|eur|apiece|\blei\b|\bliras?\b|\bpesos\b"
        ),
        place.lower,
    ):
        return
    for found in _MONEY.finditer(text):
        amount = number(found["n"] or found["m"] or found["bare"])
        if amount is not None and fullmatch(r"\d{1,3}\.000", found["n"] or found["m"] or ""):
            amount *= 1_000  # "640.000 euros": money has no thousandths
        if (
            amount is None
            or amount < 1_000
            or not (
                _BUDGET.search(text)
                or _PER_BEFORE.search(text[: found.start()])
                or _A_DRAMA.match(text, found.end())
                or _goes_on(place)
            )
        ):
            continue
        if search(
            r"(?i)\b(?:house|flat|mansion|ransom|painting|ring|dress|car|farm|loot|heist|gang|bank robbery|hotel|villa|yacht|"
            r"stadium|bridge|offer(?:s|ed) (?:her|him|them))\b[^.;]{0,30}$",
            text[: found.start()],
        ):
            continue
        if search(
            r"(?i)\b(?:sav(?:e|es|ing|ed)|shav(?:e|es|ing|ed)|knock(?:ed|s|ing)|owe[sd]?|debts? of|deficit of|loss(?:es)? of|"
            r"losing|turnover of|fined|sued for|"
            r"prize of|lottery)(?: (?:up to|about|around|some|more than|over|another))? $",
            text[: found.start()],
        ):
            continue
        if search(r"(?i)\d[^.;?!]{0,80},? (?:and )?not (?:the )?$", text[: found.start()]):
            continue  # what it is not
        if found["bare"] and not search(r"(?i)budget|cost|paid|million|thousand", text):
            continue
        sign = (found["sign"] or found["named"] or "").strip().lower().rstrip(".")
        after = _PER.search(text[found.end() : found.end() + 40])
        value: dict[str, object] = {"amount": amount, "currency": _CURRENCIES.get(sign, "unknown")}
        per = after or _PER_BEFORE.search(text[: found.start()])
        if per:
            unit = next((one for one in per.groups() if one), "episode").lower()
            unit = "episode" if unit in {"apiece", "each"} else unit
            value["per"] = _UNITS.get(unit, unit)
        if search(
            r"(?i)\bpaid\b|salary|fee\b|wage|ask(?:ed|ing) for|demand|charg|takes? home|pocket|remuneration|pay ?che", text
        ):
            value["item"] = "salary"
        value |= compared(text[: found.start()])
        start, end = place.sentence.clause(found.start(), found.end())
        yield Found(
            "budget",
            start,
            max(found.end(), min(end, found.end() + (after.end() if after else 0))),
            value,
            season=season_of(text),
            past=True,
        )
