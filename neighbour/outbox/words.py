"""Receipt words: what somebody can say on the phone, „AHORN-42“. Computed from the operation's id, so device and
server know it without asking; it need not be unique."""

from uuid import UUID

WORDS = (
    "AHORN AMSEL APFEL BIBER BIRKE BIRNE BLATT BUCHE DACHS DISTEL DOHLE DROSSEL EFEU EIBE EICHE ELSTER "
    "ERLE ESCHE FALKE FARN FINK FLIEDER FORELLE FUCHS GANS GINSTER GLOCKE HAFER HASEL HASE HECHT HEIDE "
    "HIRSCH HOLUNDER HONIG HUMMEL IGEL IMKER KASTANIE KIEBITZ KIEFER KIRSCHE KLEE KORN KRANICH LAUCH LERCHE LINDE "
    "LUCHS MEISE MINZE MOHN MOOS NELKE OTTER PAPPEL PFLAUME QUELLE REIHER RINGEL ROGGEN SALBEI SCHILF ULME"
).split()


def spoken(operation: UUID) -> str:
    """A word and two digits from the random half of a UUIDv7."""
    number = operation.int & 0xFFFF_FFFF
    return f"{WORDS[number % len(WORDS)]}-{number // len(WORDS) % 90 + 10}"
