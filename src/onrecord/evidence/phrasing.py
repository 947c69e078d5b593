"""The turns of phrase by which claims say what is to be computed: comparisons, changes, shares, means, extremes.

Closed lists of English, to be searched in lower case; no name is in them, and both directions of each stand side by
side. A module of constants: each is one pattern or table. Those for ranks, records and trends are in
``ordering``.
"""

from __future__ import annotations

import re

from onrecord.evidence.model import Grain
from onrecord.evidence.wording import moves

UNITS: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
OFTEN: dict[str, Grain] = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "yearly": "year",
}
UP = "|".join(
    [
        r"went up",
        r"go(?:es|ing)? up",
        r"edged up",
        r"(?<!made )(?<!clocked )(?<!chalked )(?<!racked )(?<!picked )up(?! to\b)",
        *sorted(moves("up")),
    ]
)
DOWN = "|".join([r"went down", r"go(?:es|ing)? down", r"edged down", r"down(?! to\b)", *sorted(moves("down"))])
HIGHEST = (
    "highest|largest|biggest|greatest|most|busiest|wettest|strongest|best|hottest|warmest|deadliest|bloodiest|fullest"
    "|windiest|rainiest|snowiest|sunniest|heaviest|dearest|costliest|priciest|longest"
)
LOWEST = (
    "lowest|smallest|fewest|least|driest|quietest|slowest|weakest|worst|coldest|poorest|calmest|cheapest|lightest|coolest"
    "|shortest|emptiest|leanest"
)
UNIT = "(day|week|month|quarter|year)"
COUNT_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
NUMBERS = {word: index for index, word in enumerate(COUNT_WORDS.split("|"), 2)}

# Before a time: what a value is compared with, since when it counts.
_STANDS = (
    r"(?:(?:in|on|from|between|during|at|for|of|that|those|its|their|levels?|figures?|numbers?|total|count|had been|"
    r"did|does|had|has|was|were|it|they|seen|recorded|registered|reported|the|a|an)\s+){0,5}$"
)
BASE = re.compile(
    rf"\b(?:than|as|from|compared (?:with|to)|against|versus|relative to|up on|down on"
    rf"|(?:came in|came out|was|were|is|are|stood|ended|ran|lay|stayed|remained) (?:well |far |just |slightly )?"
    r"(?:above|below|under|over) (?=(?:that|those|the (?:level|figure|number|total|one)|its|their|what)\b))"
    rf"\s*{_STANDS}"
    rf"|\btimes\s+(?:the|that|those|its|their|what)\s+{_STANDS}"
    rf"|(?:%|\bper cent|\bpercent|\bpoints?)\s+(?:above|below)\s+{_STANDS}"
)
# Weaker: only where another time is the claim's own and it says that something moved: "a rise of 300 over 2020"
BASE_TOO = re.compile(rf"\b(?:on|over|above|below)\s+{_STANDS}")
FROM_ONLY = re.compile(rf"\bfrom\s+{_STANDS}")
SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?$")
# What a claim compares with is stated in it: a comparison with anything else would not be the claim's.
COMPARES = re.compile(
    r"\bthan\b|\bcompared (?:with|to)\b|\bas (?:many|much|high|large|big|great|low)\b|\b(?:up|down) on\b"
    r"|\b(?:above|below) (?:those|that|its|the level|their)\b|\btimes (?:the|that|those|its|their|what)\b"
)
EARLIER = re.compile(
    rf"\b(?:a|one|the)\s+(?:(?:same|previous|preceding|full)\s+)?{UNIT}\s+(?:earlier|before|ago|previously|prior)\b"
    rf"|\b(?:the\s+)?(?:previous|preceding|prior)\s+{UNIT}\b"
    r"|\b(?:on|over)\s+the\s+(week|month|quarter|year)\b"
    r"|\byear[- ](?:on|over)[- ](year)\b|\bmonth[- ](?:on|over)[- ](month)\b"
    r"|\bquarter[- ](?:on|over)[- ](quarter)\b|\bweek[- ](?:on|over)[- ](week)\b"
)
# "twelve months earlier": so many of a unit that they are one of a longer one
_MANY = re.compile(
    r"\b(?:the )?(?:(12|twelve) months|(4|four) quarters|(52) weeks|(3|three) months|(7|seven) days)\s+"
    r"(?:earlier|before|ago|previously|prior)\b"
)
_WHOLE: tuple[Grain, ...] = ("year", "year", "year", "quarter", "week")


