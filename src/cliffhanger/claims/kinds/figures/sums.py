"""Sums of money that a series costs, in any currency, per episode or in all."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import compared
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import fullmatch, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_EPISODES = ("chapter", "instalment", "installment", "half-hour", "part", "pop", "apiece", "each")
_UNITS = dict.fromkeys(_EPISODES, "episode") | {"series": "season"}
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
SIGN = r"(?:US\$|A\$|C\$|R\$|[$£€₹¥₩]|Rs\.? ?|USD ?|EUR ?|GBP ?)"
NAMED = (
    r"(?:(?:Danish|Norwegian|Swedish|Australian|Canadian|US|Czech|Swiss) )?(?:crowns|koruna|"
    r"francs|rand|forints|shekels|dirhams|lei|liras?|pesos|dollars?|pounds|euros?|rupees|yen|won\b(?! (?:the|a|"
    r"an|two|three|best))|kroner|kronor|zloty|złoty|reais|quid|EUR|USD|SEK|NOK|DKK)"
)
_MONEY = regex(
    rf"(?P<sign>{SIGN})(?P<n>{NUMBER})(?!\d)|\b(?P<m>(?i:{NUMBER})) (?P<named>{NAMED})|\b(?P<bare>(?i:{NUMBER})) (?=an "
    rf"episode|"
    rf"per episode|an hour|a chapter)"
)
_BUDGET = regex(
    r"(?i)\b(?:budget(?:s|ed|ing)?|cost(?:s|ing|ed)?|price(?:y|d)?|priciest|spent|spend|spending|an? (?:episode|hour|chapter|"
    r"season|"
    r"instal|pop\b|go\b)|apiece|bill\b|"
    r"per (?:episode|hour|chapter|season)|each|paid|shortfall|produced for|made for|expensive|fee|salary|fortune|licen[cs]e|"
    r"tax credits?|incentives?|rebate|funds?|grants?|subsid\w+|financ\w+|backed|put in|invest(?:ed|ing|ment)|bankroll\w*|"
    r"ask(?:ed|ing) (?:for|price)|demand(?:ed|ing|s)?|charg(?:ed|es|ing)|earn(?:ed|s|ing)?|takes? home|paying|pocket(?:ed|"
    r"s|ing)?|quoted|remuneration|"
    r"commit(?:s|ted|ting)?|(?:season|series|production|show|episodes?|run|drama|shoot|hour|it)\b[^.;?!]{0,30}? (?:c[ao]mes? "
    r"(?:in|out) at|"
    r"ran to|runs to|works? out at|comes to|came to|clocks? in at|has been put at|was put at)|"
    r"(?:have|has|had) put it at|pay ?cheques?|paychecks?|wages?|to make|(?:shell|splash|fork)(?:s|ed|ing)? out|"
    r"splurg(?:ed|ing)|lavish(?:ed|ing)|(?:plough(?:ed|ing)|plow(?:ed|ing)|sank|sunk|pour(?:ed|ing))(?= [^.;?!]{0,40} into "
    r"(?:the |its |an? )?(?:[\w-]+ ){0,2}?(?:series|show|season|production|drama|run)\b)|doing the rounds|overspen[dt]\w*|"
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

# What a company spends on all that it shows is no series' cost.
_OF_ALL = regex(
    r"(?i)\b(?:spen[dt]\w*|invest\w*|budgets?|outlay|bill|savings?)\b(?:[^.;?!]|\.\d){0,60}? (?:on|in|for) "
    r"(?:(?:all|its|their|original|new|scripted|local|returning|hour-?long|drama|more|such) )*"
    r"(?:programming|programmes|content|originals|dramas|comedies|pilots)\b"
)
_COSTS = regex(r"(?i)\bcosts?\b|\bbudgets?\b")


_BESIDE = regex(rf"(?P<sign>{SIGN})|.*? (?P<named>{NAMED})\b")


def currency_of(words: str) -> str | None:
    """Return the currency of words that begin with a sum, by its sign or by the name that follows; None where none is given."""
    found = _BESIDE.match(words)
    said = (found["sign"] or found["named"]) if found else ""
    return _CURRENCIES.get(said.strip().lower().rstrip("."))


_UNIT_WITHIN = 40  # characters behind a sum


def unit_of(word: str) -> str:
    """Return what a sum is paid for by the word that tells it: a "chapter" is an episode, a "series" a season."""
    return _UNITS.get(word.lower(), word.lower())


def _goes_on(place: Place) -> bool:
    """Say whether a sentence goes on about a cost of which the one or two before it speak: "It was under two million pounds"."""
    last = place.before[-1].text if place.before else ""
    if last.endswith("?") and len(last) < 60 and search(r"(?i)\b(?:costs?|bill|budget|price(?: tag)?)\b", last):
        return True
    return search(r"^(?:[A-Z][\w.’ -]{1,25}: )?[“\"]?(?:It|It[’']s|That|They|We)\b", place.text) is not None and any(
        _COSTS.search(one.text) for one in place.before[-2:]
    )


@only_for(_MONEY)
def sums(place: Place) -> Iterator[Found]:
    """Find the sums that a sentence gives."""
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
        if _OF_ALL.search(text) or _of_something_else(text[: found.start()]):
            continue
        if found["bare"] and not search(r"(?i)budget|cost|paid|million|thousand", text):
            continue
        sign = (found["sign"] or found["named"] or "").strip().lower().rstrip(".")
        after = _PER.search(_before_the_next(text, found.end()))
        value: dict[str, object] = {"amount": amount, "currency": _CURRENCIES.get(sign, "unknown")}
        per = after or _PER_BEFORE.search(text[: found.start()])
        if per:
            value["per"] = unit_of(next((one for one in per.groups() if one), "episode"))
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


def _before_the_next(text: str, start: int) -> str:
    """Return the words behind a sum up to the next one, unless both have one unit ("2 to 3 million an episode")."""
    behind = text[start : start + _UNIT_WITHIN]
    following = _MONEY.search(behind)
    return behind[: following.start()] if following and "," in behind[: following.start()] else behind


def _of_something_else(before: str) -> bool:
    """Say whether the words before a sum make it the price of a thing, a saving or a debt, or what a cost is not."""
    if search(
        r"(?i)\b(?:house|flat|mansion|ransom|painting|ring|dress|car|farm|loot|heist|gang|bank robbery|hotel|villa|yacht|"
        r"stadium|bridge|offer(?:s|ed) (?:her|him|them))\b[^.;]{0,30}$",
        before,
    ):
        return True
    if search(
        r"(?i)\b(?:sav(?:e|es|ing|ed)|shav(?:e|es|ing|ed)|knock(?:ed|s|ing)|owe[sd]?|debts? of|deficit of|loss(?:es)? of|"
        r"losing|turnover of|fined|sued for|"
        r"prize of|lottery)(?: (?:up to|about|around|some|more than|over|another))? $",
        before,
    ):
        return True
    return search(r"(?i)\d[^.;?!]{0,80},? (?:and )?not (?:the )?$", before) is not None
