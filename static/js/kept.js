// A page that comes from this device is there at once; what is new is fetched behind it, or it says how old it is.
import htmx from "htmx.org"
import { hear } from "../../service_worker/outbox/news.js"
import { moment } from "./moments.js"
import { reload } from "./renewing.js"
import { isTouched } from "./touched.js"

const SLOW = 3000
const AGAIN = 30_000

const notice = document.querySelector("[data-offline-notice]")
const offer = document.querySelector("[data-new-state]")
const here = () => document.querySelector("main")

/** @type {ReturnType<typeof setTimeout>} */
let again
/** @type {string | undefined} */
let text
/** Something has arrived since the server was asked: its answer may be from before, and would take that away again. */
let isPast = false
hear(({ arrived }) => isPast ||= !!arrived)

/** @param {string} url @returns {Promise<{state: string, text?: string}>} asked by the worker, which keeps it too */
const ask = url => new Promise(resolve => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }) => resolve(data)
  navigator.serviceWorker.controller.postMessage({ refresh: url }, [port2])
})

async function refresh() {
  clearTimeout(again)
  const { kept, trouble } = here().dataset
  if (!kept && !trouble || here().querySelector("[data-script]") || !navigator.serviceWorker.controller) return
  const slow = setTimeout(tell, SLOW, "slow")
  isPast = false
  const { state, text: fresh } = await ask(location.pathname + location.search)
  clearTimeout(slow)
  if (isPast) return refresh()
  if (["network", "slow", "portal"].includes(state)) return tell(state)
  if (!notice.hidden) tell("back")
  text = trouble ? undefined : fresh
  if (state === "same") return
  if (isTouched()) offer.hidden = false
  else show()
}

/** What is new takes its place; what is typed meanwhile stays. */
function show() {
  offer.hidden = true
  if (!text || isPast) return reload()
  htmx.swap({ sourceElement: document.body, target: here(), text, select: "#main", swap: "outerMorph", request: {}, response: { status: 200 } })
}

/** @param {string} state */
function tell(state) {
  const { kept } = here().dataset
  const waiting = document.querySelector("[data-outbox-count]").textContent
  const word = state === "network" && kept ? "stand" : state === "back" && +waiting ? +waiting > 1 ? "many" : "one" : state
  notice.textContent = notice.dataset[word].replace("#", waiting).replace("{at}", () => moment(Date.parse(kept)))
  notice.hidden = false
  if (state !== "back") again = setTimeout(refresh, AGAIN)
}

if (navigator.serviceWorker) {
  refresh()
  addEventListener("online", refresh)
  document.addEventListener("visibilitychange", () => document.hidden || notice.hidden || refresh())
  offer.querySelector("button").addEventListener("click", show)
}
