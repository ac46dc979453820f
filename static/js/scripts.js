// Scripts that only some pages need. Their addresses stand in the shell, whose build they belong to: a page kept on the
// device may be older. data-script="outboxPage" in the page asks for one; a tap on [data-act] for what one can do with
// something that waits.
for (const { dataset } of document.querySelectorAll("[data-script]")) load(dataset.script)

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-act]")
  if (button && !document.querySelector("[data-script=outboxPage]")) load("outboxActs", () => button.click())
})

function load(name, then) {
  const src = document.body.dataset[name]
  if (!src || document.querySelector(`script[src="${src}"]`)) return
  const script = document.createElement("script")
  script.src = src
  script.onload = then
  document.head.append(script)
}
