"""Needs as pages show them: a list by the newest, one with its voices, and those that are like what somebody writes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from neighbour.db import db
from neighbour.initiatives import Initiative
from neighbour.initiatives.loading import home_of, name_of
from neighbour.needs.models import Answer, Need, SameHere, State, Step, Version
from neighbour.needs.models.kinds import ENDED
from neighbour.needs.routing import stems
from neighbour.web.paging import Page

SHOWN = ("all", "ours", "mine", "open", "settled")
MOST_SIMILAR = 5
LOOKED_AT = 60
MOST_WORDS = 8


@dataclass
class Home:
    """One initiative that says „bei uns auch“: its people's sentences, and needs of its own that were merged into this."""

    initiative: Initiative
    voices: list[SameHere] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)


def listed(viewer, show: str = "all") -> Select:
    """Needs that stand for themselves; what was merged is found through where it went."""
    needs = Need.visible_to(viewer).where(Need.merged_into_id.is_(None))
    if show == "ours":
        return needs.where(Need.initiative_id.in_(viewer.own_initiatives))
    if show == "mine":
        return needs.where(Need.responsible_id == viewer.id)
    if show == "open":
        return needs.where(Need.state.not_in(ENDED))
    return needs.where(Need.state == State.SETTLED) if show == "settled" else needs


def in_rows(needs: Select) -> Select:
    return needs.options(home_of(Need.initiative))


def with_responsible(needs: Select) -> Select:
    """Says who takes care of each, and by when."""
    return needs.options(name_of(Need.responsible), selectinload(Need.steps))


def needs_page(needs: Select, *, before: UUID | None = None, size: int = 20) -> tuple[Page, dict[UUID, int]]:
    """A page of rows, and how many other initiatives say „bei uns auch“ to each."""
    if before is not None:
        needs = needs.where(named_before(before))
    found = db.session.scalars(newest_named(in_rows(needs)).limit(size + 1)).unique().all()
    rows, older = found[:size], found[size - 1].id if len(found) > size else None
    return Page(rows, older), counts(rows)


def newest_named(needs: Select) -> Select:
    """By our clock: an id is chosen by a device, whose clock may be wrong."""
    return needs.order_by(Need.named_at.desc(), Need.id.desc())


def named_before(id: UUID) -> ColumnElement[bool]:
    """Nothing is older than what is not there any more."""
    key = aliased(Need)
    at = select(key.named_at).where(key.id == id).scalar_subquery()
    return or_(Need.named_at < at, and_(Need.named_at == at, Need.id < id))


def counts(needs: Sequence[Need]) -> dict[UUID, int]:
    """Initiatives that say it, those included whose own need was merged; in two queries."""
    own = {need.id: need.initiative_id for need in needs}
    if not own:
        return {}
    went = way_into(own)
    merged = select(went.c.id, went.c.into, Need.initiative_id).join(Need, Need.id == went.c.id)
    way, homes = {id: id for id in own}, defaultdict(set)
    for id, into, initiative_id in db.session.execute(merged):
        way[id] = into
        homes[into].add(initiative_id)
    said = select(SameHere.need_id, SameHere.initiative_id).where(SameHere.need_id.in_(way)).distinct()
    for id, initiative_id in db.session.execute(said):
        homes[way[id]].add(initiative_id)
    return {id: len(homes[id] - {own[id]}) for id in own}


def whole(needs: Select) -> Select:
    """With everything that the page of one need shows."""
    return needs.options(
        joinedload(Need.initiative),
        *(name_of(person) for person in (Need.author, Need.recorded_by, Need.confirmed_by, Need.merged_by)),
        joinedload(Need.responsible).lazyload("*"),
        joinedload(Need.merged_into).lazyload("*"),
        selectinload(Need.steps).options(name_of(Step.by)),
        selectinload(Need.answers).options(name_of(Answer.author), home_of(Answer.initiative)),
    )


def with_versions(needs: Select) -> Select:
    return needs.options(selectinload(Need.versions).options(name_of(Version.by)))


def way_into(ids: Iterable[UUID]) -> CTE:
    """Every need that went into one of these, however many it went through: `id`, and `into` which it came."""
    way = select(Need.id, Need.merged_into_id.label("into")).where(Need.merged_into_id.in_(ids)).cte(recursive=True)
    further = aliased(Need)
    return way.union(select(further.id, way.c.into).join(way, further.merged_into_id == way.c.id))


def merged_here(need: Need, viewer) -> list[Need]:
    """Needs that went into this one, at once or by way of another, as far as the viewer may read them."""
    there = Need.visible_to(viewer).where(Need.id.in_(select(way_into([need.id]).c.id)))
    there = there.order_by(Need.merged_at, Need.id)
    return list(db.session.scalars(there.options(home_of(Need.initiative), name_of(Need.author))).unique())


def homes(need: Need, merged: Iterable[Need]) -> list[Home]:
    """Who says „bei uns auch“, by initiative, in the order in which they came."""
    merged = list(merged)
    found: dict[UUID, Home] = {}
    for other in merged:
        found.setdefault(other.initiative_id, Home(other.initiative)).needs.append(other)
    said = select(SameHere).where(SameHere.need_id.in_([need.id, *(other.id for other in merged)]))
    said = said.options(name_of(SameHere.person), home_of(SameHere.initiative)).order_by(SameHere.at, SameHere.id)
    for voice in db.session.scalars(said):
        found.setdefault(voice.initiative_id, Home(voice.initiative)).voices.append(voice)
    return list(found.values())


def similar(title: str, viewer, *, but: UUID | None = None) -> list[Need]:
    """What others have named in like words; only what the viewer may read, so nothing private shows itself."""
    wanted = sorted(stems(title), key=len, reverse=True)[:MOST_WORDS]
    if not wanted:
        return []
    fitting = in_rows(listed(viewer)).where(or_(*(Need.folded.contains(word, autoescape=True) for word in wanted)))
    if but is not None:
        fitting = fitting.where(Need.id != but)
    columns = newest_named(fitting.add_columns(Need.folded)).limit(LOOKED_AT)
    found = [(fit(text, wanted), need) for need, text in db.session.execute(columns).unique()]
    enough = 1 if len(wanted) < 3 else 2
    best = sorted((pair for pair in found if pair[0] >= enough), key=lambda pair: pair[0], reverse=True)
    return [need for _fit, need in best[:MOST_SIMILAR]]


def fit(text: str, wanted: list[str]) -> int:
    return sum(word in text for word in wanted)
