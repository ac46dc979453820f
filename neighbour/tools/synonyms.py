"""What people call a thing for which the catalogue has another word."""

from neighbour.web.folding import fold

SYNONYMS = {
    "Rundruf": "Telefonkette",
    "Kettenanruf": "Telefonkette",
    "Telefonliste": "Telefonkette",
    "alle anrufen": "Telefonkette",
    "alle erreichen": "Telefonkette",
    "schnell erreichen": "Telefonkette",
    "Dienstplan": "Stecktafel",
    "Schichtplan": "Stecktafel",
    "Hallenplan": "Wandkalender",
}
FOLDED = {fold(words): meant for words, meant in SYNONYMS.items()}


def meant_by(query: str) -> str | None:
    """The word of the catalogue, for a question that is exactly one of these."""
    return FOLDED.get(fold(query))
