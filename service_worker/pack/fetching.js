// One question to the server. A line that stalls is given up, however much of the answer has come; what is not of this
// application, or for somebody else, is never kept.

const PATIENCE = 12_000

/** Why a round ended early. */
export class Stopped extends Error {}

/**
 * @typedef {{
 *   status: number, etag: string, type: string,
 *   read: (hear: (piece: Uint8Array<ArrayBuffer>) => unknown) => Promise<void>, bytes: () => Promise<ArrayBuffer>, json: () => Promise<any>,
 * }} Answer
 */

/**
 * @param {string} account
 * @param {string} url
 * @param {string} [etag] of what is here already
 * @returns {Promise<Answer>}
 */
export async function ask(account, url, etag) {
  const stop = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @template T @param {Promise<T>} step */
  const inTime = step => {
    timer = setTimeout(() => stop.abort(), PATIENCE)
    return step.catch(() => { throw new Stopped("network") }).finally(() => clearTimeout(timer))
  }
  const answer = await inTime(fetch(url, {
    headers: etag ? { "If-None-Match": etag } : {},
    cache: "no-store",
    redirect: "manual",
    signal: stop.signal,
  }))
  const { status, headers } = answer
  if (!headers.has("X-Neighbour")) throw new Stopped("portal")
  if (headers.get("X-Account") !== account) throw new Stopped("signed-out")
  /** @type {Answer["read"]} */
  const read = async hear => {
    const reader = answer.body?.getReader()
    for (let piece; reader && !(piece = await inTime(reader.read())).done;) await hear(piece.value)
  }
  const bytes = async () => {
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const pieces = []
    await read(piece => pieces.push(piece))
    return new Blob(pieces).arrayBuffer()
  }
  return {
    status, read, bytes,
    etag: headers.get("ETag") ?? "",
    type: headers.get("Content-Type") ?? "",
    json: async () => JSON.parse(new TextDecoder().decode(await bytes())),
  }
}

/**
 * Hears every complete line of an answer; the last one, if it was cut off, is none.
 * @param {Answer} answer
 * @param {(line: any) => Promise<void>} hear
 */
export async function eachLine(answer, hear) {
  const decoder = new TextDecoder()
  let rest = ""
  await answer.read(async piece => {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) if (line) await hear(JSON.parse(line))
  })
}
