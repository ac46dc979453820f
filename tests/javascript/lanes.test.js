import assert from "node:assert/strict"
import { test } from "node:test"
import { afterWhich, laneOf, ready, wakesAt } from "../../service_worker/outbox/lanes.js"

const TOPIC = "01998f55-0000-7000-8000-000000000001"
const OTHER = "01998f55-0000-7000-8000-000000000002"
const row = (id, more) => ({ id, lane: id, after: "", state: "saved", nextAt: 0, asked: false, ...more })
const going = (rows, moment) => ready(rows, { now: 1000, ...moment }).map(({ id }) => id)

test("what belongs to one thread goes one after the other", () =>
  assert.deepEqual(going([row("a", { lane: "t" }), row("b", { lane: "t" }), row("c")]), ["a", "c"]))

test("a thread waits while its first is on the way", () =>
  assert.deepEqual(going([row("a", { lane: "t", state: "sending", nextAt: 9000 }), row("b", { lane: "t" })]), []))

test("what a killed engine left behind goes when its lease is over, or when nobody else can be at work", () => {
  const left = [row("a", { state: "sending", nextAt: 9000 })]
  assert.deepEqual(going(left), [])
  assert.deepEqual(going(left, { now: 9000 }), ["a"])
  assert.deepEqual(going(left, { alone: true }), ["a"])
})

test("a reply waits for its topic, also for one that needs a decision", () => {
  const reply = row("b", { after: "a" })
  for (const state of ["saved", "sending", "needs-you"])
    assert.ok(!going([row("a", { state, nextAt: 9000 }), reply]).includes("b"), state)
  assert.deepEqual(going([row("a", { state: "arrived" }), reply]), ["b"])
  assert.deepEqual(going([reply]), ["b"])
})

test("one that needs a decision holds up no other in its thread", () =>
  assert.deepEqual(going([row("a", { lane: "t", state: "needs-you" }), row("b", { lane: "t" })]), ["b"]))

test("whoever asks does not wait for the next attempt, but for what the server said", () => {
  const rows = [row("a", { nextAt: 9000 }), row("b", { nextAt: 9000, asked: true })]
  assert.deepEqual(going(rows), [])
  assert.deepEqual(going(rows, { eager: true }), ["a"])
})

test("the lane is the thing an address speaks of", () => {
  assert.equal(laneOf(`/forum/topics/${TOPIC}/posts`, OTHER), TOPIC)
  assert.equal(laneOf("/forum/topics", OTHER), OTHER)
})

test("a reply to a waiting topic and an edit of a waiting edit come after it", () => {
  const waiting = [row(TOPIC), row(OTHER)]
  assert.equal(afterWhich({ url: `/forum/topics/${TOPIC}/posts`, fields: [] }, waiting), TOPIC)
  assert.equal(afterWhich({ url: "/forum/posts/x", fields: [["version", OTHER]] }, waiting), OTHER)
  assert.equal(afterWhich({ url: "/needs", fields: [["photo", { name: "x", type: "", bytes: new ArrayBuffer(0) }]] }, waiting), "")
})

test("the next moment is that of the first that waits", () => {
  assert.equal(wakesAt([row("a", { nextAt: 5 }), row("b", { nextAt: 3, state: "needs-you" })]), 5)
  assert.equal(wakesAt([]), Infinity)
})

test("what waits for another, or behind one in its thread, wakes nobody", () => {
  const topic = row("a", { state: "needs-you" })
  assert.equal(wakesAt([topic, row("b", { after: "a", nextAt: 1 })]), Infinity)
  assert.equal(wakesAt([row("a", { lane: "t", nextAt: 9 }), row("b", { lane: "t", nextAt: 1 })]), 9)
})
