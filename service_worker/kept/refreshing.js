// What is shown from the device is fetched anew behind it; the page decides what to make of it.
import { asked, why, within } from "../network.js"
import { arrive, expire, stillLeaving, whose } from "../person.js"
import { keep } from "./keeping.js"
import { cut } from "./cutting.js"
import { kept, pageAt, reader } from "./store.js"

const MAIN = { "HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "main#main" }
const LONG = 12

/**
 * same: as it is kept · new: with the text of the answer · gone: not there any more, or for somebody else · portal, slow,
 * network: nothing was heard of it
 * @param {string} url
 * @returns {Promise<{state: "same" | "new" | "gone" | "portal" | "slow" | "network", text?: string}>}
 */
export const refreshed = url => fresh(url).catch(error => ({ state: why(error) }))

/** @param {string} url @returns {ReturnType<typeof refreshed>} */
async function fresh(url) {
  const { account } = await whose()
  if (await stillLeaving()) return { state: "gone" }
  const found = await within(LONG, asked(url, { headers: MAIN, redirect: "manual", cache: "no-store" }))
  const { answer: { status, type, headers }, text } = found
  const other = headers.get("X-Account") ?? ""
  if (type === "opaqueredirect") {
    const ping = await within(LONG, asked("/sync/ping", { redirect: "manual", cache: "no-store" }))
    if (ping.answer.type === type) throw Error("portal")
  } else if (other !== account) await (other ? arrive({ account: other, device: /data-device="(\w*)/.exec(text)?.[1] }) : expire())
  else if (status === 200) {
    const old = await reader() && await pageAt(account, url)
    await keep(found, url)
    const isSame = old && cut(text)?.main === old.main && !text.includes('role="status"><p')
    return isSame ? { state: "same" } : { state: "new", text }
  } else if (status >= 500 || status === 429) return { state: "network" }
  const here = await reader()
  if (here) await (await kept(here)).delete("pages", url)
  return { state: "gone" }
}
