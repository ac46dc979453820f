// Finds words in what lies on this device, also while there is a network: nothing else is asked.
import { found } from "../../../service_worker/pack/search.js"

/** @param {HTMLElement} root @param {string} account */
export function startSearch(root, account) {
  const form = root.querySelector("[data-search]")
  form.addEventListener("submit", event => {
    event.preventDefault()
    show(root.querySelector("[data-found]"), account, form.q.value)
  })
  form.q.value = new URLSearchParams(location.search).get("q") ?? ""
  if (form.q.value) form.requestSubmit()
}

/** @param {HTMLElement} place @param {string} account @param {string} words */
async function show(place, account, words) {
  const pages = await found(account, words)
  place.querySelector("[data-list]").replaceChildren(...pages.map(row))
  place.querySelector("[data-nothing]").hidden = pages.length > 0
  place.hidden = !words.trim()
}

/** @param {import("../../../service_worker/pack/search.js").Found} page */
function row({ url, title, excerpt }) {
  const element = document.getElementById("pack-found").content.firstElementChild.cloneNode(true)
  const link = element.querySelector("a")
  link.href = url
  link.textContent = title
  element.querySelector(".row__line").textContent = excerpt
  return element
}
