// Shows [data-install] where the browser can put Neighbour on the home screen; its button [data-install-now] starts that.
let offer

window.addEventListener("beforeinstallprompt", event => {
  event.preventDefault()
  offer = event
  showOffer()
})

window.addEventListener("appinstalled", () => {
  offer = undefined
  showOffer()
})

document.addEventListener("htmx:after:swap", showOffer)

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-install-later]")) target.closest("[data-install]").hidden = true
  if (target.closest("[data-install-now]")) offer?.prompt()
})

function showOffer() {
  for (const place of document.querySelectorAll("[data-install]")) place.hidden = !offer
}
