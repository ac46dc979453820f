// Pages are cut and put together at comments.
import assert from "node:assert/strict"
import { test } from "node:test"
import { composed, cut } from "../../service_worker/kept/cutting.js"

const HEAD = "<title>Werkzeuge · Neighbour</title>"
const MAIN = '<main lang="de"><h1>Werkzeuge</h1></main>'
const page = ({ head = HEAD, main = MAIN } = {}) =>
  `<!doctype html><head><!--head-->${head}<!--/head--></head><body><header></header><!--main-->${main}<!--/main--></body>`
const shell = {
  html: page({ head: "", main: "" }), headers: [["content-security-policy", "default-src 'none'"]], assets: ["/static/dist/icons-NEWNEWNE.svg"],
}

test("a page and a partial answer are cut to the same two parts", () => {
  assert.deepEqual(cut(page()), { head: HEAD, main: MAIN })
  assert.deepEqual(cut(`<!--head-->${HEAD}<!--/head-->\n<!--main-->${MAIN}<!--/main-->`), { head: HEAD, main: MAIN })
})

test("an answer without its end is no page", () => {
  const whole = page()
  assert.equal(cut(whole.slice(0, whole.indexOf("<!--/main-->"))), undefined)
  assert.equal(cut("<h1>Willkommen im WLAN</h1>"), undefined)
})

test("what is true only once is cut out", () => {
  const head = "<title>(3) Werkzeuge · Neighbour</title>"
  const main = `<main><!--once--><div class="flash">Gespeichert.</div><!--/once--><form><input type="hidden" name="operation_id" value="1">` +
    '<input type="hidden" name="account" value="2"><input type="hidden" name="room" value="alle"></form></main>'
  assert.deepEqual(cut(page({ head, main })), { head: HEAD, main: '<main><form><input type="hidden" name="room" value="alle"></form></main>' })
})

test("a page from the device has shell, parts, date and the shell's headers", async () => {
  const answer = composed(shell, { head: HEAD, main: MAIN }, 'data-kept="2026-11-22T15:40:00.000Z"')
  const text = await answer.text()
  assert.ok(text.includes(HEAD))
  assert.ok(text.includes('<main data-kept="2026-11-22T15:40:00.000Z" lang="de">'))
  assert.equal(answer.headers.get("content-security-policy"), "default-src 'none'")
  assert.match(answer.headers.get("content-type"), /html/)
})

test("words that look like a pattern stay as they are", async () => {
  const main = "<main>$& $1 $` kostet 5 $</main>"
  assert.ok((await composed(shell, { head: HEAD, main }, "").text()).includes("$& $1 $` kostet 5 $"))
})

test("files of an older build give way to those of the shell's", async () => {
  const main = '<main><use href="/static/dist/icons-OLDOLDOL.svg#bell"/><img src="/static/dist/photo-OLDOLDOL.png"></main>'
  const text = await composed(shell, { head: HEAD, main }, "").text()
  assert.ok(text.includes("/static/dist/icons-NEWNEWNE.svg#bell"))
  assert.ok(text.includes("/static/dist/photo-OLDOLDOL.png"))
})
