// „Damit der Browser nichts wegräumt“: asked on a tap, and its answer told as it is.
import { word } from "./words.js"

const place = document.querySelector("[data-persistence]")

export async function showPersistence() {
  if (!place || !navigator.storage?.persist) return
  place.hidden = false
  if (await navigator.storage.persisted()) say(true)
  place.addEventListener("click", async ({ target }) => {
    if (target.closest("[data-persist]")) say(await navigator.storage.persist())
  })
}

/** @param {boolean} granted */
function say(granted) {
  const words = place.querySelector("[data-persisted]")
  words.textContent = word(granted ? "persisted" : "not-persisted")
  words.hidden = false
  place.querySelector("[data-persist]").hidden = granted
}
