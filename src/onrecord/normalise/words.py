"""The small closed classes of English words that names, titles and sources are told apart by.

Offices, honorifics, pronouns, and what they say of gender and number. No name of any actor.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = [
    "ARTICLES",
    "BODIES",
    "FUNCTION",
    "GENDERED",
    "GENERIC_BODIES",
    "HONORIFICS",
    "INDEFINITE",
    "INSTITUTIONS",
    "LANDS",
    "LEADERS",
    "OFFICES",
    "PORTFOLIO",
    "PREPOSITIONS",
    "RANKS",
    "is_abbreviation",
    "is_plural",
    "is_role",
    "role_key",
    "word_set",
]


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, parted by blanks, as a set."""
    return frozenset(text.split())


# Honorific to the gender it states, "" where it states none.
HONORIFICS = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f",
    "dame": "f", "madam": "f", "madame": "f", "dr": "", "prof": "", "professor": "", "sen": "",
    "senator": "", "rep": "", "gov": "", "gen": "", "lt": "", "col": "", "maj": "", "capt": "",
    "sgt": "", "cpl": "", "cmdr": "", "adm": "", "brig": "", "rev": "", "fr": "m", "hon": "",
    "judge": "", "justice": "", "pres": "", "amb": "", "sec": "", "del": "", "atty": "", "supt": "",
    "insp": "", "det": "", "mx": "", "imam": "", "rabbi": "", "sheikh": "m", "pastor": "", "msgr": "m",
    "messrs": "m", "sr": "m", "sra": "f", "mme": "f", "mlle": "f", "herr": "m", "frau": "f",
    "monsieur": "m", "st": "",
}  # fmt: skip

GENDERED = {
    **dict.fromkeys(
        word_set(
            """
            chairman spokesman congressman businessman councilman assemblyman policeman fireman
            salesman craftsman statesman nobleman father son brother husband uncle nephew
            grandfather grandson widower boyfriend king prince duke emperor monk gentleman man boy
            salesman anchorman waiter stepfather
            """
        ),
        "m",
    ),
    **dict.fromkeys(
        word_set(
            """
            chairwoman spokeswoman congresswoman businesswoman councilwoman assemblywoman
            policewoman saleswoman stateswoman noblewoman mother daughter sister wife aunt niece
            grandmother granddaughter widow girlfriend queen princess duchess actress empress nun
            lady woman girl anchorwoman heroine waitress stepmother hostess
            """
        ),
        "f",
    ),
}

_ROLES = word_set(
    """
    president minister secretary secretary-general chief director officer mayor governor senator judge
    justice general colonel major captain lieutenant sergeant admiral commander marshal brigadier
    ambassador envoy consul commissioner chancellor king queen prince princess pope bishop archbishop
    cardinal patriarch imam rabbi pastor priest chair chief-executive ceo cfo coo cto md executive head
    leader premier speaker whip treasurer deputy aide adviser advisor analyst economist professor
    lecturer lawyer attorney solicitor barrister prosecutor counsel researcher scientist doctor
    physician surgeon nurse manager coach owner founder co-founder cofounder activist candidate nominee
    strategist editor reporter correspondent journalist columnist author writer historian member
    observer lawmaker legislator representative mp mep councillor councilor alderman sheriff detective
    inspector superintendent constable resident farmer teacher student engineer coordinator expert
    specialist consultant pollster host actor actress artist singer musician scholar fellow trustee
    delegate negotiator mediator rapporteur ombudsman registrar clerk administrator governor-general
    attorney-general undersecretary under-secretary under-secretary-general chairperson official
    organizer organiser campaigner volunteer worker operator trader investor banker broker partner
    principal dean provost rector vice-president vice-chair vice-chancellor chairmanship curator
    architect designer producer superintendent warden magistrate senator-elect president-elect
    mayor-elect technician biologist physicist chemist meteorologist geologist ecologist epidemiologist
    psychologist sociologist pathologist veterinarian oceanographer vocalist athlete player captain
    striker goalkeeper defender champion driver pilot sailor interviewer moderator runner front-runner
    frontrunner contestant fisherman fisherwoman survivor witness victim plaintiff defendant suspect
    neighbor neighbour veteran soldier officer trooper ranger firefighter paramedic supporter opponent
    donor surrogate boss tycoon billionaire entrepreneur publisher anchor blogger pundit commentator
    critic ally rival companion mother father son daughter brother sister wife husband widow uncle aunt
    cousin nephew niece grandmother grandfather czar tsar emir sultan emperor sheikh ayatollah caliph
    mullah controller auditor comptroller planner surveyor forecaster liaison chaplain archivist
    librarian interpreter translator guide shopkeeper baker carpenter plumber electrician miner
    pensioner spokesperson
    """
)
_ROLE_ENDING = re.compile(r"(?:man|woman|person|ologist|onomist)$")

# Offices that stand before a name and are no part of it, and that no one has for a surname.
OFFICES = word_set(
    """
    president minister secretary secretary-general chancellor premier governor mayor senator ambassador
    commissioner director chairman chairwoman chairperson spokesman spokeswoman spokesperson congressman
    congresswoman representative king queen prince princess pope archbishop cardinal general colonel
    captain lieutenant sergeant admiral commander brigadier sheriff emir sultan emperor sheikh ayatollah
    attorney-general governor-general undersecretary under-secretary-general vice-president envoy
    councillor councilor councilman councilwoman inspector superintendent detective ceo assemblyman
    assemblywoman alderman judge justice professor
    """
)

