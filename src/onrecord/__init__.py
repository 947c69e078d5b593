"""onrecord puts public statements on the record: who said what, tied to the exact characters it came from.

>>> import onrecord
>>> record = onrecord.read("“We will pay,” said the mayor.")  # doctest: +SKIP
"""

from onrecord._version import __version__
from onrecord.api import read, read_document
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
from onrecord.record import Actor, Attribution, Document, Published, Record, Role, Said, Warning
from onrecord.spans import Span, quote

__all__ = [
    "Actor",
    "Attribution",
    "BadBatchLine",
    "BinaryInput",
    "Document",
    "InputError",
    "InputTooLarge",
    "InvalidDate",
    "InvalidRecord",
    "ModelError",
    "OnrecordError",
    "OutputError",
    "Published",
    "Record",
    "RecordError",
    "Role",
    "Said",
    "Span",
    "UnexpectedFailure",
    "UnknownFormat",
    "UnreadableInput",
    "UnwritableOutput",
    "Warning",
    "WeightsDamaged",
    "WeightsMissing",
    "__version__",
    "quote",
    "read",
    "read_document",
]
