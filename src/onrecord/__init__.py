"""onrecord puts public statements on the record: who said what, tied to the exact characters it came from.

>>> import onrecord
>>> record = onrecord.read("“We will pay,” said the mayor.")  # doctest: +SKIP
"""

from onrecord._version import __version__
from onrecord.api import quantities, read, read_document, times
from onrecord.errors import (
    BadBatchLine,
    BinaryInput,
    InputError,
    InputTooLarge,
    InvalidDate,
    InvalidRecord,
    ModelError,
    OnrecordError,
    OutputError,
    RecordError,
    UnexpectedFailure,
    UnknownFormat,
    UnreadableInput,
    UnwritableOutput,
    WeightsDamaged,
    WeightsMissing,
)
from onrecord.record import (
    Actor,
    Alternative,
    Attribution,
    Comparison,
    Document,
    Phrase,
    Published,
    Quantity,
    Record,
    Role,
    Said,
    Time,
    Timex,
    Warning,
)
from onrecord.spans import Span, quote

__all__ = [
    "Actor",
    "Alternative",
    "Attribution",
    "BadBatchLine",
    "BinaryInput",
    "Comparison",
    "Document",
    "InputError",
    "InputTooLarge",
    "InvalidDate",
    "InvalidRecord",
    "ModelError",
    "OnrecordError",
    "OutputError",
    "Phrase",
    "Published",
    "Quantity",
    "Record",
    "RecordError",
    "Role",
    "Said",
    "Span",
    "Time",
    "Timex",
    "UnexpectedFailure",
    "UnknownFormat",
    "UnreadableInput",
    "UnwritableOutput",
    "Warning",
    "WeightsDamaged",
    "WeightsMissing",
    "__version__",
    "quantities",
    "quote",
    "read",
    "read_document",
    "times",
]
