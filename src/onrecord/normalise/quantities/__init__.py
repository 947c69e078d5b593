"""Quantities: every figure of a text as an interval with its unit, by rule and without the model.

>>> from onrecord.normalise.quantities import quantities
>>> [(q.lower, q.upper, q.unit, q.unit_name) for q in quantities("No more than 1,200 trucks entered the
port.")]
[(None, 1200.0, '1', 'truck')]
"""

from onrecord.normalise.quantities.conversion import convert, dimension
from onrecord.normalise.quantities.read import quantities

__all__ = ["convert", "dimension", "quantities"]
