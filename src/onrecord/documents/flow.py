"""Running text put together from marked-up pieces: paragraphs set apart by a blank line."""

from __future__ import annotations

__all__ = ["Flow"]


class Flow:
    """Collects pieces in reading order and gives the text; linear in what it is given.

    >>> flow = Flow()
    >>> flow.write("The board   of ")
    >>> flow.write("Eastmere.")
    >>> flow.end()
    >>> flow.write("It met.")
    >>> flow.text()
    'The board of Eastmere.\\n\\nIt met.'
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._paragraphs: list[str] = []

    def write(self, text: str) -> None:
        """Add running text; any white space in it means one space."""
        self._pieces.append(text.replace("\n", " ").replace("\t", " "))

    def verbatim(self, text: str) -> None:
        """Add text whose line breaks count."""
        self._pieces.append(text)

    def line(self) -> None:
        """Begin a new line inside the paragraph."""
        self._pieces.append("\n")

    def cell(self) -> None:
        """Begin the next cell of a table's row."""
        self._pieces.append("\t")

    def end(self) -> None:
        """End the paragraph, if one is open; a blank line inside it ends one too."""
        lines: list[str] = []
        for line in "".join(self._pieces).split("\n"):
            tidy = "\t".join(" ".join(cell.split()) for cell in line.split("\t")).strip("\t")
            if tidy:
                lines.append(tidy)
            else:
                self._close(lines)
                lines = []
        self._close(lines)
        self._pieces = []

    def paragraphs(self) -> list[str]:
        """The paragraphs so far, the open one ended."""
        self.end()
        return self._paragraphs

    def text(self) -> str:
        """All paragraphs with a blank line between them."""
        return "\n\n".join(self.paragraphs())

    def _close(self, lines: list[str]) -> None:
        if lines:
            self._paragraphs.append("\n".join(lines))
