// What this device takes along is brought up to date behind every page; how often, the worker decides.
import { mine } from "./person.js"
import { know, known } from "../../service_worker/outbox/store.js"

const { account, device } = document.querySelector("main").dataset
const emptied = document.querySelector("[data-emptied]")

// Without https a browser keeps nothing: said where somebody would count on it.
if (!isSecureContext) for (const notice of document.querySelectorAll("[data-insecure]")) notice.hidden = false

if (device === "mine") mine.then(async isTheirs => {
  const worker = isTheirs && await navigator.serviceWorker?.ready
  if (worker) worker.active.postMessage({ pack: "sync", account })
})

// The worker has noticed that the browser threw away what lay here.
async function showEmptied() {
  emptied.hidden = !await known("emptied")
}

new BroadcastChannel("pack").onmessage = ({ data }) => data.emptied && showEmptied()
if (emptied) showEmptied().catch(() => {})
emptied?.querySelector("button").addEventListener("click", () => know("emptied", undefined).then(showEmptied))
