// The worker of this site: reads when there is no network, and sends what waits when no page is open.
import { arrivals, openOutbox } from "./arrivals.js"
import { dropBuilds, install } from "./kept/shell.js"
import { refreshed } from "./kept/refreshing.js"
import { rowsOf } from "./outbox/store.js"
import { askPack, pack } from "./pack/loading.js"
import { whose } from "./person.js"
import { route } from "./router.js"

const worker = /** @type {any} */ (self)

/** @type {Record<string, (event: any) => void>} */
const hears = {
  fetch: route,
  install(event) {
    pack()
    event.waitUntil(install()) // and no skipWaiting: pages of the build before may be open
  },
  activate: event => event.waitUntil(Promise.all([dropBuilds(), worker.clients.claim()])),
  sync: event => event.waitUntil(arrivals(event.lastChance)),
  notificationclick: event => event.waitUntil(openOutbox(event.notification)),
  message(event) {
    const { refresh, skip, pack } = event.data ?? {}
    if (pack) event.waitUntil(askPack(event.data))
    if (refresh) event.waitUntil(refreshed(refresh).then(words => event.ports[0]?.postMessage(words)))
    if (skip) event.waitUntil(takeOver(skip))
  },
}
for (const [name, hear] of Object.entries(hears)) worker.addEventListener(name, hear)

/** On somebody's tap, or quietly while nobody looks and nothing is on its way. @param {"asked" | "quietly"} how */
async function takeOver(how) {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" })
  const isSeen = pages.some((/** @type {any} */ page) => page.visibilityState === "visible")
  const isSending = (await rowsOf((await whose()).account)).some(({ state }) => state === "sending")
  if (how === "asked" || !isSeen && !isSending) worker.skipWaiting()
}
