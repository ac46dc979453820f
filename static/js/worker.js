// Brings the worker onto the device, and offers its next build once that lies ready beside it.
import { isTouched } from "./touched.js"
import { reload } from "./renewing.js"

const container = navigator.serviceWorker
const hadWorker = container?.controller

/** @type {ServiceWorkerRegistration | undefined} */
let registration

async function start() {
  registration = await container.register("/service-worker.js", { updateViaCache: "none" })
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer))
  container.addEventListener("controllerchange", () => hadWorker && !isTouched() && reload())
  document.addEventListener("visibilitychange", () => document.hidden && take("quietly"))
  document.addEventListener("click", ({ target }) => target.closest("[data-new-build] button") && take("asked"))
  offer()
}

function offer() {
  if (registration.waiting && hadWorker) document.querySelector("[data-new-build]").hidden = false
}

/** @param {"asked" | "quietly"} how */
const take = how => registration.waiting?.postMessage({ skip: how })

if (container) start().catch(() => {}) // the site works without it
