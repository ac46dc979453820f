"""What is marked for translation is found wherever it stands, and its English is asked for."""

import pytest

from neighbour.checks import translations
from neighbour.checks.tree import Tree

PAGE = """{# A page. #}{{ _('Antworten') }}
{{ ngettext('ein Beitrag', '%(num)d Beiträge', 3) }} {% trans %}Hinweis{% endtrans %}"""
MODEL = '"""Topics."""\nsentence = _l("Dieses Thema ist geschlossen.")\n'
ALL = ["Antworten", "Dieses Thema ist geschlossen.", "Hinweis", "ein Beitrag"]


@pytest.fixture
def tree(tmp_path):
    for path, text in (("templates/forum/topic.html", PAGE), ("neighbour/forum/models.py", MODEL)):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text)
    return Tree(tmp_path)


def translate(tree, german, english):
    po = translations.po_file(tree)
    words = po.read_text()
    assert f'msgid "{german}"\nmsgstr ""' in words
    po.write_text(words.replace(f'msgid "{german}"\nmsgstr ""', f'msgid "{german}"\nmsgstr "{english}"'))


def firsts(missing):
    return sorted(words.removeprefix("('").partition("'")[0] for words in missing)


def test_without_a_file_everything_is_missing(tree):
    assert firsts(translations.missing(tree)) == ALL


def test_an_update_writes_what_is_marked_and_keeps_what_is_translated(tree):
    translations.update(tree)
    translate(tree, "Antworten", "Reply")
    left = translations.update(tree)

    assert left == 3
    assert firsts(translations.missing(tree)) == ALL[1:]
    assert 'msgstr "Reply"' in translations.po_file(tree).read_text()


def test_a_guess_does_not_count(tree):
    translations.update(tree)
    translate(tree, "Antworten", "Reply")
    po = translations.po_file(tree)
    po.write_text(po.read_text().replace('msgid "Antworten"', '#, fuzzy\nmsgid "Antworten"'))

    assert firsts(translations.missing(tree)) == ALL


def test_the_file_says_nothing_of_the_day_or_the_place(tree):
    translations.update(tree)
    once = translations.po_file(tree).read_text()
    translations.update(tree)

    assert translations.po_file(tree).read_text() == once
    assert "20" not in once.partition("\n\n")[0]
    assert "#:" not in once
