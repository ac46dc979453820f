"""Computes from tokens.css whether every pair of colours can be told apart, by day and by night."""

import math
import re
from pathlib import Path

from neighbour.config import ROOT

TOKENS = ROOT / "static" / "css" / "tokens.css"
TEXT, EDGE = 4.5, 3.0
TEXTS = {
    "ink": "ground surface sunken primary-tint saved-tint arrived-tint needs-tint",
    "ink-soft": "ground surface sunken primary-tint saved-tint arrived-tint needs-tint",
    "primary": "ground surface sunken primary-tint",
    "on-primary": "primary",
    "sign": "on-sign",
    "on-next": "next",
    "on-next-soft": "next",
    "saved": "surface saved-tint",
    "arrived": "surface arrived-tint",
    "needs": "ground surface needs-tint",
    "hollerland": "plaque",
    "brammer-land": "plaque",
    "bergland": "plaque",
    "revier": "plaque",
    "grenzland": "plaque",
}
EDGES = {
    "line-strong": "ground surface",
    "focus": "ground surface",
    "primary": "ground surface",
    "logo-stripe": "logo",
    "logo": "surface",
}
RULE = re.compile(r"(:root[^{]*)\{([^{}]*)\}")
COLOUR = re.compile(r"--([\w-]+):\s*(?:oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)|var\(--([\w-]+)\));")


def violations(tokens: Path = TOKENS) -> list[str]:
    """One sentence for each pair that is too close, and for a dark mode that says two things."""
    light, *darks = palettes(tokens.read_text())
    if len(darks) != 2 or darks[0] != darks[1]:
        return [f"{tokens.name}: the two dark palettes differ"]
    return [
        f"{tokens.name}: {name} on {ground} has {ratio:.2f} {mode}, needs {least}"
        for mode, palette in (("by day", light), ("by night", light | darks[0]))
        for pairs, least in ((TEXTS, TEXT), (EDGES, EDGE))
        for name, grounds in pairs.items()
        for ground in grounds.split()
        if (ratio := contrast(colour(palette, name), colour(palette, ground))) < least
    ]


def palettes(css: str) -> list[dict]:
    """What each :root rule for the screen says: by day, by night, by night because a person chose it."""
    on_screen = css.split("@media print")[0]
    return [
        {name: (*lch,) if not other else other for name, *lch, other in COLOUR.findall(body)}
        for _, body in RULE.findall(on_screen)
    ]


def colour(palette: dict, name: str) -> tuple[float, ...]:
    found = palette[name]
    return colour(palette, found) if isinstance(found, str) else tuple(map(float, found))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The ratio of WCAG 2."""
    darker, lighter = sorted((luminance(*one), luminance(*other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Relative luminance of an OKLCH colour, after sRGB has cut off what a screen cannot show."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    shown = (min(1.0, max(0.0, channel)) for channel in (red, green, blue))
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), shown, strict=True))
