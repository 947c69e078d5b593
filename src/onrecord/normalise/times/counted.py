"""Lengths of time that are figures of something counted: "300 nights spent by guests", "six hours of power a day"."""

from __future__ import annotations

import re

from onrecord.record import Time

__all__ = ["is_counted"]

_NIGHTS = re.compile(r"(?:^|\s)nights?$", re.IGNORECASE)
_HOURS = re.compile(r"(?:^|\s)hours?$", re.IGNORECASE)
_MANY = re.compile(r"\d[\d,.]{2,}|\b(?:thousand|million|billion|hundred)\b", re.IGNORECASE)
_SPENT = re.compile(
    r"\s(?:(?:were|was|had been|have been|are|being)\s)?(?:spent|booked|sold|recorded|registered|logged|slept)\b"
    r"|\sguests\b|\s(?:guests|visitors|tourists)\sspent\b"
)
_BEFORE = re.compile(r"\b(?:spent|booked|sold|spending|booking|selling|guests|visitors)\s(?:the\s)?$")
_OF_WHAT = re.compile(
    r"\sof\s(?!(?:the|that|this|these|those|each|every|its|their|his|her|our|a|an|fighting|talks|waiting|work)\b)[a-z]{3,20}\b"
)


def is_counted(text: str, time: Time) -> bool:
    """Whether a duration in ``text`` is no length of time but a figure: nights that are spent or are more than anyone
    could wait, hours of something that a place has."""
    if time.kind != "duration":
        return False
    own, after = text[time.span.start : time.span.end], text[time.span.end : time.span.end + 40]
    if _NIGHTS.search(own):
        before = text[max(0, time.span.start - 30) : time.span.start]
        counted = _SPENT.match(after) or _BEFORE.search(before)
        return bool(_MANY.search(own) and (counted or len(own) > len("1,000 nights")))
    return bool(_HOURS.search(own) and any(c.isalnum() for c in own[:-5]) and _OF_WHAT.match(after))
