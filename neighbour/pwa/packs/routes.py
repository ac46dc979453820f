"""Where a device asks what there is to take along, what has changed of it, and for the pages themselves."""

from flask import Blueprint, Response, abort, jsonify, request
from flask_login import current_user

from neighbour.pwa.etags import sent_once
from neighbour.pwa.packs.manifests import Manifest, manifest, manifests
from neighbour.pwa.packs.pages import lines, wanted
from neighbour.pwa.packs.sizes import measure
from neighbour.pwa.packs.taking import has_taken, remember_taking

bp = Blueprint("packs", __name__)
LINES = "application/x-ndjson"


@bp.get("/sync/packs")
def packs() -> Response:
    """All parts with their ETags: asked with the ETag of this answer it is the whole daily question."""
    found = manifests(viewer())
    sizes = measure(found)
    return sent_once(jsonify(packs=[summary(one, sizes[one.name]) for one in found], took_along=has_taken()))


def viewer():
    return current_user._get_current_object()  # asked for every page: not through the proxy


def summary(one: Manifest, size: int | None) -> dict:
    part = one.part
    named = {"name": part.name, "title": part.title, "href": part.href, "wanted": part.wanted}
    return {**named, "etag": one.etag, "count": len(one.pages), "size": size}


def find(name: str) -> Manifest:
    found = manifest(viewer(), name)
    return abort(404) if found is None else found


@bp.get("/sync/packs/<name>")
def pack(name: str) -> Response:
    found = find(name)
    return sent_once(jsonify(found.as_words()), found.etag)


@bp.get("/sync/packs/<name>/pages")
def pages(name: str) -> Response:
    """Those that the device has not, or not as they are now. What it asks for must be of the manifest that holds."""
    found = find(name)
    if request.args.get("of", "").strip('"').partition(":")[0] != found.etag:
        abort(412)
    remember_taking()
    return Response(b"".join(lines(wanted(request.args.get("want", ""), found.pages))), mimetype=LINES)
