"""The turns of phrase by which claims say what is to be computed: comparisons, ranks, trends, means.

Closed lists of English, to be searched in lower case; no name is in them, and both directions of each stand side by
side. A module of constants: each is one pattern or table.
"""

from __future__ import annotations

import re

from onrecord.evidence.model import Grain

UNITS: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
OFTEN: dict[str, Grain] = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "yearly": "year",
}
_UP = (
    r"(?:ros|ris|grew|grow|increas|climb|jump|surg|soar|gain|expand|edg\w+ up|went up|up\b|doubl|tripl|trebl|quadrupl)"
)
_DOWN = r"(?:f[ea]ll|declin|decreas|drop|shr[aiu]nk|dip|slip|eas|slow|edg\w+ down|went down|down\b|halv|cut|lost|lose)"
_HIGHEST = "highest|largest|biggest|greatest|most|busiest|wettest|strongest|best|hottest|warmest|deadliest"
_LOWEST = "lowest|smallest|fewest|least|driest|quietest|slowest|weakest|worst|coldest"
_UNIT = "(day|week|month|quarter|year)"

# Before a time: what a value is compared with, since when it counts.
BASE = re.compile(
    r"\b(?:than|as|from|compared (?:with|to)|against|versus|relative to)\s+"
    r"(?:(?:in|on|from|between|during|at|for|of|that|those|its|level|figure|had been|was|the)\s+){0,4}$"
)
SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?$")
# What a claim compares with is stated in it: a comparison with anything else would not be the claim's.
COMPARES = re.compile(r"\bthan\b|\bcompared (?:with|to)\b|\bas (?:many|much|high|large|big|great|low)\b")
EARLIER = re.compile(
    rf"\b(?:a|one|the)\s+(?:(?:same|previous|preceding)\s+)?{_UNIT}\s+(?:earlier|before|ago|previously|prior)\b"
    rf"|\b(?:the\s+)?(?:previous|preceding|prior)\s+{_UNIT}\b"
    r"|\b(?:on|over)\s+the\s+(week|month|quarter|year)\b"
    r"|\byear[- ](?:on|over)[- ](year)\b|\bmonth[- ](?:on|over)[- ](month)\b"
)

# Ranks and records.
RANK = re.compile(rf"\b(?:(second|third|fourth|fifth|2nd|3rd|4th|5th)[- ])?({_HIGHEST}|{_LOWEST})\b")
RECORD = re.compile(r"\b(?:a|the|an all-time|all-time|new)\s+record(?:[- ](high|low))?\b|\brecord[- ](high|low)\b")
LEAST = frozenset({*_LOWEST.split("|"), "low"})
PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
# The best or worst unit of a period: "the wettest day in May"
TOP_UNIT = re.compile(rf"\b({_HIGHEST}|{_LOWEST})[- ](?:single[- ])?{_UNIT}\b")
# Entities of one table in an order: "the most visitors of the three towns", "more than any other town"
AMONG = re.compile(
    r"\b(?:of|among|out of) (?:the|all|all the|all of the) (?:(\d+|two|three|four|five|six|seven|eight|nine|ten) )?"
    r"((?:[a-z]+ )?[a-z]+s)\b"
)
ANY_OTHER = re.compile(r"\b(?:more|higher|fewer|less|lower)\b.{0,40}?\bthan any other(?: [a-z]+){0,2}")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

# Trends and directions.
EVERY = re.compile(
    rf"\b({_UP}|{_DOWN})\w*\s+(?:in\s+)?(?:every|each)\s+(?:single\s+)?{_UNIT}\b"
    rf"|\b({_UP}|{_DOWN})\w*\s+(day after day|week after week|month after month|quarter after quarter|"
    r"year after year)\b"
    rf"|\b({_UP}|{_DOWN})\w*\s+for\s+\w+\s+(?:consecutive|straight|successive)\s+{_UNIT}s?\b"
    rf"|\b({_UP}|{_DOWN})\w*\s+(steadily|continuously|without interruption)\b"
)
MOVED = re.compile(rf"\b(?:({_UP})|({_DOWN}))\w*\b")

# Around a figure: what it is.
TO = re.compile(
    r"\b(?:to|at|reached|reaching|hit|hitting|totalling|totalled)\s+"
    r"(?:(?:a|an|the|only|just|some|record|new|high|low|of)\s+){0,4}$"
)
FROM = re.compile(r"\bfrom\s+(?:(?:a|an|the|just|only|some)\s+){0,2}$")
OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|all|its|their)\s+)*", re.IGNORECASE)
MEAN = re.compile(r"\b(?:average\w*|mean)\b")
EACH = re.compile(rf"\b(?:a|an|per|each|every)\s+{_UNIT}\b")  # what a mean is taken by: "an average of 9,000 a month"
HIGH = re.compile(rf"\b(?:{_HIGHEST}|maximum|peak\w*|record)\b")
LOW = re.compile(rf"\b(?:{_LOWEST}|minimum)\b")
TOGETHER = re.compile(r"\b(?:together|combined|jointly|between them|altogether)\b")
# In how many units something held: "on nine days", "nine days with"
ON_DAYS = re.compile(
    r"\b(?:on|in|during|had|saw|were|of|for)\s+(?:only\s+|just\s+|exactly\s+)?[\w-]+\s+(?:days?|weeks?|months?|years?)$"
)

HEADS = re.compile(
    r"\bper\s+(?:[\d,. ]+\s*)?(?:thousand\s+|million\s+)?(?:capita|head|[a-z]+s|person)\b|\bfor every\b.{0,20}"
)

# Comparisons without a figure.
MORE = re.compile(r"\b(?:more|higher|greater|larger|bigger|exceed\w*|above|outnumber\w*|surpass\w*|over)\b")
LESS = re.compile(r"\b(?:less|fewer|lower|smaller|below|under)\b")
THAN = re.compile(r"\bthan\b|\bexceed\w*|\boutnumber\w*|\bsurpass\w*")

NEEDED = re.compile(r"\s+(?:that\s+|which\s+)?(?:[a-z]+\s+){1,3}(?:needs?|needed|requires?|required)\b")
OF_NEED = re.compile(r"\s+of\s+((?:(?:the|its|their|all|total)\s+)*(?:needs?|requirements?|demand))\b")
# Put as wished, expected or possible: nothing is asserted.
MODAL = re.compile(
    r"\b(?:would|could|should|might|ought|hop(?:e|es|ed|ing)|wish(?:es|ed)?|wants?|wanted|aims?|aimed|targets?|targeted|"
    r"plans?|planned|expect(?:s|ed|ing|ation|ations)?|forecasts?|predict(?:s|ed|ion|ions)?|projected|likely|unlikely|"
    r"imagine|suppose|supposing|assume|assuming|as if)\b"
)
# Before a claim in its sentence, with no comma between: a condition or a question.
OPEN = re.compile(r"\b(?:if|unless|whether|provided|assuming|supposing|in case|in the event|had|were|should)\b[^,;:]*$")
INVERTED = re.compile(r"^[\W]*(?:had|were|should|is|are|was|did|does|do|has|have|can|could)\b")
# Words for a whole that only say "what is needed".
NEED = frozenset(
    [
        "need",
        "needs",
        "needed",
        "require",
        "requires",
        "required",
        "requirement",
        "requirements",
        "demand",
        "demands",
        "necessary",
    ]
)
