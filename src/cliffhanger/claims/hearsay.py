"""Words of hearsay, denial and doubt: who has heard something, has no name or rejects it, and what is only guessed or wished."""

from __future__ import annotations

import re

from cliffhanger.claims.found import Place
from cliffhanger.claims.patterns import regex

# What a word of the owner's puts an end to hedges nothing: "after months of speculation, Vela confirmed".
_ENDED_BY = "days of|weeks of|months of|years of|an end to|ends|ended|ending|ended the|ending the"
_NOT_ENDED = "".join(f"(?<!{words} )" for words in _ENDED_BY.split("|"))
_OF_SOMETHING = r"(?![,;.]| (?:ended|ends?|came|(?:is|are|was|were) over)\b)"
# Rumour words and hedges are looked for in small letters, which is much faster than to ignore case.
RUMOUR = regex(
    r"\b(?:my (?:spy|spies|mole|contacts?)\b|(?:some(?:body|one)|a member|members) (?:on|of) the (?:crew|unit|production)|"
    r"(?:did not|didn[’']t|do not|does not) (?:want|wish) to be (?:named|identified)|(?:a|the|that|"
    r"now) (?:now-?)?deleted (?:post|tweet|story|video)|insiders?|(?<!various )sources?(?! (?:material|novel|of|code))|"
    rf"reportedly|{_NOT_ENDED}rumou?r(?:s|ed)?|rumou?rs{_OF_SOMETHING}|allegedly|supposedly|purportedly|"
    r"(?:is|are|was|were|being) said to|it is (?:also |now |even )?(?:being )?said|it is reported|it has been "
    r"(?:reported|said)|according to (?:some |recent |multiple |various |"
    r"several |local )?(?:reports?|rumou?rs|sources|insiders|people|whispers)|(?:people|person|persons|executives?|agents?|"
    r"producers?|staffers?|crew members?) (?:with (?:direct )?knowledge|familiar|close to|on the (?:show|production)|"
    r"briefed)|(?:one|two|three|four|several|multiple|a few) (?:people|agents|insiders|executives|sources|"
    r"crew members?) (?:say|said|told|close|familiar)|citing (?:two|three|four|several|multiple|unnamed|anonymous|sources?|"
    r"people|insiders|members|a source)\b|(?:people|someone|somebody|those) (?:on (?:the )?set|inside the|near the)\b|"
    r"(?:some|several|various|many|a few|certain) (?:[\w-]+ )?(?:channels|accounts|pages|sites|websites|blogs|posts|users|"
    r"videos) (?:are |have been |were |have )?(?:claim|say|said|suggest|report|insist)\w*|whisper(?:s|ed)?|mutter(?:s|ed)?|"
    r"murmur(?:s|ed)?|a post on (?:a|an|the|one|some) (?:[\w-]+ )?(?:board|forum|page|site|"
    r"thread|group)|word is|"
    r"word on the street|leak(?:ed|s|er|ers)?|tipsters?|we (?:also |are |keep )?hear(?:ing)?\b|(?:the trade |also |he |"
    r"she )hears|hearing that|claims? to (?:work|know|have)|a (?:guy|user|redditor) |it[’']s been reported|it was (?:also |"
    r"widely )?reported|there (?:were|are|have been) (?:also |some )?(?:reports|rumou?rs|claims|suggestions|whispers)|"
    r"i hear\b|(?:thought|understood|believed|said) to (?:be|cost|have)\b|the papers (?:say|said|report)|those people said|"
    r"one (?:paper|newspaper|tabloid|site) (?:claim(?:s|ed)|said|says|reported)|(?:a|the) screenshot|fan (?:account|page)|"
    r"fan-?made|story (?:is |was )?going (?:a)?round|we[’']d heard|i heard\b|(?:two|three|several|"
    r"some) crew members? (?:told|said)|reddit user|crew member[’']s|(?:a|the|one) post\b[^.;]{0,70}\b(?:claiming|claims|"
    r"claimed|saying|says|said|swears|swore|insists|insisted)|(?:one|a|an) (?:website|blog|account|fan page) (?:says|said|"
    r"claims|claimed|reported)|(?:on|from) (?:the )?(?:discord|reddit|4chan)|unconfirmed (?:reports?|rumou?rs?)|unnamed|"
    r"anonymous(?:ly)?|i was (?:also )?told|i read\b(?! the| it| a| on)|there(?:[’']s| is| has been| was) (?:also |now |"
    r"even |more )?(?:talk|a report|chatter|buzz|a rumou?r)|early reports|reports? (?:(?:are|have|were|is|has) )?(?:also |"
    r"now |been ){0,2}(?:suggest|claim|indicat|say)\w*|a reported\b|has been mentioned|some (?:say|claim|outlets)|grapevine|"
    r"(?:a )?little bird|tongues (?:also |are )?wag\w*|(?:doing|did|does) the rounds|we[’']re hearing|[\w,]+ hears (?:that|"
    r"from)|buzz is|gossip|the press says|tabloids?|a listing on|someone at|i[’']m told|we[’']re told|being floated|"
    r"i am told|we are told|i gather|we gather|word (?:on|around|from) the (?:lot|set|street|backlot|ground|inside|"
    r"grapevine)|(?:on|from) good authority|talk of an?\b|(?:on|in) (?:the )?social (?:networks|"
    r"media)\b[^.;]{0,30}?\b(?:appear|circulat|claim|post|information|spread)\w*|some(?:body|one)(?: \w+)? (?:swore|swears|"
    r"claim(?:s|ed)|told me|tells me)|(?:some|one|a) friend of (?:mine|ours|a friend)|(?:a|one) (?:friend|cousin|mate|"
    r"neighbou?r|contact) (?:who|on|at|in|of)\b|mooted|(?:he|she|they|we|i)(?:[’'](?:s|ve|d)| has| have| had)? (?:also |"
    r"only |just |since )?heard(?= (?:that|it|they|he|she|there|each|the)\b|[,:—–])|(?:trade papers|trades|tabloids|papers|"
    r"press|newspapers|gossip (?:columns|sites|pages)|columnists) (?:(?:have|has|had|also|all|once|"
    r"recently) )*(?:put(?: it)?|said|reported|claimed|pegged|priced|had it|have it|has it)\b|it is also (?:being )?said|"
    r"it is (?:widely |also )?(?:rumou?red|whispered|reported|claimed)|(?:people|folk|folks|everyone|everybody|"
    r"readers) (?:(?:keep|are|keeps) )+(?:\w+ing me|telling|saying|claiming|messaging|insisting)|according to (?:the|a|my|"
    r"his|her|their|one|someone[’']s) (?:cousin|friend|mate|neighbou?r|brother|sister|uncle|bloke|guy|extra|caterer|barman|"
    r"waiter|runner|electrician|(?:taxi )?driver|source|mole|insider|contact)\b|someone whose|according to (?:crew|cast|"
    r"staff|set) members?|(?<!few )(?:people|folk|someone|somebody|those) in the (?:industry|business|know|trade)|"
    r"my (?:friend|mate|cousin|contact|source|neighbou?r|brother|sister|uncle)\b[^.;]{0,40}? (?:says|said|tells|told|"
    r"reckons|swears|heard)|word has it|talk (?:in|on|around|at|from) (?:the )?[^.;,]{2,25}?(?:,[^,.;]{2,30},)? has it|(?:i|"
    r"we)(?:[’']ve| have)? (?:been )?told by (?:two|three|several|some|a|an|someone|"
    r"somebody)|(?:leak|rumou?rs?|reports?|grapevine|whispers|gossip) (?:is|are) to be believed|reported to (?:have|be)|"
    r"the same (?:people|sources?|person|insiders?)|(?:two|three|four|several) (?:people|executives|"
    r"members of (?:the )?(?:cast|crew)) (?:with access|who worked|who work|briefed)|(?:book)?(?:shop|store|"
    r"retailer)(?:[’']s)? (?:page |listing |site )?(?:(?:has|had|briefly|accidentally) )*(?:listed|lists|gave|gives))\b"
)
# Somebody who has no name, with a verb of telling: "one agent pegs the cost", "a casting assistant swears that".
NOBODY = regex(
    r"(?i)\b(?:a few|an?|one|another|some|two|three|several|many|various|certain|other) (?:[a-z-]+ ){0,2}?(?:individual|person|"
    r"people|paper|agents?|lad|bloke|chap|barman|stallholder|"
    r"assistants?|actor|producers?|directors?|writers?|extra|stagehand|caterer|driver|"
    r"neighbou?r|reader|friend|follower|buyer|distributor|exhibitor|scheduler|user|member|staffer|executive|technician|"
    r"newspaper|tabloid|portals?|blogs?|sites?|"
    r"newspapers|papers|websites?|video|clip)(?: (?:who|whose|with|from|on|at|in|close to|familiar with) [^,.;]{2,60}?)? "
    r"(?:has |have |had )?(?:says?|(?:is |are )?(?:still |now |already |also )?(?:saying|reporting|claiming|suggesting)|"
    r"said|swears?|swore|"
    r"claim(?:s|ed)?|insist(?:s|ed)|pegs?|pegged|"
    r"puts?|reckon(?:s|ed)?|let (?:it )?slip|guess(?:ed)?|had (?=it|the)|hears?|heard|whispers?|"
    r"told|tells|posted|wrote|"
    r"writes?|stated|mentions?|mutters?|murmurs?|reports?|reported|suggest(?:s|ed)?|hint(?:s|ed)|believes?)\b|"
    r"\bsome(?:body|one) (?:on|at|in|from|with|whose|inside|near|close to)\b[^.;?!]{0,60}? (?:later |now |has |had )?(?:says|"
    r"said|tells|"
    r"told|swears|swore|claims|claimed|reckons|insists|posted|wrote)\b|"
    r"\b(?:the trades|the tabloids|the papers|netizens|(?:[a-z]+ )?newspapers) (?:claim|say|said|report|reported|wrote|write|"
    r"speculat)\w*|\bfans(?: of [^,.;]{2,40}?)? (?:say|claim|insist|believe|swear|reckon|think)\b|\bas per (?:some |"
    r"various |the |recent )?(?:reports?|rumou?rs|sources|insiders)\b|^rumou?r of\b"
)
DENIAL = regex(
    r"(?i)\b(?:den(?:y|ies|ied|ying)\b|(?:is|are|was|were)(?: simply| flatly| completely| totally)? (?:false|untrue|"
    r"incorrect|wrong|nonsense|fake|bogus)|not true\b|no truth (?:in|to)|contrary to|debunk\w*|is a hoax|"
    r"rubbish(?:ed|es)? |dismiss(?:ed|es) (?:the )?(?:report|rumou?r|claim|suggestion)s?|refut(?:ed|es)|shot down|"
    r"(?-i:NOT) cancell?ed|exaggerated|nowhere near|was mistaken|nothing to (?:the|those) (?:report|rumou?r)s?|"
    r"whatever (?:you|anyone|that|the|those|some|people)\b[^.;?!]{0,40}?\b(?:reads?|heard?|says?|said|saying|claims?|claimed|"
    r"tells?|"
    r"told|seen)|(?:dismiss|reject|refut|deny|quash|squash|scotch|rubbish|rebuff|debunk)ing (?:the |those |any |all |such )?"
    r"(?:\w+ )?(?:reports?|rumou?rs?|claims?|suggestions?|talk|speculation|gossip))\b"
)
FAN_PLACES = regex(
    r"(?i)\b(?:discord|reddit|redditor|fan account|fans|viewers|4chan|twitter users?|forum|guy who|fan edit|leaked poster)\b"
)
SPECULATION = regex(
    r"\b(?:by (?:my|our|anyone[’']s|these|those) (?:own )?(?:maths?|reckoning|calculations?|estimates?)|"
    r"likeliest|may(?= (?:be|have|not|well|also|see|get|come|return|take|pick|air|arrive|premiere|follow|join|face|land|drop|"
    r"even|still|yet|release|appear|continue|start|begin|go|run|wait|never|just|only|happen|bring|explore|reveal|"
    r"include|end|make|turn)\b)|"
    r"might|could(?!n[’']t| not| (?:only )?(?:muster|manage)\b)|can (?:be (?:released|expected|seen(?! on| at| via| there)|"
    r"also)|also|expect|hope|"
    r"assume|even)|probably|likely|"
    r"unlikely|possibly|perhaps|maybe|presumably|hopefully|ideally|"
    r"(?:is|are|was|were) (?:widely |generally |largely |now |also |currently )?(?:expected|assumed|presumed|tipped)|we "
    r"(?:can |do |might |may |"
    r"could |don[’']t |do not |would |wouldn[’']t )?(?:expect|think|believe|guess|assume|feel|reckon|pencil|bet)|expected "
    r"to|(?<!to )expects? it|i (?:think|guess|suspect|reckon|bet|doubt|"
    r"believe|imagine|assume)|"
    r"i(?:[’']d| would) (?:guess|say|put|bet|love|not bet|be|expect|like|wager)|i would(?:n[’']t| not) bet|(?:my|our) (?:own |"
    r"best |educated |personal )?"
    r"(?:two cents|guess|money|"
    r"conclusion|theory|bet|hunch)|(?<!all )(?<!the )odds|chances?(?= (?:of|are|that|is))|(?:good|every|decent|strong|fair|"
    r"slim|real) chance|"
    r"suggests?|hints?|points? to|seems?|appears to|"
    r"looks (?:like|set|likely|as if)|"
    r"(?:stunned|surprised|shocked|amazed) if|(?:you|one)(?:[’']d| would) (?:have to|like to) (?:think|imagine|assume|"
    r"believe|say)|(?:we|i|fans|they|she|he|it|to|is|are) hop(?:e|es|ing)\b|hopes? (?:to|that|"
    r"for)\b|hoping|hoped for|is hoped|wish|fingers crossed|would love|"
    rf"{_NOT_ENDED}speculat\w+|speculation{_OF_SOMETHING}|theor(?:y|ies)|predict\w*|bound to|"
    r"impossible|"
    r"proves? that|going by|based on that|if (?:it|season|a|the|they) |"
    r"should (?:get|begin|start|be|have|arrive|come|return|drop|land|premiere|air|see|expect)|must be|no doubt|surely|"
    r"potentially|it(?:[’']s| "
    r"is) (?:also |still |entirely |quite )?possible|"
    r"conceivably|in all likelihood|it[’']s safe to|we[’']d (?:guess|say|expect|imagine|assume|think|bet)|optimistic|"
    r"pessimistic|by (?:my|our) (?:maths?|reckoning|calculations?)|(?:i|we) (?:would|wouldn[’']t) look for|for a film|"
    r"a safe bet|all but (?:certain|assured|guaranteed)|as good as (?:certain|done)|i fear|"
    r"we fear|i[’']m (?:pretty |fairly |quite |almost )?(?:sure|certain|confident)|a long shot|inevitable|smart money|money says|"
    r"on the cards)\b"
)


