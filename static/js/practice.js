// „Funkloch üben“: this device behaves as without a network until somebody ends it, or half an hour is over. The worker
// and the outbox look for the same note; what a page itself would send is stopped here.
import { clock } from "./moments.js"
import { prepared, stand } from "./refusals.js"
import { know, known } from "../../service_worker/outbox/store.js"

const HALF_AN_HOUR = 1_800_000
const across = new BroadcastChannel("practice")
const line = document.querySelector("[data-practice]")
let until = 0
let timer

/** @param {number} end when it is over; 0: now */
function show(end) {
  const isEnding = until && !end
  until = end
  clearTimeout(timer)
  if (end) timer = setTimeout(practise, end - Date.now(), 0)
  line.hidden = !end
  line.querySelector("time").textContent = clock(end)
  for (const button of document.querySelectorAll("main [data-practice-begin], main [data-practice-end]"))
    button.hidden = "practiceBegin" in button.dataset === !!end
  if (isEnding) dispatchEvent(new Event("online")) // as if the network were back: what waits may go
}

/** In all pages of this device. @param {number} end */
async function practise(end) {
  await know("practice", end ? { until: end } : undefined)
  across.postMessage(end)
  show(end)
}

async function start() {
  const practice = await known("practice")
  if (practice?.until > Date.now()) show(practice.until)
  else if (practice) await practise(0)
}

/** @param {HTMLElement} form @param {HTMLElement} [submitter] */
function refuse(form, submitter) {
  const notice = prepared("practising")
  stand(form, notice, submitter)
  notice.focus()
}

if (line) {
  start().catch(() => {})
  across.onmessage = ({ data }) => show(data)
}

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-practice-end]")) practise(0)
  if (target.closest("[data-practice-begin]")) begin()
})

/** Without the worker pages would come from the network all the same. */
function begin() {
  if (navigator.serviceWorker?.controller) practise(Date.now() + HALF_AN_HOUR)
  else document.querySelector("[data-practice-unable]").hidden = false
}

document.addEventListener("htmx:before:request", event => {
  const { ctx } = event.detail
  if (!until || ctx.request.method === "GET") return
  event.preventDefault()
  refuse(ctx.sourceElement.closest("form, article, p") ?? ctx.sourceElement.parentElement, ctx.request.submitter)
})

// After everything that takes care of a form by itself.
window.addEventListener("submit", event => {
  if (event.defaultPrevented || !until || event.target.method !== "post") return
  event.preventDefault()
  refuse(event.target, event.submitter)
})
