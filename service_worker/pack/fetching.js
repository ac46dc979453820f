// One question to the server. A line that stalls is given up, however much of the answer has come; what is not of this
// application, or was made for somebody else, is never kept.

const PATIENCE = 12_000

/**
 * @param {string} account
 * @param {string} url
 * @param {string} [etag] of what is here already
 * @returns {Promise<Response>}
 */
export async function ask(account, url, etag = "") {
  const stop = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stop.abort(), PATIENCE)
  }
  wait()
  const { status, headers, body } = await fetch(url, {
    headers: { "If-None-Match": etag },
    cache: "no-store",
    redirect: "manual",
    signal: stop.signal,
  })
  if (!headers.has("X-Neighbour")) throw Error("portal")
  if (headers.get("X-Account") !== account) throw Error("signed-out")
  if (!body || status !== 200) return clearTimeout(timer), new Response(null, { status, headers })
  const patient = new TransformStream({
    transform(piece, onward) {
      wait()
      onward.enqueue(piece)
    },
    flush: () => clearTimeout(timer),
  })
  return new Response(body.pipeThrough(patient), { headers })
}

/**
 * Hears every complete line of an answer; the last one, if it was cut off, is none.
 * @param {Response} answer
 * @param {(line: any) => Promise<unknown>} hear
 */
export async function eachLine({ body }, hear) {
  const reader = /** @type {ReadableStream<string>} */ (body?.pipeThrough(new TextDecoderStream())).getReader()
  let rest = ""
  for (let piece; !(piece = await reader.read()).done;) {
    const lines = (rest + piece.value).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) await hear(JSON.parse(line))
  }
}