def earlier_unit(low: str) -> Grain | None:
    """How far back the words ``low`` say that something is compared with: "a year earlier", "12 months before"."""
    if match := EARLIER.search(low):
        return UNITS[next(group for group in match.groups() if group)]
    many = _MANY.search(low)
    return next(unit for unit, group in zip(_WHOLE, many.groups(), strict=True) if group) if many else None


# "the same quarter of 2020": the claim's own time in another year, which the year alone does not say
SAME_UNIT = re.compile(
    r"\b(?:same|corresponding|comparable|equivalent|like)\s+"
    r"(?:period|time|stage|point|day|date|week|month|quarter|half|season)\b"
)
# Compared with something that is no time: a peak, a mean, a target.
FROM_WHAT = re.compile(
    r"\b(?:from|on|over|above|below|against|than|with|to)\s+(?:(?:its|their|the|an?|any|all)\s+){0,2}(?:[\w-]+\s+){0,2}"
    r"(?:peak|high|low|trough|record|average|mean|norm|normal|usual|maximum|minimum|best|worst|median|capacity)\b"
)
# "a rise of 300 over 2021"
OF_CHANGE = re.compile(rf"\b(?:{UP}|{DOWN}) of\b")
# How fast something moves, not whether: "growth slowed"
SLOWED = re.compile(
    r"\b(?:growth|increase|rise|decline|fall|drop|decrease|pace|rate of \w+)\b.{0,30}\b(?:slow|eas|accelerat|moderat|"
    r"weaken|strengthen|quicken|halv|doubl)\w*"
)

TWO_CLAIMS = re.compile(
    r"\band (?:also )?that\b|;"
    r"|, (?:and|while|but) [\w'’ -]{3,80}? (?:was|were|had|rose|fell|stood|reached|amounted|came|grew|dropped"
    r"|declined)\b"
)
GAPPED = re.compile(
    r"(?:\b(?:and|while|but|with)|[,;]) (?:in |to |at |from )?(?P<who>(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,5}) "
    r"(?:at |with |just |only |about |some )?$"
)
# "300 visitors a month since January": "a month" is the figure's, no time since then
PER_SINCE = re.compile(rf"(?:a|an|per|each|every) {UNIT}s? (?:since|from|after)\b")

# Left out before a claim begins: its figures are of what is left
EXCEPT = re.compile(
    r"\b(?:excluding|not counting|not including|without|apart from|aside from|except(?:ing)?(?: for)?"
    r"|leaving (?:aside|out)|"
    r"disregarding|ignoring|barring|adjusted for|adjusting for|stripping out|stripped of|discounting"
    r"|save for)\b[^.!?\n]*$"
)
IN_EVERY = re.compile(rf"[^,;#]{{0,40}}\b(?:every|each)\s+(?:single\s+)?{UNIT}\b")
# "growth in visitors was 20%"
GROWTH_WAS = re.compile(
    r"\b(?:(growth|increase|rise|gain|expansion|jump)|(fall|drop|decline|decrease|reduction|contraction"
    r"|loss))\s+(?:in|of)\s"
    r"[^,;]{3,60}\s(?:was|were|is|stood at|came to|amounted to|reached|came in at)\s+(?:(?:a|an|only|just|about)\s+)*$"
)
# A figure that something rose or fell from, and the one that it came to
FROM_TO = re.compile(r"\bfrom # (?:[a-z]+ )?to # ")
TO_FROM = re.compile(r"\bto # (?:[a-z]+ )?from # ")

