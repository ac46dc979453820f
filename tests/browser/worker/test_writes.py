"""A write never goes through the worker, so it says on the server where it comes from."""

from playwright.sync_api import expect

FOREIGN = "http://foreign.example/"
FORM = """<!doctype html><meta charset="utf-8"><title>Fremd</title>
<form method="post" action="{address}/forum/topics"><input name="room" value="alle"><input name="title" value="Untergeschoben">
<input name="body" value="Das hat Heinz nie geschrieben."><button>Gewinnen</button></form>"""


def test_a_form_on_a_foreign_page_writes_nothing_under_our_worker(heinz, hand_of, line):
    heinz.visit("/forum")
    html = FORM.format(address=line.address)
    heinz.page.route(FOREIGN, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    heinz.page.goto(FOREIGN)
    with heinz.page.expect_response("**/forum/topics") as answer:
        heinz.page.get_by_role("button").click()
    assert answer.value.status == 403
    assert line.reached("POST /forum/topics") == 1
    assert "Nichts gefunden" in hand_of("heinz").request.get("/forum/search?q=Untergeschoben").text()


def test_after_a_plain_form_the_page_comes_from_the_network(heinz, hand_of, line):
    """What one has just written is never missing, because the page was kept before."""
    topic = hand_of("heinz").open_topic("Gleich zu sehen")
    heinz.visit(topic)
    heinz.page.evaluate(
        """topic => {
          const form = document.createElement("form")
          Object.assign(form, { method: "post", action: `${topic}/posts` })
          form.innerHTML = "<input name=body value='Hier bin ich.'>"
          document.body.append(form)
          form.submit()
        }""",
        topic,
    )
    expect(heinz.page.get_by_text("Hier bin ich.")).to_be_visible()
