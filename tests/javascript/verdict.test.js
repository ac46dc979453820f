import assert from "node:assert/strict"
import { test } from "node:test"
import { pause, verdict } from "../../service_worker/outbox/verdict.js"

const op = { id: "op", account: "heinz" }
const echo = { operation_id: "op", fingerprint: "sum" }
const reply = more => ({ status: 201, ours: true, account: "heinz", retryAfter: null, json: echo, ...more })
const said = more => verdict(reply(more), op, "sum")

test("only an answer that echoes id and digest counts as arrived", () => {
  assert.equal(said({}), "delivered")
  assert.equal(said({ json: {} }), "later")
  assert.equal(said({ json: { ...echo, operation_id: "another" } }), "later")
  assert.equal(said({ json: { ...echo, fingerprint: "cut" } }), "later")
})

test("what is not ours is no answer, whatever it says", () => {
  assert.equal(verdict(null, op, "sum"), "later")
  for (const status of [200, 302, 403, 404, 413, 511]) assert.equal(said({ ours: false, status }), "later")
})

test("a redirect is no answer, even ours", () => assert.equal(said({ status: 303 }), "later"))

test("an answer made for another person changes nothing", () => {
  assert.equal(said({ account: "erna" }), "stranger")
  assert.equal(said({ account: "erna", status: 409 }), "stranger")
  assert.equal(said({ account: "" }), "later")
})

test("whoever has to sign in is told so", () => assert.equal(said({ status: 401, account: "" }), "signed-out"))

test("what cannot be done now is tried again", () => {
  for (const status of [408, 425, 429, 500, 502, 503, 504]) assert.equal(said({ status }), "busy")
  for (const status of [400, 409, 424]) assert.equal(said({ status, retryAfter: 0 }), "busy")
})

test("every other refusal waits for a decision", () => {
  for (const status of [400, 403, 404, 409, 410, 411, 413, 415, 422]) assert.equal(said({ status }), "refused")
})

test("the pauses double and end at five minutes", () => {
  const pauses = [1, 2, 3, 8, 9, 50].map(attempts => pause(null, attempts, 0))
  assert.deepEqual(pauses, [2000, 4000, 8000, 256_000, 300_000, 300_000])
})

test("only a busy server spreads the next attempts", () => {
  const spread = more => pause(reply(more), 3, 1) - pause(reply(more), 3, 0)
  assert.equal(spread({ status: 503 }), 8000)
  assert.equal(spread({ status: 429 }), 8000)
  assert.equal(spread({ status: 409, retryAfter: 2 }), 0)
})

test("the server's word is the least that is waited", () => {
  assert.equal(pause(reply({ status: 503, retryAfter: 90 }), 1, 0), 90_000)
  assert.equal(pause(reply({ status: 409, retryAfter: 20 }), 1, 0), 20_000)
})

test("a body that was cut on the way goes again at once", () =>
  assert.equal(pause(reply({ status: 400, retryAfter: 0 }), 5, 0), 200))
