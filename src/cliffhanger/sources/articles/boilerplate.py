"""What stands on a page and is no part of the article, told by the element it is in or by its own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

CODE = frozenset(
    "script style noscript template svg iframe object canvas math title select button textarea datalist audio video map".split()
)
_ELEMENTS = {
    "nav": "navigation",
    "menu": "navigation",
    "aside": "related",
    "footer": "footer",
    "form": "form",
    "dialog": "consent",
    **dict.fromkeys(("del", "s", "strike"), "struck out"),
}
# What a page says outright by these is believed however much stands in them, if they are closed.
PLAIN = frozenset({"nav", "menu", "footer"})
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "navigation",
    "complementary": "related",
    "contentinfo": "footer",
    "search": "form",
    "dialog": "consent",
    "alertdialog": "consent",
}
# Words of classes and ids that tell by themselves and as part of a longer one ("post-share", "cookie-banner").
_TELLING = {
    "navigation": "nav navbar navigation breadcrumb breadcrumbs topbar subnav sitenav pagination pager masthead",
    "advertisement": "ad ads advert adverts advertisement advertising adsense sponsor sponsored promo promos promotion dfp "
    "taboola outbrain affiliate",
    "related": "related recommended recommendations readmore recirc sidebar widget widgets trending "
    "relatedposts relatedarticles relatedcontent relatedstories",
    "newsletter": "newsletter newsletters subscribe signup paywall",
    "consent": "cookie cookies consent gdpr ccpa onetrust",
    "share": "share sharing social sharebar addthis",
    "footer": "footer colophon imprint copyright",
    "comments": "comments disqus",
    "tags": "tags taglist",
}
# Words that tell only where they are the whole of it, or with furniture about them ("more-links").
_ALONE = {
    "navigation": "menu skip skip-link site-header",
    "advertisement": "commerce",
    "related": "more more-from rel recs reco recos popular rail teaser-list also-like read-more read-next next-up up-next "
    "most-read most-popular "
    "you-may-also-like",
    "newsletter": "sign-up",
    "consent": "privacy",
    "share": "follow follow-us",
    "footer": "legal disclaimer",
    "comments": "comment respond",
    "tags": "tag-list tag-cloud keywords",
    "credit": "credit credits photo-credit image-credit figcaption-credit caption-credit",
}
_FURNITURE = frozenset(
    "article articles banner bar block box btn button buttons card cards content container form group grid icons inner item "
    "items label link links list menu module notice panel popup post posts section slot stories story strip tile tiles unit "
    "widget widgets wrap wrapper area".split()
)
# A class that ends so names the article's own text, whatever comes before ("read-more-lede").
_OWN = frozenset("lede lead body headline dek intro text copy paragraph main page layout site".split())
_MODIFIERS = frozenset("has no with without is not js hide show after before".split())
_WHY_TELLING = {word: why for why, words in _TELLING.items() for word in words.split()}
_WHY_ALONE = {word: why for why, words in _ALONE.items() for word in words.split()}
_WHY = _WHY_TELLING | _WHY_ALONE
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"[A-Za-z0-9]+")
_UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_LONGEST_CLASS = 80  # characters; what is longer is made by a machine and names nothing
_MOST_CLASSES = 40


def element_reason(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return why an element is no part of the article, or None when it may be."""
    if tag in CODE:
        return "code"
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").strip().lower() == "true"
        or _UNSEEN.search(attributes.get("style", ""))
    ):
        return "hidden"
    if tag in _ELEMENTS:
        return _ELEMENTS[tag]
    role = _ROLES.get(attributes.get("role", "").strip().lower())
    if role:
        return role
    words = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()[:_MOST_CLASSES]
    return next((why for word in words if (why := class_reason(word))), None)


def class_reason(word: str) -> str | None:
    """Return why an element of a class is no part of the article, or None when the class does not say so.

    A class is taken in its parts: ``site-nav``, ``siteNav`` and ``site_nav`` are a ``nav``; ``canvas`` is none.
    """
    if len(word) > _LONGEST_CLASS:
        return None
    parts = [part.lower() for part in _PART.findall(_HUMP.sub("-", word))]
    whole = "-".join(parts)
    if not parts or whole in _WHY:
        return _WHY.get(whole)
    if parts[-1] in _OWN or _MODIFIERS.intersection(parts):
        return None
    bare = list(parts)
    while len(bare) > 1 and bare[-1] in _FURNITURE:
        bare.pop()
    if bare[-1].endswith("nav"):  # "topnav", "footernav"
        return "navigation"
    return _WHY.get("-".join(bare)) or _WHY_TELLING.get(bare[-1]) or (_WHY_TELLING.get(parts[0]) if len(bare) == 1 else None)