# Around a figure: what it is.
TO = re.compile(
    r"\b(?:to|at|reached|reaching|hit|hitting|totalling|totalled)\s+"
    r"(?:(?:a|an|the|only|just|some|record|new|high|low|of)\s+){0,4}$"
)
FROM = re.compile(r"\bfrom\s+(?:(?:a|an|the|just|only|some)\s+){0,2}$")
OF = re.compile(r"\s{1,4}(?:out\s{1,4})?of\s{1,4}(?:(?:the|all|its|their)\s{1,4}){0,4}", re.IGNORECASE)
# A change said by the word after its figure ("17 fewer deaths than") or the verb before it ("added 300")
MORE_AFTER = re.compile(
    r"\s{0,4}(?:(more|higher|larger|greater|up)|(fewer|less|lower|smaller|down))\b(?! than\s{0,4}$)"
)
# "52 thefts more in 2023 than the year before"
NOUN_MORE = re.compile(
    r"\s{1,3}[a-z]{3,30}\s{1,3}(?:(more|higher)|(fewer|less|lower))\b"
    r"(?= (?:(?:(?:lived|worked|died|came|were|was|had|went|arrived|stayed)\b[^.;,]{0,60}\bthan )|in|on|at|during|over"
    r"|than the|than a|than in))"
)
MOVED_BY = re.compile(
    r"\b(?:(added|adding|adds|gained|gaining|gains|(?:put|puts|putting|took|takes|taking|piled|piling|packed) on"
    r"|built up|tacked on)"
    r"|(lost|losing|loses|shed|shedding|sheds|gave up|gives up|giving up|gave back|threw away|let go))\s+"
    r"(?:(?:a|an|some|about|just|only|around|nearly|almost|another|a total of|a net|net)\s+)*$"
)
# "down 210 on May", "was off 40": a change, though no verb moves
UP_OR_DOWN = re.compile(
    r"(?:^|[:,;(–—]|\b(?:was|were|is|are|been|be|stood|ended|finished|closed|and|but|still|some))\s{0,3}"
    r"(?:(up|plus)|(down|off|minus))\s+(?:(?:a|an|some|about|just|only|around|nearly|almost|by)\s+)*$"
)
ANOTHER = re.compile(r"\b(?:an?\s+(?:additional|extra|further)|another|additional|further|extra)\s+$")
MOVES_OR_LIES = re.compile(rf"\b(?:{UP}|{DOWN}|above|below)\b")
MOVED = re.compile(rf"\b(?:({UP})|({DOWN}))\b")
TOGETHER = re.compile(
    r"\b(?:together|combined|jointly|joint|altogether|collectively|in aggregate"
    r"|between them(?:selves)?|among them(?:selves)?"
    r"|(?:between|among) the (?:two|three|four|five|pair)(?: (?:of them|[a-z]+))?|the sum of)\b"
)
TAKEN_TOGETHER = re.compile(
    r"(?:^|[.!?:;“\"(\n]\s{0,4})(?:(?:taken|added|put|counted|combined|lumped|reckoned)\s{1,4})?(?:together|combined|jointly"
    r"|collectively|between them),\s{0,4}$"
)
# "Between Tarn and Elsin, 300 boats were built": two names, no months
BETWEEN = re.compile(
    r"(?:^|[.!?:;“\"(\n]\s{0,4})Between (?:the )?"
    r"(?!(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|May\b|Christmas|New Year|Easter"
    r"|Boxing|Ramadan|Eid|Good Friday|Midsummer|All Saints))"
    r"[A-Z][^,.;\d]{1,60} and (?:the )?[A-Z][^,.;\d]{1,40},"
)
# Weaker: only of several names in a row
IN_ALL = re.compile(
    r"\b(?:in all|in total|all told|all in all|an? (?:\w+ )?total of|the total|totall?ed|totall?ing|plus"
    r"|(?:add|adds|added|adding|summed) up to)\b"
)
IN_ALL_FIRST = re.compile(r"(?:^|[.!?:;“\"(\n]\s{0,4})(?:in all|in total|all told|all in all),\s{0,4}$")
# Several names in a row, in a text as it stands: only those add up
NAMES = re.compile(
    r"\b[A-Z][\w'’-]*,? (?:and|plus)(?: (?:those|the ones|that|what))?(?: (?:at|in|of|from|by|for))?(?: the)? [A-Z]"
)

