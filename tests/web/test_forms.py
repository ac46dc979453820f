"""What a form makes of what a person, or a machine, has sent."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import RadioField, SelectMultipleField
from wtforms.validators import Optional

from neighbour.web.forms import Form, choice, listed, named

OFFERED = [("soon", "Bald"), ("later", "Später")]
SEVERAL = named(OFFERED)


def in_small_letters(value: str | None) -> str | None:
    return value and value.lower()


class Question(Form):
    """Choices made in each of the ways that our forms know."""

    offered = choice("When?", [("", "Any time"), *OFFERED], default="")
    left_out = RadioField("When?", choices=SEVERAL, validate_choice=False, validators=[Optional()], default="")
    must = RadioField("When?", choices=SEVERAL, validate_choice=False, validators=[listed], filters=[in_small_letters])
    several = SelectMultipleField("When?", choices=SEVERAL, validate_choice=False)


def answered(**words) -> Question:
    form = Question(MultiDict({"must": "soon", **words}))
    form.validate()
    return form


@pytest.mark.parametrize("blanks", ["", " ", "\t \r\n", "\u00a0\u2003"])
@pytest.mark.parametrize("name", ["offered", "left_out"])
def test_blanks_are_no_choice(name, blanks):
    form = answered(**{name: blanks})

    assert (form[name].data, form.errors) == ("", {})


def test_blanks_are_no_answer_where_one_is_needed():
    assert list(answered(must="  ").errors) == ["must"]


@pytest.mark.parametrize("name", ["offered", "left_out"])
def test_blanks_around_a_choice_are_taken_off_and_other_filters_kept(name):
    form = answered(**{name: " soon\n", "must": " SOON "})

    assert (form[name].data, form.must.data, form.errors) == ("soon", "soon", {})


def test_several_choices_stay_a_list_and_none_stays_none():
    form = answered(several="soon")

    assert form.several.data == ["soon"]
    assert Question().must.data is None