# "One of them said", after a sentence on two people who would not be named.
_ONE_OF_THEM = regex(
    r"^[“\"]?(?:(?:One|Another|Both|Neither|Two|The (?:first|second|other|same)|A (?:second|third))(?: of (?:them|those people|"
    r"the two|the "
    r"three|the sources))?(?: (?:person|source|insider|one))?|They|These people|Those people)(?: (?:also|both|all|then|even|"
    r"further))?"
    r" (?:said|says?|added|adds?|described|put|told|claimed|claims?|believed|reckoned|insisted)\b|"
    r"^(?:It|The (?:post|account|thread|message|video|tweet)|A second (?:version|post))\b[^.;]{0,50}? (?:says?|said|adds?|"
    r"added|claims?|"
    r"claimed) that\b"
)
_UNNAMED = regex(
    r"(?i)\b(?:sources?|insiders?|(?:people|persons?|executives?|agents?|staffers?|crew members?|members of the (?:cast|crew)) "
    r"(?:who|with|"
    r"familiar|close|on the)|anonym\w+|not (?:to be|be|wish to be) named|(?:two|three|four|several) people)\b"
)


_A_POST = regex(
    r"(?i)\b(?:(?:a|an|the|this|one|anonymous|viral|fake|chain) (?:[a-z]+ ){0,2}(?:post|thread|tweet|message|screenshot|video)|"
    r"(?:an|the) (?:[a-z]+ )?account)\b"
)


def more_of_it(place: Place) -> re.Match[str] | None:
    """Return what tells that those who have no name say more, after the sentence that brought them in."""
    said = _ONE_OF_THEM.match(place.text) if place.before else None
    if said is None:
        return None
    a_page = said[0].startswith(("It", "The ", "A second v", "A second p")) and said[0].endswith(" that")
    told = _A_POST if a_page else _UNNAMED
    return said if any(told.search(one.text) for one in place.before[-3:]) else None