# What a share is of, where that stands before its figure or after: "its share of all visitors was", "of all visitors,"
SHARE_BEFORE = re.compile(
    r"\b(?:share|proportion|percentage|part|portion) of ((?:all |the |total )*[a-z][^,;]{2,50}?)\s+"
    r"(?:(?:(?:was|were|is|stood|came|amounted|reached|equalled|fell|rose|climbed|grew)\s+)(?:(?:at|to|in|by|only"
    r"|just)\s+)*|(?:at|to)\s+(?:only\s+|just\s+)?)$"
    r"|\bas an? (?:share|proportion|percentage|fraction|part|portion) of ((?:all |the |total )*[a-z][^,;]{2,50}?)"
    r"(?:,|\s+(?:in|during|for|over|on)\b).{0,60}$"
)
SHARE_FIRST = re.compile(
    r"^\W*(?:out )?of ((?:all|the|its|total) [^,;]{3,50}?)(?:\s+(?:in|during|for|over|on|between|from) [^,;]*)?,\s*$"
)
NEEDED = re.compile(
    r"\s{1,4}(?:that\s{1,4}|which\s{1,4})?(?:[a-z]{1,30}\s{1,4}){0,3}(?:needs?|needed|requires?|required)\b"
)
# "of the waste it collected"
THAT_IT = re.compile(r"\s{1,4}(?:that\s{1,4}|which\s{1,4})?(?:it|they|he|she|we)\s{1,4}(?:had\s{1,4})?[a-z]{2,20}\b")
# What may belong to a noun after it, in a text as it stands: "tickets | sold in Marlby"
AFTER_NOUN = re.compile(
    r"(?:\s{1,4}[a-z]{1,20}(?:ed|en|rn|ld|ght|wn|nt)(?=\s{1,4}(?:in|at|on|to|by|for|from|during|over|across|between|last"
    r"|this)\b|\W{0,4}$))?(?:\s{1,4}(?:in|at|on|to|by|for|from)\s{1,4}(?:the\s{1,4})?[A-Z][\w’-]{0,30}"
    r"(?:\s{1,4}[A-Z][\w’-]{0,30}){0,6})?"
)
# A part of what the sentence before told
OF_THESE = re.compile(r"\bof (?:these|those|them|that (?:total|number|figure))\b|\bamong them\b")
# "Of every 100 babies born, 56 were …": a share in per cent
OF_HUNDRED = re.compile(r"^\W*(?:out )?of every (?:100|hundred) ")
# "one in seven tonnes"
ONE_IN = re.compile(r"\b[a-z\d]+ (?:in|out of)(?: every| each)? [a-z\d]+ [a-z]+$")
OF_NEED = re.compile(r"\s{1,4}of\s{1,4}((?:(?:the|its|their|all|total)\s{1,4}){0,4}(?:needs?|requirements?|demand))\b")

# What it is compared with, named before what is: whose the figure is must not be mistaken
LEADING = re.compile(
    r"^\W*(?:compared (?:with|to)|in comparison (?:with|to)|by comparison with|relative to|against|versus"
    r"|unlike|next to|"
    r"(?:when )?(?:set|measured|put) against|in contrast to|as against)\s+(?P<other>(?:[^,]|,(?=\d))*),(?!\d)"
)

# After a claim in its sentence: what it is compared with was cut off
TRAILING = re.compile(
    r"^[^.!?;\n]{0,40}\b(?:compared|against|versus|relative to|than|back (?:at|to)|(?:up|down) from)\b"
    r"|^\W{0,3}from\s+(?:(?:the|a|about|some|just)\s+)?[\d$€£]"
)

# Comparisons without a figure: before "than" only these count ("over the summer" is no "more").
COMPARATIVES_MORE = (
    "more|higher|greater|larger|bigger|busier|wetter|stronger|better|dearer|costlier|pricier|hotter|warmer|windier"
    "|fuller|deadlier|bloodier|heavier|longer|rainier|sunnier|snowier"
)
COMPARATIVES_LESS = (
    "less|fewer|lower|smaller|quieter|drier|weaker|worse|cheaper|colder|cooler|calmer|emptier|slower|lighter|shorter"
    "|poorer|leaner"
)
COMPARATIVES = f"{COMPARATIVES_MORE}|{COMPARATIVES_LESS}"
HIGHER = re.compile(rf"\b(?:{COMPARATIVES_MORE}|above)\b")
LOWER = re.compile(rf"\b(?:{COMPARATIVES_LESS}|below)\b")
MORE = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|exceed\w*|above|outnumber\w*|surpass\w*|outstripp?\w*|outpac\w*|"
    r"outdid|outdo\w*|overtook|overtak\w*|eclips\w*|topp\w+|beat|beats|ahead of|dwarf\w*|busier|wetter|stronger"
    r"|dearer|costlier|pricier|hotter|warmer|windier|fuller|deadlier|bloodier|rainier|sunnier|snowier)\b"
)
LESS = re.compile(
    r"\b(?:less|fewer|lower|smaller|below|behind|trail\w*|lagg?\w*|short of|quieter|drier|weaker|cheaper|colder|cooler"
    r"|calmer|emptier|leaner)\b"
)
THAN = re.compile(
    r"\bthan\b|\blagg?ed\b|\blags\b|\bexceed\w*|\boutnumber\w*|\bsurpass\w*|\boutstripp?\w*|\boutpac\w*"
    r"|\boutdid\b|\boutdo\w*|\bovertook\b|"
    r"\beclips\w*|\bahead of\b|\bbehind\b|\btrailed\b|\btrails\b|\bdwarf\w*|\b(?:fell|falls) short of\b|"
    r"\b(?:was|were|is|are|stood|stands|remained|remains|stayed|came(?: in| out)?|comes(?: in| out)?|ended|finished|ran"
    r"|lay|lies|sat|closed) (?:(?:well|far|just|slightly|a little|somewhat|some way|comfortably|narrowly|clearly) )?"
    r"(?:above|below|under|over)(?= (?:that|those|the (?:level|figure|number|total|one|same)|its|their|what|in)\b"
    r"| [a-z0-9]+[’'])"
    r"|\b(?:was|were|stood|remained|stayed) (?:above|below)\b"
)
# The other way round, or not of two things alone
PASSIVE = re.compile(
    r"\b(?:outnumbered|exceeded|surpassed|outstripped|outpaced|overtaken|eclipsed|dwarfed|topped|beaten)\s+by\b"
)