# Offices whose "of X" or "for X" names the portfolio, so that X stays in the title.
PORTFOLIO = word_set(
    """
    minister secretary undersecretary under-secretary chancellor ministers secretaries attorney
    professor
    """
)
LEADERS = word_set("president premier minister chancellor king queen leader chief chair head")

# Words that make another office of an office.
RANKS = word_set(
    """
    vice deputy prime former acting foreign interior interim assistant ex-president incoming
    """
)

# Nouns for bodies that a definite description may pick out ("the agency"); generic ones name no kind of body.
BODIES = word_set(
    """
    agency company group organisation organization ministry department bank court committee commission
    council institute institution board bureau union party association federation foundation charity
    firm manufacturer bloc alliance university college hospital newspaper network broadcaster outlet
    office authority service force army navy government administration regime cabinet parliament
    congress senate assembly society club church fund campaign movement coalition body team regulator
    watchdog tribunal retailer airline carrier utility corporation city town county province state
    republic kingdom country nation centre center laboratory command maker developer website magazine
    paper station channel league police brigade militia consortium cooperative
    """
)
GENERIC_BODIES = word_set("company group organisation organization firm agency body outlet institution")
# Nouns that end or head the name of an institution and are no one's surname.
INSTITUTIONS = word_set(
    """
    ministry department authority agency union court tribunal council committee commission parliament
    senate congress assembly cabinet government administration office bureau directorate secretariat
    institute institution university college academy school faculty hospital clinic laboratory
    laboratories observatory museum company corporation inc ltd llc plc gmbh holdings enterprises industries
    group association federation confederation foundation organisation organization society alliance
    coalition consortium network party league movement front campaign initiative programme program
    fund trust charity board panel service services force forces command corps army navy police brigade
    militia times herald gazette tribune journal monitor cooperative syndicate chamber exchange airlines
    railways transit
    """
)
# Nouns for lands and waters; a name that one of them ends or heads is a place's.
LANDS = word_set(
    """
    bay gulf strait sea ocean river lake island islands isle peninsula strip valley mountains hills coast desert
    republic kingdom state province county district city region territory territories emirate
    """
)

ARTICLES = word_set("the a an this that these those his her its their our my your both")
PREPOSITIONS = word_set(
    """
    of for at from in with by on to under over near within against among between about like as into than
    behind inside outside during after before via per across around
    """
)
INDEFINITE = word_set(
    """
    you your yours some many others one another all most few several everyone everybody anyone anybody
    someone somebody no-one nobody none each either neither both any more much other two three half here
    there what whoever anything everything something nothing those these that this
    """
)
FUNCTION = (
    ARTICLES
    | PREPOSITIONS
    | word_set(
        """
    and or but nor so yet if when while as that who whom whose which where then also not is are was were
    be been being has have had do does did will would can could may might must shall should he she it
    they we i you him them us me because since until though although unless whether how why just only
    even still again later earlier meanwhile however yesterday today tomorrow what
    """
    )
)
_PEOPLE = word_set(
    """
    community electorate people police men women children media press public staff crew youth troops
    """
)


# Offices as they are shortened before a name.
_SHORT_OFFICES = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant", "cmdr": "commander",
    "adm": "admiral", "brig": "brigadier", "prof": "professor", "pres": "president",
    "amb": "ambassador", "supt": "superintendent", "insp": "inspector", "det": "detective",
    "sens": "senator", "reps": "representative", "govs": "governor",
}  # fmt: skip


def is_abbreviation(word: str) -> bool:
    """Whether a word with a full stop is a shortened office: "Sen."."""
    return word.endswith(".") and word[:-1].lower() in _SHORT_OFFICES


def is_role(word: str) -> bool:
    """Whether a word is an office, a trade or a tie between people, in the singular.

    >>> is_role("Minister"), is_role("chairwoman"), is_role("harbour")
    (True, True, False)
    """
    return _is_role(word.lower())


@cache
def _is_role(word: str) -> bool:
    return (
        word in _ROLES
        or word.removesuffix(".") in _SHORT_OFFICES
        or bool(_ROLE_ENDING.search(word))
        or word.rpartition("-")[2] in _ROLES
    )


def role_key(word: str) -> str:
    """One key for the forms of one office: chairman, chairwoman and chair; spokesman and spokesperson."""
    low = word.lower().removesuffix(".")
    for stem in ("spokes", "chair", "congress", "business", "council", "assembly"):
        if low.startswith(stem) and low[len(stem) :] in ("man", "woman", "person", ""):
            return stem
    return {"advisor": "adviser", "co-founder": "founder", "cofounder": "founder", **_SHORT_OFFICES}.get(low, low)


def is_plural(word: str) -> bool:
    """Whether a noun looks plural: "residents", "people", not "press" or "status"."""
    low = word.lower()
    return low in _PEOPLE or (low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s")) and len(low) > 3)
