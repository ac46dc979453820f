"""How the domain says no: each refusal carries the sentence that the person reads."""


class Refusal(Exception):
    """Something a person asked for that is not done; `sentence` says why, in words they understand."""

    status = 400

    def __init__(self, sentence: str):
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """May be seen, may not be done by this person."""

    status = 403


class Moved(NotAllowed):
    """What it speaks of is not kept here any more; `to` is where it went, as an address and a title."""

    def __init__(self, sentence: str, *, to: tuple[str, str]):
        super().__init__(sentence)
        self.to = to


class Invalid(Refusal):
    """Cannot be kept as it was sent: a form that a model looks at more closely than its form class can."""

    status = 422


class TooOften(Refusal):
    """Asked for too many times; may be tried again after `wait` seconds."""

    status = 429

    def __init__(self, sentence: str, *, wait: int):
        super().__init__(sentence)
        self.wait = wait


class Conflict(Refusal):
    """Somebody else was first. `theirs` and `mine` are both texts, so that neither is lost."""

    status = 409

    def __init__(self, sentence: str, *, theirs: str = "", mine: str = ""):
        super().__init__(sentence)
        self.theirs = theirs
        self.mine = mine