# A block that begins so is none of the article's sentences: why, the most words that such a block has, and how it begins. Each
# pattern is anchored and reads the first words only.
_ANY = 10_000
_RULES: tuple[tuple[str, int, str], ...] = (
    ("related", _ANY, (r"(?:read (?:more|next|also)|also read|now read|see also|related(?: (?:articles|stories|posts|news))?|"
        r"you (?:may|might)(?: also)? (?:like|enjoy)|more (?:from|on|stories)|recommended(?: for you)?|trending(?: now)?|up next|"
        r"don[’']t miss|hot|most (?:read|popular)|in case you missed it)\s*(?::|»|>|\||[-–—](?=\s)|$)")),
    ("related", _ANY, r"more (?:from|on)(?: [\w.’'&+-]+){1,3}\s*:[^|\n]{3,120} \| "),
    ("related", 30, r"(?:(?-i:READ MORE|READ NEXT|ALSO READ)\b|you (?:may|might) also (?:like|enjoy)\b)"),
    ("advertisement", _ANY, (r"(?:advertisements?|sponsored(?: content| post)?|paid (?:content|partnership)|promoted)\b\s*"
        r"(?::|\||[-–—]|$)")),
    ("advertisement", 30, r"(?-i:ADVERTISEMENT|SPONSORED)\b"),
    ("newsletter", 60, (r"(?:sign[ -]up (?:for (?:our|the|free|your)|to (?:our|the|get|receive)|and|now|here|today|below)\b|"
        r"sign up\s*$|subscribe(?: (?:to (?:our|the|get)|for|now|here|today|and)\b|\s*[.!:]?$)|(?:join|get) our newsletter|"
        r"enter your e?-?mail|follow us (?:on|for)|download our app|turn on notifications)")),
    ("share", 30, r"(?:share (?:this|on|via)\b|share\s*:|tweet this|pin it\b|copy link|click to share)"),
    ("tags", 80, r"(?:tags?|filed under|topics?|categories|keywords|posted in)\s*:"),
    ("consent", _ANY, (r"(?:we (?:and our \d+ partners|use cookies|value your privacy)|this (?:site|website) uses cookies|"
        r"by continuing to (?:use|browse)|accept (?:all )?cookies)\b")),
    ("footer", 60, r"(?:©|(?:\(c\)|copyright)\s*(?:©|\(c\)|\d{4})|all rights reserved\b)"),
    ("footer", 80, r"(?:media|press) contacts?\b\s*(?::|[-–—]|$)"),
    ("disclaimer", _ANY, (r"(?:disclaimer\s*:|(?:dates|prices|times|entries|details) (?:may|are subject to|can) (?:change|"
        r"be edited|vary)\b|this (?:article|post|page) (?:may contain|contains) affiliate)")),
    ("credit", 40, (r"(?:(?:image|photo|picture|video|header image|featured image)s?\s*(?:source|credit|courtesy|via)\b|"
        r"(?:image|photo|picture|credit|source)s?\s*:)")),
    ("credit", 8, r"(?:image|photo|picture)s? by\b"),
    ("comments", 30, (r"(?:leave a (?:reply|comment)\b|\d+ comments?$|comments? \(\d+\)|"
        r"let us know (?:what you think )?in the comments\b)")),
    ("navigation", 30, (r"(?:(?:previous|next|older|newer) (?:article|post|story|page)\s*(?::|[»«<>→←]|$)|"
        r"skip to (?:main )?content|home\s*[>»/]|table of contents$|jump to (?:content|comments|navigation|section)\b)")),
)  # fmt: skip
_WORDS = tuple((why, most, re.compile(pattern, re.IGNORECASE)) for why, most, pattern in _RULES)
_SOME_RULE = re.compile("|".join(f"(?:{pattern})" for _, _, pattern in _RULES), re.IGNORECASE)  # most blocks match none
_RIGHTS = re.compile(r"all rights reserved\.?\s*$", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"[«<←]?\s*(?:previous|next|older|newer) (?:article|post|story)\s*(?:[»>→]\s*)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.…;,][”\"’')\]]*$")
_LOOKED_AT = 400  # characters of a block that are looked at
_LONGEST_RIGHTS = 40  # words
_LONGEST_HEADLINE = 24  # words


def block_reason(text: str) -> str | None:
    """Return why a block of text is no part of the article, from its first words, or None when it may be."""
    head = text[:_LOOKED_AT].strip()
    words: int | None = None
    for why, most, pattern in _WORDS if _SOME_RULE.match(head) else ():
        if pattern.match(head):
            words = len(text.split()) if words is None else words
            if words <= most:
                return why
    return "footer" if len(head) < _LOOKED_AT and _RIGHTS.search(head) and len(head.split()) <= _LONGEST_RIGHTS else None


def is_neighbour(text: str) -> bool:
    """Say whether a block only points to the article before or after this one."""
    return len(text) < _LOOKED_AT and bool(_NEIGHBOUR.match(text.strip()))


def is_headline(text: str) -> bool:
    """Say whether a block can be the headline of another article: short, and not ended as a sentence is."""
    return len(text) < _LOOKED_AT and len(text.split()) <= _LONGEST_HEADLINE and not _SENTENCE_END.search(text.rstrip())
