"""Who in an article works behind the camera or speaks for a company, and who is but a character: neither is of the cast."""

from __future__ import annotations

from collections.abc import Sequence

from cliffhanger.claims.names import FULL_NAME, ONE_NAME, SOMEBODY, fold, trimmed
from cliffhanger.claims.patterns import Pattern, each, regex

_JOBS = (
    r"(?:show-?runner|creator|director|writer|producer|composer|executive|chief|boss|head|president|commissioner|controller|"
    r"author|novelist|spokes(?:person|man|woman)|representative|publicist|agent|editor|critic|analyst|columnist|host|"
    r"organi[sz]er|founder|fan|petitioner)"
)
_OFFICES = r"(?:lawyer|mayor|councillor|minister|professor)"  # what an actor may be "as", "wanted for" or "lined up to play"
_NAMES = rf"{FULL_NAME}(?:(?:, (?:and )?| and | & ){FULL_NAME})*"
_NO_PART = r"(?!(?:play|portray|voic|wants?|need|court|eye)\w* |(?:role|part)s? )"
_MAKERS = (
    regex(rf"\b(?i:{_JOBS}|{_OFFICES})s?,? (?P<names>{_NAMES})"),
    regex(
        rf"(?P<names>{FULL_NAME}|{ONE_NAME}),? (?:\d\d, )?(?:who |and )?(?:(?:is|was|has|the|an?|its|of|{_NO_PART}[a-z-]+|"
        rf"[A-Z][\w’'-]*) ){{0,4}}?(?i:{_JOBS})\b"
    ),
    regex(
        rf"(?P<names>{FULL_NAME}|{ONE_NAME}),? (?:\d\d, )?(?:who |and )?(?:(?:is|was|has|the|an?|its|of|{_NO_PART}"
        rf"(?!as |for |to )[a-z-]+|[A-Z][\w’'-]*) ){{0,4}}?(?i:{_OFFICES})\b"
    ),
    regex(
        rf"(?P<names>{_NAMES}|{ONE_NAME}),? (?:who |also |has |have |will |had )*(?:creat|wr[io]t|direct|produc|develop|"
        rf"runs? the (?:show|series|room|writ|production|network|studio|company|channel))"
    ),
    regex(
        rf"\b(?:creat|writt|direct|produc|develop|overse|show-?r|r[au]n|compos|adapt)\w* by (?:(?:the )?[a-z -]{{3,30}} )?"
        rf"(?P<names>{_NAMES})"
    ),
    regex(rf"\bas (?:[a-z-]+ )?(?:show-?runner|director|producer|composer|host) from (?P<names>{_NAMES})"),
)
_PLAYERS = (
    regex(
        rf"(?P<names>{_NAMES}|{ONE_NAME})(?:,? \d\d,)?,? (?:who |will |has |have |also |set to )*(?:plays?|played|playing|"
        rf"portray(?:s|ed)|stars?\b|"
        r"starred|voices?\b|as (?=[A-Z])|"
        r"returns? as\b(?! (?:the |an? |its |co-?|head |executive |series )*(?:show-?runner|director|"
        r"writer|producer|composer|creator|host|editor))|reprises?)"
    ),
    regex(
        rf"\b(?i:stars?|actors?|actress|lead|leads|co-stars?|cast members?|starring|played by|"
        rf"cast includes?)[,:]? (?P<names>{_NAMES})"
    ),
    regex(rf"(?P<names>{FULL_NAME}) \([A-Z]"),
)
_CHARACTERS = (
    regex(
        rf"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|voic(?:es|ed|ing)|(?:role|part) of|characters?,?|[Aa]s) "
        rf"(?:(?:the )?(?!(?:by|from|in|at|on|for|with|to|opposite|alongside|against|has|have|is|are|was|were|will|and|"
        rf"saying|that|telling|soon|well|long|if|though|she|he|they|it|we|part|of)\b)"
        rf"[a-z’'-]+ ){{0,4}}(?:[A-Z][a-z]+\.? )?(?P<name>{FULL_NAME}|{ONE_NAME})"
    ),
    regex(rf"{FULL_NAME} \((?P<name>{FULL_NAME}|{ONE_NAME})\)"),
    regex(rf"(?P<name>{FULL_NAME}|{ONE_NAME}),? (?:who is |is |was )?(?:played|portrayed|voiced) by\b"),
)


def makers_in(texts: Sequence[str]) -> frozenset[str]:
    """Return the folded names, in full or not, of those whom sentences give a job that is not acting."""
    return _named(_MAKERS, texts)


def players_in(texts: Sequence[str]) -> frozenset[str]:
    """Return the folded names, in full or not, of those whom sentences say to act."""
    return _named(_PLAYERS, texts)


def _named(patterns: tuple[Pattern, ...], texts: Sequence[str]) -> frozenset[str]:
    return frozenset(
        fold(trimmed(name[0])[0])
        for pattern in patterns
        for found in each(pattern, texts)
        for name in SOMEBODY.finditer(found["names"])
    )


def characters_in(texts: Sequence[str]) -> frozenset[str]:
    """Return the folded names, in full or not, of those whom somebody plays."""
    return frozenset(
        fold(trimmed(found["name"])[0]) for pattern in _CHARACTERS for text in texts for found in pattern.finditer(text)
    )
