"""A page as a careful reader sees it: its links, its forms, and what is wrong with its markup."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "use"}
CLOSED_BY_THE_NEXT = {"option", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody"}
FETCHED = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("use", "href"), ("form", "action")}
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


class Form:
    """Where a form goes, and what it would send untouched."""

    def __init__(self, attributes: dict):
        self.id = attributes.get("id")
        self.method = (attributes.get("method") or "").lower()
        self.action = attributes.get("action")
        self.fields: list[tuple[str, str, str]] = []

    def add(self, tag: str, attributes: dict) -> None:
        if name := attributes.get("name"):
            self.fields.append((name, attributes.get("type", tag), attributes.get("value") or ""))

    @property
    def is_complete(self) -> bool:
        """A dialog's own form only closes it."""
        return self.method == "dialog" or (self.method != "" and self.action is not None)

    @property
    def untouched(self) -> dict[str, str]:
        """What a browser sends when nobody typed anything."""
        return {name: value for name, kind, value in self.fields if kind not in ("checkbox", "radio", "submit", "file")}


class Page(HTMLParser):
    """Reads one page or one fragment. `faults` are sentences. What a <template> holds is not on the page yet."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self.pointed_at: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.lang = None
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]
        self.faults += [f"id {twice} twice" for twice in sorted(set(self.ids)) if self.ids.count(twice) > 1]
        self.faults += [f"a form without method or action: {form.id}" for form in self.forms if not form.is_complete]
        self.faults += [
            f"{target} is pointed at, but not there" for target in self.pointed_at if target not in self.ids
        ]

    def handle_starttag(self, tag: str, pairs: list) -> None:
        attributes, is_on_the_page = dict(pairs), "template" not in self.open
        if tag in CLOSED_BY_THE_NEXT and self.open[-1:] == [tag]:
            self.open.pop()
        if tag not in EMPTY:
            self.open.append(tag)
        self.look_at(tag, attributes)
        if is_on_the_page:
            self.tags.append("title of a picture" if tag == "title" and "svg" in self.open else tag)
            self.collect(tag, attributes)

    def handle_startendtag(self, tag: str, pairs: list) -> None:
        self.handle_starttag(tag, pairs)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in CLOSED_BY_THE_NEXT:
            self.open.pop()
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> where <{self.open[-1] if self.open else 'nothing'}> is open")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def look_at(self, tag: str, attributes: dict) -> None:
        """What must not be on any page of ours."""
        if tag == "style" or "style" in attributes or (tag == "script" and not attributes.get("src")):
            self.faults.append(f"inline code in <{tag}>")
        self.faults += [f"{name} on <{tag}>" for name in attributes if name.startswith(("on", "hx-on"))]
        for name, value in attributes.items():
            if (tag, name) in FETCHED and urlsplit(value or "").netloc:
                self.faults.append(f"<{tag}> reaches for {value}")

    def collect(self, tag: str, attributes: dict) -> None:
        if tag == "html":
            self.lang = attributes.get("lang")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in POINTING:
            self.pointed_at += (attributes.get(name) or "").split()
        if tag == "a" and (attributes.get("href") or "").startswith("#") and len(attributes["href"]) > 1:
            self.pointed_at.append(attributes["href"][1:])
        elif tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        elif tag == "form":
            self.forms.append(Form(attributes))
        elif tag in ("input", "textarea", "select", "button"):
            self.give_to_form(tag, attributes)

    def give_to_form(self, tag: str, attributes: dict) -> None:
        named = [form for form in self.forms if form.id and form.id == attributes.get("form")]
        if named or (self.forms and "form" in self.open):
            (named or self.forms[-1:])[0].add(tag, attributes)


def faults_of_page(text: str) -> list[str]:
    """What is wrong with a whole page."""
    page = Page(text)
    faults = list(page.faults)
    if not page.lang:
        faults.append("the page does not say its language")
    faults += [f"{page.tags.count(tag)} <{tag}>" for tag in ("h1", "main", "title") if page.tags.count(tag) != 1]
    return faults


def require_none(faults: list[str]) -> None:
    """Fails with all of them, one a line."""
    assert not faults, "\n" + "\n".join(sorted(set(faults)))
