"""What stands on a page and is no part of the article, told by the element it is in or by its own words."""

from __future__ import annotations

import re

CODE = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "math", "head", "title", "select", "button"}
)
_ELEMENTS = {
    "nav": "navigation",
    "aside": "related",
    "footer": "footer",
    "form": "form",
    "menu": "navigation",
    "dialog": "consent",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "complementary": "related",
    "contentinfo": "footer",
    "search": "form",
    "dialog": "consent",
}
_CLASSES = {
    "navigation": "nav navbar menu breadcrumb breadcrumbs topbar subnav sitenav pagination skip",
    "advertisement": (
        "ad ads advert advertisement adsense sponsor sponsored promo promotion dfp taboola outbrain affiliate commerce"
    ),
    "related": (
        "related recommended recommendations more readmore teaser-list trending popular widget sidebar rail also-like "
        "next-up recirc most-read"
    ),
    "newsletter": "newsletter subscribe signup sign-up paywall",
    "consent": "cookie cookies consent gdpr ccpa privacy",
    "share": "share sharing social social-bar follow",
    "footer": "footer legal copyright disclaimer colophon imprint",
    "comments": "comments comment disqus respond",
    "tags": "tags taglist tag-list keywords",
    "credit": "credit photo-credit image-credit figcaption-credit",
}
_WHY = {word: why for why, words in _CLASSES.items() for word in words.split()}
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)

# A block that begins so is none of the article's sentences. Each is anchored, so that it costs nothing elsewhere.
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (why, re.compile(pattern, re.IGNORECASE))
    for why, pattern in (
        ("related", (r"(?:read (?:more|next|also)|also read|now read|see also|you (?:may|might) also (?:like|enjoy)|"
            r"related(?: (?:articles|stories|posts|news))?|more (?:from|on|stories)|recommended(?: for you)?|"
            r"trending(?: now)?|up next|don[’']t miss|hot|most (?:read|popular)|in case you missed it)\s*(?::|»|>|$)")),
        ("advertisement", (r"(?:advertisements?|sponsored(?: content| post)?|paid (?:content|partnership)|promoted)\b\s*(?::|"
            r"[-–—]|$)")),
        ("newsletter", (r"(?:sign up|subscribe|join our newsletter|get our newsletter|enter your email|follow us (?:on|for)|"
            r"download our app|turn on notifications)\b")),
        ("share", r"(?:share (?:this|on|via|it)|tweet this|pin it|copy link|click to share)\b"),
        ("tags", r"(?:tags?|filed under|topics?|categories|keywords|posted in)\s*:"),
        ("consent", (r"(?:we (?:and our \d+ partners|use cookies|value your privacy)|this (?:site|website) uses cookies|"
            r"by continuing to|accept (?:all )?cookies)\b")),
        ("footer", r"(?:©|\(c\)|copyright)\s|all rights reserved\b|(?:media|press) contact\b"),
        ("disclaimer", (r"disclaimer\s*:|(?:dates|prices|times|entries|details) (?:may|are subject to|can) (?:change|"
            r"be edited|vary)\b|this (?:article|post|page) (?:may contain|contains) affiliate")),
        ("credit", (r"(?:image|photo|picture|video|header image|featured image)s? (?:source|credit|courtesy|by|via)\b|"
            r"(?:credit|source)\s*:")),
        ("comments", (r"(?:leave a (?:reply|comment)|\d+ comments?$|comments? \(\d+\)|"
            r"let us know (?:what you think )?in the comments)\b")),
        ("navigation", (r"(?:previous|next|older|newer) (?:article|post|story|page)\s*$|skip to (?:main )?content|"
            r"home\s*[>»/]|table of contents$|jump to")),
    )
)  # fmt: skip
NEIGHBOUR = re.compile(r"(?:previous|next|older|newer) (?:article|post|story)\s*$", re.IGNORECASE)


def element_reason(tag: str, attributes: dict[str, str]) -> str | None:
    """Return why an element is no part of the article, or None when it may be."""
    if tag in CODE:
        return "code"
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or re.search(r"display\s*:\s*none", attributes.get("style", ""))
    ):
        return "hidden"
    if tag in _ELEMENTS:
        return _ELEMENTS[tag]
    role = _ROLES.get(attributes.get("role", "").lower())
    if role:
        return role
    for word in _WORD.findall(f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()):
        if word in _WHY:
            return _WHY[word]
    return None


def block_reason(text: str) -> str | None:
    """Return why a block of text is no part of the article, from its first words, or None when it may be."""
    head = text[:160].strip()
    return next((why for why, pattern in _WORDS if pattern.match(head)), None)
