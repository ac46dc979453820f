// Sends what waits while no page is open, and says what became of it where that is allowed.
import { settle } from "./outbox/arrived.js"
import { drain } from "./outbox/engine.js"
import { hear } from "./outbox/news.js"
import { refreshed } from "./kept/refreshing.js"
import { shellOf } from "./kept/shell.js"
import { stillLeaving, whose } from "./person.js"

const worker = /** @type {any} */ (self)

/** @type {Map<string, string>} pages by what has arrived there */
const arrived = new Map()
let refused = 0

hear(({ arrived: id, page, refused: no }) => {
  if (id) arrived.set(id, page)
  if (no) refused++
})

/** @param {boolean} isLastChance rejects before it where something still waits: the browser tries again */
export async function arrivals(isLastChance) {
  if (await stillLeaving()) return
  const { account } = await whose()
  arrived.clear()
  refused = 0
  const at = account ? await drain(account, { eager: true }) : Infinity
  await tell(account)
  for (const page of new Set(arrived.values())) await refreshed(page)
  for (const id of arrived.keys()) await settle(id)
  if (at < Infinity && !isLastChance) throw Error("waits")
}

/** „3 Dinge sind angekommen.“ where no page says it. @param {string} account */
async function tell(account) {
  const pages = await worker.clients.matchAll({ type: "window" })
  if (pages.some((/** @type {any} */ page) => page.visibilityState === "visible") || worker.Notification?.permission !== "granted") return
  const { html, language: lang } = await shellOf(account)
  const say = (/** @type {string} */ what, /** @type {number} */ count) => {
    const words = RegExp(`data-${what}-${count > 1 ? "many" : "one"}="([^"]*)`).exec(html)?.[1]
    if (count && words) return worker.registration.showNotification("Neighbour", { body: words.replace("#", `${count}`), lang, tag: what, icon: "/static/icons/icon-192.png" })
  }
  await say("arrived", arrived.size)
  await say("refused", refused)
}

/** @param {any} notification */
export async function openOutbox(notification) {
  notification.close()
  await worker.clients.openWindow("/outbox")
}
