"""Device and server find the same words."""

import json
import random
import sys
import unicodedata

from neighbour.web.folding import bare, fold

HARD = [
    "Überweisung – aber Straße, STRASSE, Maß & Mußestunde",
    "E‑Mail, E-Mail, e‐mail, -so nicht-, 3-mal, Aus­hang",
    "Version 3.11.2, z. B. www.example.org … fertig. .NET und a..b",
    "Größe; größe; Größe; GRO\u0308SSE; ẞ",
    "neue Feuer, Aeskulap, Poesie, Statue",
    "Łódź, Åse, Çelik, Ñandú, İstanbul, naïve, Ελλάς, Привет",
    "_unter_strich_ 50 % · 12½ ² ﬁnden",
    "",
    "   ",
]
# Latin, Greek, Cyrillic with what may stand between words; U+0345 is a letter to one and an accent to the other.
KINDS = "LNPSZ"
SIGNS = [sign for sign in map(chr, range(0x20, 0x530)) if unicodedata.category(sign)[0] in KINDS]
ACCENTS = [chr(number) for number in range(0x300, 0x345)]
EVERY_SIGN = SIGNS + ACCENTS + list("  --..\u2010\u2011\u00ad") * 20


def test_words_are_folded_alike(node):
    chance = random.Random(4)
    lines = HARD + ["".join(chance.choices(EVERY_SIGN, k=12)) for _ in range(3000)]

    ran = node("folding.mjs", said=json.dumps(lines))

    assert ran.returncode == 0, ran.stderr
    differing = [
        (line, here, there)
        for line, there in zip(lines, json.loads(ran.stdout), strict=True)
        if (here := [fold(line), bare(fold(line))]) != there
    ]
    assert differing == [], f"{sys.version}: {differing[:5]}"
