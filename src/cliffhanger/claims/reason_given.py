"""Whether those who decide give a reason themselves: "citing costs", "the official line is that"."""

from __future__ import annotations

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.patterns import regex

_OWNER = regex(
    r"(?i)\b(?:(?:the )?(?:streamers?|networks?|broadcasters?|cabler|pubcaster|service|platform|channel|studio|company|"
    r"producers?|"
    r"statement|press release)|spokes(?:person|man|woman)|representatives?|rep|publicist)\b"
)
# Whoever decides gives the reason: "citing", "blamed", "the official line is that".
_GIVES = regex(
    r"(?i)[^.;?!]{0,40}?\b(?:citing|cites|cited|blam(?:es|ed|ing)|attribut(?:ed|es|ing)|put(?:s|ting)? (?:that|it|this|the) "
    r"[^.;?!]{0,25}?"
    r"down to|gave|gives|giving|pointed to|pointing to)\b"
)
_OFFICIAL_LINE = regex(
    r"(?i)\b(?:the )?(?:official|given|stated) (?:reason|line|explanation|cause|version|story)\b|"
    r"\b(?:the|official|only|main) (?:reason|explanation|excuse|cause)s? (?:was |were |that was )?given\b|\b(?:official|"
    r"stated|usual) "
    r"(?:excuse|pretext|justification)\b|"
    r"\b(?:cause|reason|explanation)\b[^.;?!]{0,25} (?:was|is|were) (?:given|stated|put down) as\b"
)

# Whoever steps down cites the reason.
_OF_ONES_OWN = regex(
    r"\b(?:stepped (?:down|back|away|aside)|steps (?:down|back|away|aside)|stepping (?:down|back|away|aside)|quit|quits|"
    r"resigned|resigns|left|"
    r"leaves|leaving|withdrew|withdrawn|withdrawing|pulled out|dropped out|bowed out|walked away|departed|exited|exits|"
    r"has gone)\b"
    r"[^.;?!]{0,60}\bciting\b"
)


def gives_reason(place: Place, found: Found) -> bool:
    """Say whether a network, or the words for its own account, give a reason."""
    said, before = place.text[found.start : found.end], place.text[: found.start + 60]
    if _OFFICIAL_LINE.search(place.text[max(0, found.start - 40) : found.end + len(" given")]):
        return True
    owner = place.context.network_pattern.search(before) or _OWNER.search(before)
    return _GIVES.match(said) is not None and (owner is not None or _OF_ONES_OWN.search(before) is not None)
