"""What a reply to a question of yes or no says: yes, no, not yet, open, likely."""

from __future__ import annotations

from cliffhanger.claims.patterns import Pattern, regex

# In this order: "no idea" is open, and no "no".
_REPLIES: tuple[tuple[str, Pattern], ...] = tuple(
    (answer, regex(pattern))
    for answer, pattern in (
        (
            "unlikely",
            (
                r"(?:probably|possibly|sadly|honestly|i|we|almost|seems?|looks?|it[’']s)?[ ,]*(?:\w+ )?(?:probably not|"
                r"unlikely|doubt it|"
                r"doubtful|don[’']t think so|(?:wouldn[’']t|would not) bet|not hopeful|not likely)"
            ),
        ),
        (
            "open",
            (
                r".*\b(?:(?:don[’']t|do not|doesn[’']t) (?:\w+ )?know|no idea|can[’']t say|couldn[’']t say|cannot say|"
                r"we[’']ll see|we shall see|"
                r"nobody (?:knows|has)|nobody[’']s (?:asked|told|said)|no one[’']s (?:asked|told|said)|no one (?:knows|has)|"
                r"no decision|not known|unclear|wait and see|who knows|your guess|"
                r"no word|not a word|not a thing|heard nothing|up to (?:[A-Za-z]+|the \w+)(?=[.,!]|$)|(?:you(?:[’']d| would|"
                r"[’']ll)? (?:have to )?)?"
                r"ask (?:them|him|her|[A-Z]?\w+)(?=[.,!]|$)|not (?:for me|mine|my (?:call|decision))|"
                r"(?:hasn[’']t|has not|haven[’']t|have not) (?:been )?(?:decided|said|told|announced|confirmed)|undecided|"
                r"too early|too soon|"
                r"nothing (?:yet|to announce|official|confirmed|(?:has been|is|[’']s (?:been )?) ?(?:decided|agreed|signed))|"
                r"remains to be seen|still waiting|to be confirmed|tbc|"
                r"tba)\b"
            ),
        ),
        (
            "not_yet",
            (
                r"(?:no[,.] )?(?:(?:sadly|unfortunately|alas|i[’']m afraid),? )?(?:not (?:yet|so far|at the moment|"
                r"right now|officially)|"
                r"there (?:isn[’']t|is not) one(?: yet)?)\b"
            ),
        ),
        (
            "no",
            (
                r"(?:no|nope|not|never|sadly,? no|sadly not|afraid not|i[’']m afraid not|unfortunately not|absolutely not|"
                r"false|untrue|"
                r"it (?:isn[’']t|hasn[’']t|won[’']t|is not|has not|will not)|there (?:isn[’']t|won[’']t|is no|is not|"
                r"will not))\b"
            ),
        ),
        (
            "likely",
            (
                r"(?:(?:yes|well|oh|honestly|look)[,.] )?(?:(?:i|we|let[’']s|one) )?(?:(?:would|do|really|certainly|"
                r"very much) )*(?:hope|think so|"
                r"guess so|suspect so|expect so|believe so|like to think|love|probably|likely|maybe|perhaps|possibly|"
                r"fingers crossed|"
                r"should think so)\b|i[’']m (?:hopeful|optimistic|confident)|i[’']d (?:love|like)|"
                r"almost certainly"
            ),
        ),
        (
            "yes",
            (
                r"(?:yes|yeah|yep|of course|absolutely|definitely|certainly|indeed|true|it (?:is|will|has)\b(?! not)|"
                r"there (?:is|will be)(?! no)|they are(?! not)|we are(?! not)|oh yes|you bet|sure is|it[’']s (?:a go|on|"
                r"official|a yes|happening))\b|(?:yes,? )?i[’']m afraid so\b|afraid so\b|"
                r"(?:we|they) (?:have |just |already )*(?:started|began|begun|finished|wrapped)\b"
            ),
        ),
    )
)
# Of a person the pronoun tells: "He is.", "We aren't.", "I'm not going anywhere".
_OF_A_PERSON: tuple[tuple[str, Pattern], ...] = (
    (
        "no",
        regex(
            r"(?:(?:no|nope|absolutely not|god, no),? )?(?:he|she|they|you|we|i)(?: (?:is|are|am|has|have|will|do|does|did)|"
            r"[’'](?:s|re|m|"
            r"ve|ll))?(?: not|n[’']t)(?=[.,!]|$| (?:going anywhere|coming back|back|leaving|returning))|i[’']m not\b|i "
            r"won[’']t\b"
        ),
    ),
    ("yes", regex(r"(?:(?:yes|yeah|of course),? )?(?:he|she|they|you|we|i) (?:is|are|am|has|have|will|do|does|did)(?=[.,!]|$)")),
)
_LONG = regex(r"(?:yes|yeah|yep|no|nope|absolutely not|absolutely|not yet|of course)[,.!]")
SHORT = 8  # words of a reply that is nothing else
_LONGEST = 25  # words of one that begins with its yes or no


def reply(said: str, *, of_a_person: bool = False) -> str | None:
    """Return what a reply says in a word, or None: "yes", "no", "not_yet", "open", "likely", "unlikely"."""
    lower = said.lower()
    words = len(said.split())
    if words > _LONGEST or (words > SHORT and not _LONG.match(lower)):
        return None
    replies = (*_OF_A_PERSON, *_REPLIES) if of_a_person else _REPLIES
    return next((name for name, pattern in replies if pattern.match(lower)), None)
