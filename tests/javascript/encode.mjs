// Reads an operation as JSON (files as base64) and prints what is sent of it: type, digest, body in base64.
import { readFileSync } from "node:fs"
import { digest, encoded } from "../../service_worker/outbox/sending.js"

const { id, fields } = JSON.parse(readFileSync(0, "utf8"))
for (const field of fields)
  if (typeof field[1] !== "string") field[1].bytes = new Uint8Array(Buffer.from(field[1].base64, "base64")).buffer
const { type, body } = encoded({ id, fields })
const bytes = await body.arrayBuffer()
console.log(JSON.stringify({ type, digest: await digest(bytes), body: Buffer.from(bytes).toString("base64") }))
