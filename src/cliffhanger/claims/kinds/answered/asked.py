"""What a question asks for, and of whom."""

from __future__ import annotations

from dataclasses import dataclass

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.cast.names import in_the_cast
from cliffhanger.claims.kinds.renewal.rules import NEXT
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold
from cliffhanger.claims.patterns import Pattern, regex

_WORK = r"(?:film(?:ing)?|shoot(?:ing)?|production|cameras?|photography|on set)"
_WRITING = r"(?:scripts?|writing|writers[’'] room|written|screenplays?)"
# The most special first.
_TOPICS: tuple[tuple[str, Pattern], ...] = tuple(
    (topic, regex(pattern))
    for topic, pattern in (
        ("trailer", r"\b(?:trailer|teaser|footage|first look)\b"),
        (
            "episodes",
            (
                r"\bhow many\b[^?]{0,20}\b(?:episodes?|parts?|chapters?|instal+ments?|hours?|of them|this time)\b|"
                r"\bhow many\?"
            ),
        ),
        ("runtime", r"\bhow long (?:is|are|will|does|do)\b"),
        (
            "why",
            (
                r"\b(?:why (?:was|were|is|has|have|did|are|does)|reasons? (?:for|behind|why)|what[’']s behind|what (?:is|"
                r"was) behind)\b"
                r"[^?]{0,60}?\b(?P<of>cancel\w*|axe[d]?|axing|departure|exit|end(?:ing|ed)?|over|"
                r"leav\w*|left|quit|"
                r"delay\w*|late|so long|shorter|fewer)\b|\bwhat (?:happened|went wrong)\b[^?]{0,20}\?"
            ),
        ),
        ("place", rf"\bwhere (?:do|did|are|will|is|was|were)\b[^?]{{0,30}}?\b(?:{_WORK}|shot|made|filmed)\b"),
        ("directors", r"\bwho(?: is|[’']s| will be| will|[’']ll)? (?:be )?(?:direct(?:s|ing)?|behind the camera)\b"),
        ("writers", r"\bwho(?: is|[’']s| will be| will|[’']ll)? (?:be )?(?:writ(?:es?|ing)|running the show)\b"),
        (
            "joining",
            (
                r"\bwho(?: is|[’']s| will be|[’']s new| else is)? (?:joining|new\b)|\bany new (?:faces|cast|names|"
                r"people)\b"
            ),
        ),
        ("making_when", rf"\bwhen (?:do|does|did|will|are|is|can)\b[^?]{{0,40}}?\b{_WORK}\b"),
        ("writing", rf"\b(?:finished|done|started|begun|have|are there|is there|how far)\b[^?]{{0,30}}?\b{_WRITING}\b"),
        ("platform", r"\b(?:where (?:can|do|to|will|is)|(?:which|what) (?:channel|service|network|platform|streamer))\b"),
        (
            "date",
            (
                r"\bwhen (?:is|does|will|can|do|are|might|could|would)\b[^?]{0,50}?\b(?:it|seasons?|series|shows?|episodes?|"
                r"run|return|"
                r"back|out|air|premieres?|watch|see|launch|drama|expect|that|one|new|next)\b|\b(?:what (?:date|day)|"
                r"release date|how soon|which month)\b"
            ),
        ),
        (
            "making",
            (
                rf"\b(?:started|begun|finished|done|back) {_WORK}\b|\b(?:is|are|has|have) (?:it|they|you|we|\w+ \w+) (?:now |"
                r"already |still )?(?:filming|shooting)\b|\bhas (?:filming|production|shooting) (?:started|begun)\b"
            ),
        ),
        ("last", r"\b(?:(?:last|final) (?:season|series|run|one|ever)|the end(?: of| for)?)\b"),
        (
            "cancelled",
            (
                r"\b(?:cancel\w*|axed|scrapped|dropped|dead)\b|\b(?:is|was) (?:the (?:show|series)|it|this|"
                r"that) (?:\w+ )?over\b"
            ),
        ),
        ("film", r"\b(?:film|movie|spin-?off|prequel|sequel|remake|reboot|christmas special)\b"),
        ("episodes", r"\b(?:episodes|parts|instal+ments)\b"),
        ("heard", rf"\b(?:heard|any news|any word)\b[^?]{{0,40}}?(?:(?i:{NEXT})|\brenew\w*|\bfuture\b|\breturn\b)"),
        ("renewed", rf"(?i:{NEXT})|\b(?:renew\w*|recommission\w*|return\w*|com(?:e|ing) back|be back|happening|saved)\b"),
    )
)
_OF_A_PERSON: tuple[tuple[str, Pattern], ...] = tuple(
    (
        topic,
        regex(
            rf"\b(?:[Ii]s|[Aa]re|[Ww]ill|[Ww]ould|[Hh]as|[Hh]ave|[Dd]oes|[Dd]o|[Cc]an|[Ww]ill we see|[Dd]o we see|[Ss]o,? is) "
            rf"(?P<who>{FULL_NAME}|{ONE_NAME}|you|she|he)\b[^?]{{0,25}}?\b(?:{verbs})\b"
        ),
    )
    for topic, verbs in (
        ("leaves", r"leaving|leave|left|quitting|quit|going|gone|written out|out|moving on"),
        (
            "comes_back",
            (
                r"coming back|come back|back|returning|return|reprising|reprise|in (?:it|the (?:new|next|third|second|fourth|"
                r"final|last) "
                r"(?:season|series))|again|involved|signed|on board"
            ),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a topic, the person it is about if it is about one, and the words that say what it is the reason of."""

    topic: str
    who: str | None = None
    of: str | None = None


def what_is_asked(place: Place, question: str) -> Asked | None:
    """Return what a question asks for; None where that is nothing that the grammar reads.

    That somebody comes back is asked of people and of series: of a person only where the article gives a full name.
    """
    for topic, pattern in _OF_A_PERSON:
        found = pattern.search(question)
        if found and _names_a_person(place, found["who"]):
            who = _actor(place, found["who"])
            return Asked(topic, who) if who else None
    lower = question.lower()
    for topic, pattern in _TOPICS:
        found = pattern.search(lower)
        if found:
            return Asked(topic, of=found.groupdict().get("of"))
    return None


def _names_a_person(place: Place, who: str) -> bool:
    """Say whether a word of a question is a person's: whoever is asked, "she", or a name that the article gives to somebody."""
    if who in {"you", "she", "he"}:
        return True
    context = place.context
    return (
        not context.is_series(who)
        and not context.is_network(who)
        and fold(context.full_name(who)) in {fold(full) for full in context.people.values()}
    )


def _actor(place: Place, who: str) -> str | None:
    if who == "you":
        return place.speaker or place.context.guest
    return None if who in {"she", "he"} else in_the_cast(place, who)
