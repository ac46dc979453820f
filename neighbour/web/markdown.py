"""Members' Markdown as HTML that cannot run anything: CommonMark without HTML, then an allow-list."""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "del", "ul", "ol", "li", "blockquote", "code", "pre", "a", "h3", "h4", "hr"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
MENTION = re.compile(r"(?<![\w@/.])@([a-z][a-z0-9_-]{1,40})\b")

PARSER = MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": False}).enable("strikethrough")


@lru_cache(maxsize=4096)
def to_html(text: str) -> Markup:
    """Headings become small ones, links tell the other site nothing, pictures are left to uploads."""
    html = PARSER.render(text)
    html = re.sub(r"<(/?)h[1-3]>", r"<\1h3>", html)
    return Markup(
        nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow")
    )


def handles(text: str) -> list[str]:
    """The names that a text mentions, each once, in the order of the text."""
    return list(dict.fromkeys(MENTION.findall(text)))


def plain(text: str, length: int = 160) -> str:
    """The beginning of a text without its Markdown, for lists."""
    words = re.sub(r"[*_`>#\[\]]+", "", text).split()
    short = " ".join(words)
    return short if len(short) <= length else short[: length - 1].rsplit(" ", 1)[0] + " …"
