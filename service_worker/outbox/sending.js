// One attempt: the same bytes every time, under the operation's own id, with a deadline for the whole answer.

/** @import {FileBytes, Operation, Reply} from "./types.js" */

const NL = "\r\n"

/**
 * The body in the form's own encoding. The boundary is the id, so that it is the same body at every attempt.
 * @param {Operation} op
 * @returns {{type: string, body: Blob}}
 */
export function encoded({ id, fields }) {
  if (fields.every(([, value]) => typeof value === "string")) {
    const type = "application/x-www-form-urlencoded;charset=UTF-8"
    return { type, body: new Blob([String(new URLSearchParams(/** @type {[string, string][]} */ (fields)))], { type }) }
  }
  const parts = fields.flatMap(([name, value]) => typeof value === "string"
    ? [head(id, name), NL + NL, lines(value), NL]
    : [head(id, name), `; filename="${quoted(value.name)}"${NL}Content-Type: ${value.type}${NL + NL}`, value.bytes, NL])
  return { type: `multipart/form-data; boundary=${id}`, body: new Blob([...parts, `--${id}--${NL}`]) }
}

/** @param {string} id @param {string} name */
const head = (id, name) => `--${id}${NL}Content-Disposition: form-data; name="${quoted(name)}"`

/** As browsers write names (HTML, multipart/form-data encoding algorithm). @param {string} name */
const quoted = name => name.replace(/\r\n?|\n/g, "%0D%0A").replace(/"/g, "%22")

/** @param {string} text */
const lines = text => text.replace(/\r\n?|\n/g, NL)

/**
 * RFC 9530.
 * @param {ArrayBuffer} bytes
 */
export async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return `sha-256=:${btoa(String.fromCharCode(...sum))}:`
}

/**
 * @param {Operation} op
 * @returns {Promise<{reply: Reply | null, fingerprint: string}>}
 */
export async function sent(op) {
  const { type, body } = encoded(op)
  const bytes = await body.arrayBuffer()
  const fingerprint = await digest(bytes)
  const stop = new AbortController()
  const deadline = setTimeout(() => stop.abort(), 30_000 + bytes.byteLength / 20)
  try {
    const answer = await fetch(op.url, {
      method: "POST",
      body: bytes,
      headers: {
        "Content-Type": type,
        Accept: "application/json",
        "Idempotency-Key": op.id,
        "Content-Digest": fingerprint,
        "X-Account": op.account,
      },
      redirect: "manual",
      signal: stop.signal,
    })
    return { reply: await read(answer), fingerprint }
  } catch {
    return { reply: null, fingerprint }
  } finally {
    clearTimeout(deadline)
  }
}

/**
 * @param {Response} answer
 * @returns {Promise<Reply>}
 */
async function read(answer) {
  const after = answer.headers.get("Retry-After")
  return {
    status: answer.status,
    ours: answer.headers.has("X-Neighbour"),
    account: answer.headers.get("X-Account") ?? "",
    retryAfter: after === null ? null : Number(after) || 0,
    json: await answer.text().then(JSON.parse).catch(error => {
      if (error instanceof SyntaxError) return {}
      throw error // the line broke in the middle of the answer
    }),
  }
}
