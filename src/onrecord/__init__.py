"""onrecord puts public statements on the record: who said what, tied to the exact characters it came from."""

from onrecord._version import __version__

__all__ = ["__version__"]
