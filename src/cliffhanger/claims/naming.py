"""When two spellings name one series."""

from __future__ import annotations

import unicodedata


def naming_key(name: str) -> str:
    """Fold a series' name: case, accents, punctuation and spaces do not tell two series apart.

    A name of punctuation alone folds to itself, so that no two such names meet in an empty key.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().replace("&", " and "))
    folded = "".join(letter for letter in plain if letter.isalnum())
    return folded or name.strip().casefold()
