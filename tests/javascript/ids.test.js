import assert from "node:assert/strict"
import { test } from "node:test"
import { uuid7 } from "../../service_worker/outbox/ids.js"

test("ids are UUIDs of version 7 with the moment in front", () => {
  const before = Date.now()
  const id = uuid7()
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const moment = parseInt(id.replace("-", "").slice(0, 12), 16)
  assert.ok(before <= moment && moment <= Date.now())
})

test("no two are the same", () => assert.equal(new Set(Array.from({ length: 10_000 }, uuid7)).size, 10_000))
