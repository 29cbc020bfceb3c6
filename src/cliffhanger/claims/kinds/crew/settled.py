"""Which of two jobs that a sentence seems to give the same maker is meant, where two rules read the same words."""

from __future__ import annotations

from cliffhanger.claims.found import Found

# What a wider rule reads, and the narrower job by which it is overruled.
_WIDER = {
    "producer": ("production company",),
    "showrunner": (
        "stunt coordinator",
        "costume designer",
        "production designer",
        "visual effects supervisor",
        "casting director",
    ),
    "writer": ("composer",),
    "choreographer": ("stunt coordinator",),
}


def settled(text: str, told: list[Found]) -> list[Found]:
    """Leave out a job that another claim on the same words tells better, and a part of a company's name."""
    return [one for one in told if not any(_better(one, other) for other in told) and not _is_part(text, one)]


def _better(one: Found, other: Found) -> bool:
    same = one.start < other.end and other.start < one.end and other is not one
    person, role = str(one.value["person"]), str(one.value["role"])
    if not same or "st" in one.value:
        return False
    if person.startswith(f"{other.value['person']} for "):
        return True  # "Glasshouse for Vela" is Glasshouse
    return person == other.value["person"] and other.value["role"] in _WIDER.get(role, ())


def _is_part(text: str, one: Found) -> bool:
    """Say whether a name is what follows "Studio" in a name of its own."""
    person = str(one.value["person"])
    return " " not in person and f"by Studio {person}" in text
