"""The verbs that news of series is told with, in all their forms."""

from __future__ import annotations

# What a written form of a verb can be, a bit for each; "put" is four of them. PRESENT is that of the third person.
BASE, PRESENT, PAST, PARTICIPLE, ING = (1 << bit for bit in range(5))

_REGULAR = """
abandon adapt air appear arrive award axe bin board cancel carry clinch collect commence commission complete compose
comprise conceive conclude consist contain continue create debate debut delay deliver depart develop devise direct
discuss ditch dump earn edit end exit finish follow halt hand head helm interrupt invent join jump kick kill land
launch move negotiate open order originate pass pause pen photograph pick play portray postpone premiere pull push
recommission release relocate remain renew reprise rescue resume resurrect return revive salvage save scoop score
scrap screen script shift shutter sign slot stage star start stay step stop survive suspend switch total transfer
un-cancel uncancel voice walk wrap
""".split()
_DOUBLED = frozenset("bin cancel pen scrap slot star step stop transfer un-cancel uncancel wrap".split())
# "founds" and "lit" are without the forms that are mostly another word: what is found, and light.
_IRREGULAR = """
be is was been being
begin begins began begun beginning
bow bows bowed bowed bowing
bring brings brought brought bringing
can cans canned canned canning
come comes came come coming
cut cuts cut cut cutting
dream dreams dreamt dreamt dreaming
dream dreams dreamed dreamed dreaming
drop drops dropped dropped dropping
founds founds founded founded founding
get gets got got getting
give gives gave given giving
go goes went gone going
greenlight greenlights greenlit greenlit greenlighting
leave leaves left left leaving
lit lit lit lit lit
put puts put put putting
receive receives received received receiving
quit quits quit quit quitting
rewrite rewrites rewrote rewritten rewriting
run runs ran run running
shut shuts shut shut shutting
take takes took taken taking
think thinks thought thought thinking
win wins won won winning
withdraw withdraws withdrew withdrawn withdrawing
write writes wrote written writing
""".strip().splitlines()
_IN_ORDER = (BASE, PRESENT, PAST, PARTICIPLE, ING)
Forms = dict[str, tuple[str, int]]


def _regular(verb: str) -> tuple[str, ...]:
    """Return base, present, past, participle and -ing of a verb that follows the rules of spelling."""
    doubled = verb + verb[-1] if verb in _DOUBLED else verb
    if verb.endswith("e"):
        return (verb, f"{verb}s", f"{verb}d", f"{verb}d", f"{verb[:-1]}ing")
    if verb.endswith("y") and verb[-2] not in "aeo":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing")
    if verb.endswith(("s", "sh", "ch", "x")):
        return (verb, f"{verb}es", f"{verb}ed", f"{verb}ed", f"{verb}ing")
    return (verb, f"{verb}s", f"{doubled}ed", f"{doubled}ed", f"{doubled}ing")


def _written() -> Forms:
    found: Forms = {}
    rows = [_regular(verb) for verb in _REGULAR] + [tuple(line.split()) for line in _IRREGULAR]
    rows += [("cancel", "cancels", "canceled", "canceled", "canceling")]  # as Americans spell it
    for row in rows:
        for word, form in zip(row, _IN_ORDER, strict=True):
            known = found.get(word)
            found[word] = (row[0], form if known is None else known[1] | form)
    return found


FORMS = _written()
BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "am", "’s", "'s", "’re", "'re", "’m", "'m"))
HAVE = frozenset(("has", "have", "had", "having", "’ve", "'ve", "’s", "'s", "’d", "'d"))
GET = frozenset(("get", "gets", "got", "getting", "gotten"))
WILL = frozenset(("will", "shall", "’ll", "'ll", "wo"))
MAY = frozenset(("may", "might", "could", "can", "would", "should", "must", "ca", "’d", "'d"))
DO = frozenset(("do", "does", "did"))
NOT = frozenset(("not", "n’t", "n't", "never"))
YET = "yet"  # "has yet to begin" has not
HELPERS = BE | HAVE | GET | WILL | MAY | DO | NOT | {YET, "to"}
ADVERBS = frozenset(
    "already also now just still more since finally soon then even only again once officially always duly both all ever long "
    "indeed back first next effectively reportedly apparently definitely certainly".split()
)
# What stands between a subject and "to": "is set to return" is of the future, "agreed to return" as good as done.
AHEAD = frozenset("set due going expected scheduled slated likely poised about bound planned ready certain sure".split())
AGREED = frozenset("agreed agrees decided decides chose chosen opted opts vowed plans planned planning intends promised".split())
