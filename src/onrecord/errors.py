"""One tree of errors; each has a code, says what happened, where, and what to do.

* OnrecordError
    * InputError            E1xx  something given to the program cannot be read
        * UnreadableInput   E101  the file cannot be opened
        * UnknownFormat     E102  no format of that name, or a file type nothing here reads
        * BinaryInput       E103  the bytes are not text
        * InputTooLarge     E104  over the size limit
        * BadBatchLine      E105  a line of JSON Lines is not a document
        * BadAliasRow       E106  a row of an alias table is not one
        * BadSwapList       E107  a list of actors to swap that cannot be used
        * InvalidDate       E110  not a date
    * RecordError           E2xx
        * InvalidRecord     E201  JSON that is not a record of this schema version
        * ImpossibleChange  E202  a change of the cast that cannot be made
    * ModelError            E3xx
        * WeightsMissing    E301  the packaged weights are absent
        * WeightsDamaged    E302  the packaged weights are not those that were released
    * OutputError           E4xx
        * UnwritableOutput  E401  the output cannot be written
    * EvidenceError         E5xx  a table of figures cannot be used
        * BadDescriptor     E501  a datapackage.json that does not describe its tables
        * BadTable          E502  a file that is not the table its description says
        * UnsafePath        E503  a path that leaves the pack, or is no regular file
        * TableTooLarge     E504  over a limit on size, time or memory when read
        * QueryFailed       E505  a query that cannot be run
        * QueryStopped      E506  a query over a limit on time, memory or rows
    * UnexpectedFailure     E999  onrecord failed in a way it does not foresee: a fault of its own
"""

from __future__ import annotations

__all__ = [
    "BadAliasRow",
    "BadBatchLine",
    "BadDescriptor",
    "BadSwapList",
    "BadTable",
    "BinaryInput",
    "EvidenceError",
    "ImpossibleChange",
    "InputError",
    "InputTooLarge",
    "InvalidDate",
    "InvalidRecord",
    "ModelError",
    "OnrecordError",
    "OutputError",
    "QueryFailed",
    "QueryStopped",
    "RecordError",
    "TableTooLarge",
    "UnexpectedFailure",
    "UnknownFormat",
    "UnreadableInput",
    "UnsafePath",
    "UnwritableOutput",
    "WeightsDamaged",
    "WeightsMissing",
]


class OnrecordError(Exception):
    """The base of every error that onrecord raises on purpose.

    ``place`` names the file, line or option; ``problem`` says what happened; ``remedy`` says what to do.
    ``str(error)`` is one line: ``E101 notes.txt: no such file. Check the path.``
    """

    code = "E000"

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place = place
        self.problem = problem
        self.remedy = remedy
        super().__init__(place, problem, remedy)

    def __str__(self) -> str:
        return f"{self.code} {self.place}: {self.problem}. {self.remedy}"


class InputError(OnrecordError):
    """Something given to the program cannot be read."""

    code = "E100"


class UnreadableInput(InputError):
    """The file cannot be opened: absent, a permission, a folder where a file was expected."""

    code = "E101"


class UnknownFormat(InputError):
    """No format of that name, or a file type nothing here reads."""

    code = "E102"


class BinaryInput(InputError):
    """The bytes are not text."""

    code = "E103"


class InputTooLarge(InputError):
    """The input is over the size limit."""

    code = "E104"


class BadBatchLine(InputError):
    """A line of a JSON Lines batch is not a document."""

    code = "E105"


class BadAliasRow(InputError):
    """A row of an alias table is not one."""

    code = "E106"


class BadSwapList(InputError):
    """A list of actors to swap cannot be used."""

    code = "E107"


class InvalidDate(InputError):
    """A date that is not one."""

    code = "E110"


class RecordError(OnrecordError):
    """A record cannot be used."""

    code = "E200"


class InvalidRecord(RecordError):
    """JSON that is not a record of this schema version."""

    code = "E201"


class ImpossibleChange(RecordError):
    """A change of the cast cannot be made."""

    code = "E202"


class ModelError(OnrecordError):
    """The packaged model cannot be used."""

    code = "E300"


class WeightsMissing(ModelError):
    """The packaged weights are absent."""

    code = "E301"


class WeightsDamaged(ModelError):
    """The packaged weights are not those that were released."""

    code = "E302"


class OutputError(OnrecordError):
    """The results cannot be put where they should go."""

    code = "E400"


class UnwritableOutput(OutputError):
    """The output cannot be written: no permission, no space, a folder that is a file."""

    code = "E401"


class EvidenceError(OnrecordError):
    """A table of figures cannot be used."""

    code = "E500"


class BadDescriptor(EvidenceError):
    """A ``datapackage.json`` that does not describe its tables; the place is the file and the JSON path."""

    code = "E501"


class BadTable(EvidenceError):
    """A file that is not the table its description says: encoding, header, format."""

    code = "E502"


class UnsafePath(EvidenceError):
    """A path that leaves the pack, or leads to something that is no regular file."""

    code = "E503"


class TableTooLarge(EvidenceError):
    """A file over a limit on size, or whose reading was over a limit on time or memory."""

    code = "E504"


class QueryFailed(EvidenceError):
    """A query that cannot be run."""

    code = "E505"


class QueryStopped(EvidenceError):
    """A query over a limit on time, memory or rows."""

    code = "E506"


class UnexpectedFailure(OnrecordError):
    """Onrecord failed in a way it does not foresee: a fault of its own."""

    code = "E999"