# Two figures of two things that are named before them: "Tarn had more than Elsin, 400 against 300"
PAIR = re.compile(
    r"\W{0,3}(?:[a-z]{1,20}\s{1,4}){0,2}(?:to|against|versus|vs\.?|compared (?:with|to)|as against)\s{1,4}(?:(?:just"
    r"|only|about)\s{1,4})?"
)
SET_AGAINST = re.compile(
    r"\b(?:to|against|versus|vs\.?|compared (?:with|to)|(?:up|down) from)\s+(?:(?:just|only|about|a|the)\s+){0,3}$"
)
# A record: "a new high", "an all-time low", "the record"
RECORD = re.compile(
    r"\b(?:a|the|an all-time|all-time|new)\s+record(?:[- ](high|low))?\b|\brecord[- ](high|low)\b"
    r"|\b(?:a|its|their) new (high|low|peak)\b|\b(?:an? |its |their |the )?(?:all-time|unprecedented|historic"
    r"|record-breaking)\s+(high|low|peak)\b"
)

# Put as wished, expected or possible: nothing is asserted.
MODAL = re.compile(
    r"\b(?:would|could|should|might|ought|hop(?:e|es|ed|ing)|wish(?:es|ed)?|wants?|wanted|aims?|aimed|targets?"
    r"|targeted|"
    r"plans?|planned|expect(?:s|ed|ing|ation|ations)?|forecasts?|predict(?:s|ed|ion|ions)?|projected|likely|unlikely|"
    r"(?:meant|supposed|intended|slated|scheduled|bound|due) to "
    r"(?:be|have|reach|hit|rise|fall|carry|take|get|see|come|go)|"
    r"imagine|suppose|supposing|assume|assuming|as if)\b"
)
# Before a claim in its sentence, with no comma between: a condition or a question.
OPEN = re.compile(r"\b(?:if|unless|whether|provided|assuming|supposing|in case|in the event|had|were|should)\b[^,;:]*$")
INVERTED = re.compile(r"^[\W]*(?:had|were|should|is|are|was|did|does|do|has|have|can|could)\b")
# Words for a whole that only say "what is needed".
_NEED = "need needs needed necessary demand demands require requires required requirement requirements"
NEED = frozenset(_NEED.split())

# Entities of one table in an order: "the most visitors of the three towns", "more than any other town"
KINDS = "region|town|city|district|county|province|country|village|municipality|station|area|state|borough"
_PLURAL = KINDS.replace("city", "citie").replace("county", "countie").replace("country", "countrie")
PLURALS = f"(?:{_PLURAL.replace('municipality', 'municipalitie')})s"
AMONG = re.compile(
    rf"\b(?:of|among|amongst|out of) (?:the|all|all the|all of the|our|its|their|any of the) (?:(\d+|{COUNT_WORDS}) )?"
    r"((?:[a-z]+ )?(?:[a-z]+s|branches|counties|cities))\b"
    r"|\bof (?:any(?: other)?|every) [a-z]+\b|\bof (?:them )?all\b(?=\W|$)(?! the)"
)
ANY_OTHER = re.compile(
    r"\bthan (?:in |to |at |on )?any other(?: [a-z]+){0,2}"
    rf"|\b(?:list|table|ranking|rankings|league) of (?:the |all )*{PLURALS}\b|\b(?:led|leads) (?:all )?the {PLURALS}\b"
    rf"|\b(?:{KINDS})\b"
)
