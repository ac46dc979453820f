// When a page sends what waits on this device.
import { bringKey } from "../../../service_worker/outbox/sealing.js"
import { drain } from "../../../service_worker/outbox/engine.js"
import { hear } from "../../../service_worker/outbox/news.js"
import { bringDrafts } from "./drafts.js"
import { draw, told } from "./drawing.js"
import "./opening.js"
import { page } from "./page.js"
import { keeping } from "./submitting.js"

const SOON = 1000
const LATER = 300_000

/** @type {ReturnType<typeof setTimeout>} */
let timer

/**
 * @param {(node: Element) => void} process of htmx
 * @param {() => void} written tells the page's history that it has changed
 */
export async function begin(process, written) {
  Object.assign(page, { process, written })
  window.addEventListener("online", send)
  window.addEventListener("pageshow", wake)
  document.addEventListener("visibilitychange", wake)
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => ctx.response?.status < 400 && send())
  document.addEventListener("htmx:after:swap", () => {
    draw()
    bringDrafts().catch(() => {})
  })
  document.addEventListener("click", ({ target }) => target.closest("[data-outbox-now]") && send())
  hear(news => {
    told(news)
    if (news.saved) send() // whoever saved it, here or beside
  })
  const ready = page.account ? bringKey(page.account, !page.device).catch(() => false) : Promise.resolve()
  ready.then(bringDrafts).catch(() => {})
  ready.then(() => {
    draw()
    send()
  })
  return { keep: (form, submitter) => ready.then(() => keeping(form, submitter)) }
}

/** Everything that waits goes now, also what the next attempt's time would keep back. */
const send = () => round(true)

async function round(eager) {
  if (!page.account) return
  clearTimeout(timer)
  const at = await drain(page.account, { eager }).catch(() => Infinity)
  clearTimeout(timer)
  if (at < Infinity) timer = setTimeout(round, Math.min(Math.max(at - Date.now(), SOON), LATER))
}

function wake() {
  if (document.visibilityState !== "visible") return
  draw()
  send()
}
