"""English verb forms: from "denied" back to "deny", for a closed list of verbs.

The inverse is found by inflecting the list rather than by stripping endings, so no form is guessed:
a word that is not a form of a listed verb has no lemma. Orthographic rules (final e, y to i, doubling,
sibilant -es) and the table of irregular verbs are those of any school grammar of English.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["IRREGULAR_PASTS", "forms", "lemmas"]

# lemma, past and participle where they differ from the regular ones; -s and -ing stay regular
_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
    say said|tell told|write wrote written|speak spoke spoken|think thought|find found|feel felt|hold held
    know knew known|see saw seen|show showed shown|swear swore sworn|give gave given|make made|go went gone
    take took taken|put put|set set|lay laid|read read|sing sang sung|teach taught|mean meant|seek sought
    foresee foresaw foreseen|foretell foretold|forecast forecast forecasted
    cast cast|bet bet|let let|hear heard
    understand understood|undertake undertook undertaken|withdraw withdrew withdrawn|begin began begun
    come came come|become became become|have had|do did done|be was were been am is are|get got gotten
    keep kept|leave left|send sent|shoot shot|fight fought|forget forgot forgotten|hit hit|draw drew drawn
    rise rose risen|bring brought|break broke broken|strike struck|stand stood|run ran|tear tore torn|lie lied
    retell retold|rewrite rewrote rewritten|overrule overruled|bid bid|beseech besought beseeched|pay paid
    choose chose chosen|uphold upheld|overthrow overthrew overthrown|dream dreamt dreamed|light lit|lead led
    mistake mistook mistaken|spell spelt spelled|ring rang rung|throw threw thrown|shake shook shaken|win won
    lose lost|deal dealt|plead pleaded pled|prove proved proven|wonder wondered|quit quit|slam slammed
    misstate misstated|panic panicked|mimic mimicked|flee fled|fall fell fallen
    """.replace("\n", "|").split("|")
    if line.strip()
}
IRREGULAR_PASTS = frozenset(form for pasts in _IRREGULAR.values() for form in pasts)
_VOWELS = frozenset("aeiou")


def _doubles(verb: str) -> bool:
    """Whether the last consonant may double; right for "ban", harmlessly too wide for "visit"."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS
        and verb[-1] not in "wxy"
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS or verb[-3:-1] in ("ui", "ue"))
    )


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb[-1] == "y" and verb[-2:-1] not in _VOWELS else verb + "s"


def _participles(verb: str) -> list[str]:
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe")) and verb != "be":
        return [verb[:-1] + "ing"]
    doubled = [verb + verb[-1] + "ing"] if _doubles(verb) else []
    return [verb + "ing", *doubled]


def _pasts(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return list(_IRREGULAR[verb])
    if verb.endswith("e"):
        return [verb + "d"]
    if verb[-1] == "y" and verb[-2:-1] not in _VOWELS:
        return [verb[:-1] + "ied"]
    doubled = [verb + verb[-1] + "ed"] if _doubles(verb) else []
    return [verb + "ed", *doubled]


def forms(verb: str) -> tuple[str, ...]:
    """Every form of a lower-case ``verb``, itself first.

    >>> forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    return tuple(dict.fromkeys([verb, _third_person(verb), *_pasts(verb), *_participles(verb)]))


def lemmas(verbs: Iterable[str]) -> dict[str, str]:
    """Form to lemma for all forms of ``verbs``; of two verbs that share one a lemma wins, then the first."""
    listed = list(verbs)
    table = {verb: verb for verb in listed}
    for verb in listed:
        for form in forms(verb):
            table.setdefault(form, verb)
    return table
