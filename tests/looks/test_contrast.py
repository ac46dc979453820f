"""Every pair of colours can be read, and the check would notice one that cannot."""

import pytest

from neighbour.checks import contrast


@pytest.fixture
def tokens(tmp_path):
    copy = tmp_path / "tokens.css"
    copy.write_text(contrast.TOKENS.read_text())
    return copy


def mend(tokens, old, new):
    css = tokens.read_text()
    assert old in css
    tokens.write_text(css.replace(old, new))


def test_every_pair_can_be_read_by_day_and_by_night():
    assert contrast.violations() == []


def test_the_ratios_are_those_of_the_palette():
    light, dark, _ = contrast.palettes(contrast.TOKENS.read_text())

    def ratio(palette, one, other):
        return round(contrast.contrast(contrast.colour(palette, one), contrast.colour(palette, other)), 1)

    assert ratio(light, "ink", "ground") == 14.5
    assert ratio(light | dark, "primary", "surface") == 8.9
    assert ratio(light, "line-strong", "surface") == 3.8


def test_pale_text_is_found(tokens):
    mend(tokens, "--ink-soft: oklch(.45 .03 165)", "--ink-soft: oklch(.65 .03 165)")
    found = contrast.violations(tokens)
    assert "tokens.css: ink-soft on surface has 3.13 by day, needs 4.5" in found
    assert not [line for line in found if "by night" in line]


def test_a_weak_edge_at_night_is_found(tokens):
    mend(tokens, "--line-strong: oklch(.60 .025 155)", "--line-strong: oklch(.45 .025 155)")
    assert [line.split(" has ")[0] for line in contrast.violations(tokens)] == [
        "tokens.css: line-strong on ground",
        "tokens.css: line-strong on surface",
    ]


def test_two_kinds_of_dark_are_found(tokens):
    css = tokens.read_text()
    tokens.write_text(css.replace("--focus: oklch(.78 .10 262)", "--focus: oklch(.79 .10 262)", 1))
    assert contrast.violations(tokens) == ["tokens.css: the two dark palettes differ"]
