"""What the catalogue shows for a question: words searched for, ticks set, a theme chosen."""

from dataclasses import dataclass, field

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l

from neighbour.tools.search import Match, matching, search
from neighbour.tools.synonyms import meant_by
from neighbour.tools.words import number
from neighbour.web.folding import fold

LONGEST_QUESTION = 100
EU = "eu"


def among(value, wanted: tuple) -> bool | None:
    return None if value is None else value in wanted


# Each tick answers yes, no or not known; paper needs neither a net nor an account nor a computer anywhere.
TICKS = {
    "offline": (_l("ohne Netz"), lambda tool: among(tool.offline, ("full", "partial"))),
    "account": (_l("ohne Konto"), lambda tool: among(tool.account_participant, ("none", "optional"))),
    "free": (_l("kostenlos"), lambda tool: among(tool.cost_model, ("free", "donation"))),
    EU: (_l("in der EU"), lambda tool: True if tool.paper else tool.eu_hosting),
    "easy": (_l("leicht"), lambda tool: among(tool.difficulty, (1,))),
}


@dataclass(frozen=True)
class Question:
    """What somebody asks of the catalogue, as it stands in the address."""

    q: str = ""
    ticks: tuple[str, ...] = ()
    category: str = ""
    everything: bool = False

    @classmethod
    def read(cls, arguments) -> "Question":
        """Anything that is not a question of ours is left out."""
        ticks = tuple(name for name in TICKS if name in arguments.getlist("only"))
        q = " ".join(arguments.get("q", "").replace("\x00", "").split())[:LONGEST_QUESTION]
        return cls(q, ticks, arguments.get("category", "")[:40], "all" in arguments)

    @property
    def is_empty(self) -> bool:
        return not (self.q or self.ticks or self.category or self.everything)

    def address(self, **other) -> dict:
        """The arguments that ask this again, some of them changed."""
        asked = {
            "q": self.q,
            "only": list(self.ticks),
            "category": self.category,
            "all": "1" if self.everything else "",
            **other,
        }
        return {name: value for name, value in asked.items() if value}

    def without(self, tick: str) -> dict:
        """The arguments that ask this again with one tick less."""
        return self.address(only=[name for name in self.ticks if name != tick])

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        return [(name, str(label), name in self.ticks) for name, (label, _answer) in TICKS.items()]


@dataclass
class Found:
    """The answer: tools in their order, and what must be said beside them."""

    question: Question
    tools: list
    instead: str = ""
    unknown: int = 0
    without: dict = field(default_factory=dict)

    @property
    def said_of_unknown(self) -> str:
        if not self.unknown:
            return ""
        return ngettext(
            "Bei einem Werkzeug ist das nicht bekannt. Es steht nicht in der Liste.",
            "Bei %(count)s Werkzeugen ist das nicht bekannt. Sie stehen nicht in der Liste.",
            self.unknown,
            count=number(self.unknown),
        )

    @property
    def dropping(self) -> str | None:
        """The tick without which most would fit."""
        return max(self.without, key=self.without.get) if any(self.without.values()) else None

    @property
    def advice(self) -> str:
        """Why the list is empty, and which tick to drop."""
        ticks = self.question.ticks
        if len(ticks) == 1:
            return gettext("Dazu passt kein Werkzeug mit dem Häkchen ‚%(tick)s‘.", tick=TICKS[ticks[0]][0])
        if len(ticks) == 2:
            nothing = gettext("Kein Werkzeug passt zu beiden Häkchen.")
        else:
            nothing = gettext("Kein Werkzeug passt zu allen %(count)s Häkchen.", count=number(len(ticks)))
        if self.dropping is None:
            return nothing
        words = {"tick": TICKS[self.dropping][0], "count": number(self.without[self.dropping])}
        fewer = ngettext(
            "Ohne das Häkchen bei ‚%(tick)s‘ wäre es %(count)s.",
            "Ohne das Häkchen bei ‚%(tick)s‘ wären es %(count)s.",
            self.without[self.dropping],
            **words,
        )
        return f"{nothing} {fewer}"


def answers(tool, ticks: tuple[str, ...]) -> list[bool | None]:
    return [TICKS[name][1](tool) for name in ticks]


def fitting(tools: list, ticks: tuple[str, ...]) -> list:
    """Those of which every ticked fact is known to be so."""
    return [tool for tool in tools if all(answers(tool, ticks))]


def other_word(tools: list, query: str) -> Match | None:
    """What is called by another word in the catalogue, unless the one that was typed stands in it."""
    meant = meant_by(query)
    if meant is None or matching(tools, fold(query).split()):
        return None
    return Match(matching(tools, fold(meant).split()), meant)


def find(tools: list, question: Question, vocabulary) -> Found:
    """`tools` are all of the catalogue; `vocabulary()` is asked only when a word fits nowhere."""
    if question.category:
        tools = [tool for tool in tools if tool.category and tool.category.code == question.category]
    match = other_word(tools, question.q) or search(tools, question.q, vocabulary)
    found = Found(question, fitting(match.tools, question.ticks), match.instead)
    found.unknown = sum(
        1 for tool in match.tools if None in (known := answers(tool, question.ticks)) and False not in known
    )
    if match.tools and not found.tools:
        without = {name: tuple(tick for tick in question.ticks if tick != name) for name in question.ticks}
        found.without = {name: len(fitting(match.tools, ticks)) for name, ticks in without.items()}
    return found
