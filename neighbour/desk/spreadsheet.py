"""Lists for a spreadsheet: semicolons and a byte order mark for German Excel, no cell that calculates."""

import csv
import io
from collections.abc import Iterable, Sequence

from flask import Response

# OWASP, "CSV Injection": what a spreadsheet takes for a formula when it stands first.
CALCULATES = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet(filename: str, head: Sequence[str], rows: Iterable[Sequence]) -> Response:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([harmless(cell) for cell in head])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    answer = Response("\ufeff" + text.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def harmless(cell) -> str:
    text = str(cell)
    return f"'{text}" if text.lstrip().startswith(CALCULATES) or text.startswith(CALCULATES) else text
