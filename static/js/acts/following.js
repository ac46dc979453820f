// What was handed on tells how it goes in the line that spoke of it first.
import { hear } from "../../../service_worker/outbox/engine.js"
import { clock } from "../moments.js"
import { opened } from "./asking.js"
import { whatIsWrong } from "./network.js"
import { word } from "./words.js"

/** @typedef {"to-team" | "to-need"} Way */

/** @type {Map<string, {way: Way, latest: string, say: (words: string) => void}>} */
const followed = new Map()

/**
 * @param {{id: string, way: Way}} handed
 * @param {(words: string) => void} say
 * @returns {Promise<string>} what is to be said now
 */
export async function follow({ id, way }, say) {
  const one = { way, latest: "", say }
  followed.set(id, one)
  const going = word(await whatIsWrong(true, false) ? way : `${way}-now`)
  const op = await opened(id)
  return one.latest || (op?.answer ? there(op.answer) : going)
}

/** @param {{receipt_code: string, at: number}} answer */
const there = ({ receipt_code, at }) => word("is-there", { clock: clock(at), code: receipt_code })

hear(({ arrived, waiting, refused, answer }) => {
  const id = arrived ?? waiting ?? refused
  const one = followed.get(id)
  if (!one) return
  one.latest = arrived ? there(answer) : word(waiting ? one.way : "state-needs")
  if (!waiting) followed.delete(id)
  one.say(one.latest)
})
