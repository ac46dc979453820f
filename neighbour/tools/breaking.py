"""Where long words may break: no browser knows the compounds of licences and authorities."""

import re

SOFT = "\u00ad"
# Ends of first parts of compounds, and the long first parts themselves, behind which a syllable surely ends.
JOINTS = re.compile(
    r"(?<=[a-zäöüß]{3})(?:(?<=heits)|(?<=keits)|(?<=ungs)|(?<=schafts)|(?<=ions)|(?<=nachbar)|(?<=netz))(?=[a-zäöüß]{4})"
)
LONG = re.compile(r"[^\W\d_]{14,}")


def breakable(text) -> str:
    """With soft hyphens inside long words; escaping is left to the page."""
    return LONG.sub(lambda word: JOINTS.sub(SOFT, word[0]), str(text))
